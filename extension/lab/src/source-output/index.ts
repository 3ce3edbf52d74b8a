import { SOURCE_MIME, type SourcePayload, isSourcePayload } from '@jupyterlab-maturin/protocol';
import type { TaskKind } from '../task-output/kind.js';
import { SourceCard } from './card.js';

/** Source that the cells of a lesson show. */
export const lessonSource: TaskKind<SourcePayload> = {
  plugin: 'jupyterlab-maturin:source-output',
  description: 'Shows source of an exercise, with a link that opens the file beside the notebook.',
  mime: SOURCE_MIME,
  isPayload: isSourcePayload,
  states: { shown: 'succeeded' },
  Card: SourceCard
};
