import { BUILD_MIME, type BuildPayload, isBuildPayload } from '@jupyterlab-maturin/protocol';
import type { TaskKind } from '../task-output/kind.js';
import { BuildCard } from './card.js';

/** The outputs of build extension cells. */
export const build: TaskKind<BuildPayload> = {
  plugin: 'jupyterlab-maturin:build-output',
  description:
    'Shows the output of build extension cells: progress, compiler diagnostics with links, the result.',
  mime: BUILD_MIME,
  isPayload: isBuildPayload,
  states: {
    planning: 'running',
    building: 'running',
    loading: 'running',
    done: 'succeeded',
    failed: 'failed',
    cancelled: 'cancelled'
  },
  Card: BuildCard
};
