import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  writeSync
} from 'node:fs';
import path from 'node:path';

import { CourseError } from '../error.js';
import type { ProgressEvent } from './event.js';

/** The file's name in the course's root. */
export const PROGRESS_FILE = 'progress.jsonl';

/** A line as it was read: an object with at least a time, an exercise and an event. */
export interface RecordedEvent {
  at: string;
  exercise: string;
  event: string;
  [more: string]: unknown;
}

export interface ProgressReading {
  /** By time, each once. Events this version does not know are among them. */
  events: RecordedEvent[];
  /** What could not be read: one sentence each. */
  problems: string[];
}

/** Reads the progress of the course at `root`; a missing file is an empty one. */
export function readProgress(root: string): ProgressReading {
  let text: string;
  try {
    text = readFileSync(path.join(root, PROGRESS_FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return { events: [], problems: [] };
    }
    return {
      events: [],
      problems: [
        `${PROGRESS_FILE} could not be read (${(error as Error).message}): nothing counts as done until it can be.`
      ]
    };
  }
  return parseProgress(text);
}

/** Reads the text of one or several progress files, one after the other. */
export function parseProgress(text: string): ProgressReading {
  const events = new Map<string, RecordedEvent>();
  const unreadable: number[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const event = readLine(line);
    if (event === null) unreadable.push(index + 1);
    else {
      events.set(typeof event['key'] === 'string' ? event['key'] : line.trim(), event);
    }
  });
  const sorted = [...events.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return {
    events: sorted,
    problems:
      unreadable.length === 0
        ? []
        : [
            `${PROGRESS_FILE}: line ${unreadable.join(', ')} could not be read and ${unreadable.length === 1 ? 'does' : 'do'} not count; the file is left as it is.`
          ]
  };
}

function readLine(line: string): RecordedEvent | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { at, exercise, event } = value as Record<string, unknown>;
  if (
    typeof at !== 'string' ||
    typeof exercise !== 'string' ||
    typeof event !== 'string' ||
    Number.isNaN(Date.parse(at))
  ) {
    return null;
  }
  // Times are compared as texts, so they are all brought to the one form that sorts.
  return {
    ...(value as Record<string, unknown>),
    at: new Date(at).toISOString(),
    exercise,
    event
  };
}

/**
 * Adds one event. One write on a file that is open for appending: several writers cannot tear each other's lines.
 * Raises `CourseError` when the course cannot be written to.
 */
export function appendProgress(root: string, event: ProgressEvent): void {
  const file = path.join(root, PROGRESS_FILE);
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, 0o644);
  } catch (error) {
    throw notRemembered(file, error);
  }
  try {
    // A line that was torn by a crash must not swallow this one.
    const start = endsInsideLine(descriptor) ? '\n' : '';
    writeSync(descriptor, `${start}${JSON.stringify(event)}\n`);
  } catch (error) {
    throw notRemembered(file, error);
  } finally {
    closeSync(descriptor);
  }
}

function endsInsideLine(descriptor: number): boolean {
  const { size } = fstatSync(descriptor);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(descriptor, last, 0, 1, size - 1);
  return last[0] !== 0x0a;
}

function notRemembered(file: string, error: unknown): CourseError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return new CourseError(
    `Writing ${file} failed (${code}), so this step is not remembered; make the course's folder writable.`,
    { cause: error }
  );
}
