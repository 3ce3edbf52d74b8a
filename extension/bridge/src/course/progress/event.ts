import { randomBytes } from 'node:crypto';

/** What can happen to an exercise. Later versions may know more. */
export type ProgressName =
  'opened' | 'verified' | 'failed' | 'hinted' | 'solution' | 'reset' | 'skipped';

/** The version of the lines that this package writes. Newer lines are read as far as they can be. */
export const PROGRESS_VERSION = 1;

/** One line of `progress.jsonl`. */
export interface ProgressEvent {
  v: number;
  /** ISO 8601, UTC. */
  at: string;
  /** Makes the line distinct, so that files can be joined and a line that is there twice counts once. */
  key: string;
  exercise: string;
  event: ProgressName;
  /** With `hinted`: the hint's number, counting from 1. */
  hint?: number;
  /** With `verified` and `failed`: how many tests passed and failed. */
  passed?: number;
  failed?: number;
  /** With `reset`: the backup's folder, relative to the course. */
  backup?: string;
}

/** Returns a new event, now. */
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
