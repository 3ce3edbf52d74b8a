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

import {
  faults,
  isRecordedProgress,
  type ProgressEvent,
  type RecordedProgress
} from '@jupyterlab-maturin/protocol';

import { CourseError } from '../error.js';

/** The file's name in the course's root. */
export const PROGRESS_FILE = 'progress.jsonl';

/** Unreadable lines of which the reason is given; a file that is something else entirely has thousands. */
const REASONS_GIVEN = 5;

export interface ProgressReading {
  /** In the order of their times, each once. Events that this version does not know are among them. */
  events: RecordedProgress[];
  /** What could not be read: one sentence each. */
  problems: string[];
}

/** Reads the progress of the course at `root`; without a file there is none. */
export function readProgress(root: string): ProgressReading {
  let text: string;
  try {
    text = readFileSync(path.join(root, PROGRESS_FILE), 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const problem = `${PROGRESS_FILE} could not be read (${message}): nothing counts as done until it can be.`;
    return { events: [], problems: code === 'ENOENT' ? [] : [problem] };
  }
  return parseProgress(text);
}

/** Reads the text of one progress file, or of several that were put one after the other. */
export function parseProgress(text: string): ProgressReading {
  const events = new Map<string, RecordedProgress>();
  const unreadable: string[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const event = readLine(line);
    if (typeof event === 'string') unreadable.push(`${index + 1} (${event})`);
    else events.set(event.key ?? line.trim(), event);
  });
  const sorted = [...events.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { events: sorted, problems: unreadable.length === 0 ? [] : [aboutLines(unreadable)] };
}

/** Returns the event in a line, or why there is none. */
function readLine(line: string): RecordedProgress | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  if (!isRecordedProgress(value)) return faults(isRecordedProgress).join(', ');
  if (Number.isNaN(Date.parse(value.at))) return 'at must be a date and time';
  // The times are sorted as texts, which only works when all have the same form.
  return { ...value, at: new Date(value.at).toISOString() };
}

function aboutLines(unreadable: string[]): string {
  const given = unreadable.slice(0, REASONS_GIVEN).join(', ');
  const more = unreadable.length - REASONS_GIVEN;
  const which = `${unreadable.length === 1 ? 'line' : 'lines'} ${given}${more > 0 ? ` and ${more} more` : ''}`;
  return `${PROGRESS_FILE}: ${which} could not be read and ${unreadable.length === 1 ? 'does' : 'do'} not count; the file is left as it is.`;
}

/**
 * Adds one event, with a single write to a file that is open for appending, so that several writers cannot mix their
 * lines.
 *
 * @throws CourseError when the course cannot be written to
 */
export function appendProgress(root: string, event: ProgressEvent): void {
  const file = path.join(root, PROGRESS_FILE);
  try {
    const flags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT;
    const descriptor = openSync(file, flags, 0o644);
    try {
      // After a line that a crash cut short, this one needs a line of its own.
      const start = endsInsideLine(descriptor) ? '\n' : '';
      writeSync(descriptor, `${start}${JSON.stringify(event)}\n`);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new CourseError(
      `Writing ${file} failed (${code}), so this step is not remembered: make the course's folder writable.`,
      { cause: error }
    );
  }
}

function endsInsideLine(descriptor: number): boolean {
  const { size } = fstatSync(descriptor);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(descriptor, last, 0, 1, size - 1);
  return last[0] !== 0x0a;
}
