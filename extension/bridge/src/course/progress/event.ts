import { randomBytes } from 'node:crypto';

import type { ProgressEvent, ProgressName } from '@jupyterlab-maturin/protocol';

/** The version of the lines that this package writes. Newer lines are read as far as they can be. */
export const PROGRESS_VERSION = 1;

/** Returns an event that happens now. */
export function progressEvent(
  exercise: string,
  event: ProgressName,
  more: Pick<ProgressEvent, 'hint' | 'passed' | 'failed' | 'backup'> = {}
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
