import { isPredictPayload, PREDICT_MIME, type PredictPayload } from '@jupyterlab-maturin/protocol';
import { createElement } from 'react';
import type { TaskKind } from '../task-output/kind.js';
import { PredictCard } from './card.js';
import type { IPredictions } from './tokens.js';

/** The outputs of `%%predict` cells, which are answered through `predictions`. */
export function predictionKind(predictions: IPredictions): TaskKind<PredictPayload> {
  return {
    plugin: 'jupyterlab-maturin:predict-output',
    description: 'Shows the questions of predict cells.',
    mime: PREDICT_MIME,
    isPayload: isPredictPayload,
    states: {
      asking: 'running',
      running: 'running',
      right: 'succeeded',
      wrong: 'failed',
      unjudged: 'cancelled',
      failed: 'cancelled'
    },
    Card: ({ payload }) => createElement(PredictCard, { payload, predictions })
  };
}
