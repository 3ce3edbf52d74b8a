import { randomBytes } from 'node:crypto';

import {
  PROGRESS_VERSION,
  type ProgressEvent,
  type ProgressName
} from '@jupyterlab-maturin/protocol';

/** Returns an event that happens now. */
export function progressEvent(
  exercise: string,
  event: ProgressName,
  more: Pick<
    ProgressEvent,
    'hint' | 'passed' | 'failed' | 'backup' | 'prediction' | 'choice' | 'right'
  > = {}
): ProgressEvent {
  return {
    v: PROGRESS_VERSION,
    at: new Date().toISOString(),
    key: randomBytes(6).toString('hex'),
    exercise,
    event,
    ...more
  };
}
