import { VERIFY_MIME, type VerifyPayload, isVerifyPayload } from '@jupyterlab-maturin/protocol';
import type { TaskKind } from '../task-output/kind.js';
import { VerifyCard } from './card.js';

/** The outputs of verify cells. */
export const verification: TaskKind<VerifyPayload> = {
  plugin: 'jupyterlab-maturin:verify-output',
  description:
    'Shows the output of verify cells: test by test, what a failing one says, and which hint to ask for.',
  mime: VERIFY_MIME,
  isPayload: isVerifyPayload,
  states: {
    planning: 'running',
    building: 'running',
    testing: 'running',
    verified: 'succeeded',
    failed: 'failed',
    cancelled: 'cancelled'
  },
  Card: VerifyCard
};
