import { closeSync, constants, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';

import {
  faults,
  isRecordedProgress,
  type ProgressEvent,
  type RecordedProgress
} from '@jupyterlab-maturin/protocol';

import { readForeignText, UnreadableFile } from '../../foreign/readFile.js';
import { tellable } from '../../foreign/sentence.js';
import { whyNotWritten } from '../../foreign/systemError.js';
import { CourseError } from '../error.js';
import { linkOut, refuseLinkOut } from '../linkOut.js';

/** The file's name in the course's root. */
export const PROGRESS_FILE = 'progress.jsonl';

/** Unreadable lines of which the reason is given; a file that is something else entirely has thousands. */
const REASONS_GIVEN = 5;

/** Bytes of the largest file that is read: about a hundred thousand events. */
const PROGRESS_LIMIT = 16 * 2 ** 20;

export interface ProgressReading {
  /** In the order of their times, each once. Events that this version does not know are among them. */
  events: RecordedProgress[];
  /** What could not be read: one sentence each. */
  problems: string[];
}

/** Reads the progress of the course at `root`; without a file there is none. */
export function readProgress(root: string): ProgressReading {
  const file = path.join(root, PROGRESS_FILE);
  const link = linkOut(root, file);
  if (link !== null) return unread(link);
  try {
    return parseProgress(readForeignText(file, PROGRESS_LIMIT));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return error.isMissing ? { events: [], problems: [] } : unread(error.message);
  }
}

function unread(reason: string): ProgressReading {
  const problem = `${reason}; nothing counts as done until ${PROGRESS_FILE} is a file that can be read.`;
  return { events: [], problems: [tellable(problem)] };
}

/** Reads the text of one progress file, or of several that were put one after the other. */
export function parseProgress(text: string): ProgressReading {
  const events = new Map<string, RecordedProgress>();
  const unreadable: string[] = [];
  let others = 0;
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const event = readLine(line);
    if (typeof event !== 'function') events.set(event.key ?? line.trim(), event);
    else if (unreadable.length < REASONS_GIVEN) unreadable.push(`${index + 1} (${event()})`);
    else others += 1;
  });
  const sorted = [...events.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return {
    events: sorted,
    problems: unreadable.length === 0 ? [] : [aboutLines(unreadable, others)]
  };
}

/** Returns the event in a line, or what finds out why there is none. */
function readLine(line: string): RecordedProgress | (() => string) {
  const text = line.trim();
  // The parser takes its time to say no, and a file of something else has many lines.
  if (!text.startsWith('{') || !text.endsWith('}')) return () => notAnObject(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return () => 'not JSON';
  }
  if (!isRecordedProgress(value)) return () => faults(isRecordedProgress).join(', ');
  if (Number.isNaN(Date.parse(value.at))) return () => 'at must be a date and time';
  // The times are sorted as texts, which only works when all have the same form.
  return { ...value, at: new Date(value.at).toISOString() };
}

function notAnObject(text: string): string {
  try {
    JSON.parse(text);
    return 'it must be an object';
  } catch {
    return 'not JSON';
  }
}

/** @param others how many more lines there are beside those that are given with their reasons */
function aboutLines(given: string[], others: number): string {
  const one = given.length + others === 1;
  const which = `${one ? 'line' : 'lines'} ${given.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
  return tellable(
    `${PROGRESS_FILE}: ${which} could not be read and ${one ? 'does' : 'do'} not count; the file is left as it is.`
  );
}

/** Without O_NONBLOCK, opening a named pipe waits; with O_NOFOLLOW, a link is never written through. */
const APPENDING =
  constants.O_RDWR |
  constants.O_APPEND |
  constants.O_CREAT |
  constants.O_NOFOLLOW |
  constants.O_NONBLOCK |
  constants.O_NOCTTY;

/**
 * Adds one event, with a single write to a file that is open for appending, so that several writers cannot mix their
 * lines.
 *
 * @throws CourseError when the file cannot be written to, or is a link that leads out of the course
 */
export function appendProgress(root: string, event: ProgressEvent): void {
  const file = path.join(root, PROGRESS_FILE);
  refuseLinkOut(root, file, 'Remembering this step');
  try {
    const descriptor = openSync(file, APPENDING, 0o666);
    try {
      // A named pipe or a device would swallow the line.
      if (!fstatSync(descriptor).isFile()) throw Object.assign(new Error(), { code: 'ENXIO' });
      // After a line that a crash cut short, this one needs a line of its own.
      const start = endsInsideLine(descriptor) ? '\n' : '';
      writeSync(descriptor, `${start}${JSON.stringify(event)}\n`);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new CourseError(
      `Writing ${file} failed, so this step is not remembered: ${whyNotWritten(error)}.`,
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
