import { inspect } from 'node:util';
import { clipEnd } from '../foreign/clip.js';
import { NotOurs } from '../foreign/ours.js';
import { tellable } from '../foreign/sentence.js';
import { meaningOf } from '../foreign/systemError.js';
import { visibleLine } from '../foreign/visible.js';

/** Set it to `1`, and an error that nobody foresaw is told with its stack. */
export const DEBUG = 'JUPYTERLAB_MATURIN_DEBUG';

/** Characters of an error's own message. */
const MOST = 300;

/**
 * Returns a sentence about what the system or its files are in the way with, such as a full disk, or a link in the place
 * of a folder of ours; `null` when it is another error.
 */
export function systemSentence(error: unknown): string | null {
  if (error instanceof NotOurs) return tellable(`${error.message}.`);
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  const { path, message, syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'uv_cwd') {
    return 'The folder in which this command was started is gone: go into another one, and try again.';
  }
  const why = meaningOf(error);
  return why === null ? null : tellable(`Could not use ${path ?? message}: ${why}.`);
}

/**
 * Returns what a person reads about an error that nobody foresaw: one sentence. The stack leads through a bundle that
 * nobody can read, so it comes only when it is asked for.
 */
export function unexpectedSentence(error: unknown): string {
  const system = systemSentence(error);
  if (system !== null) return system;
  const { name, message, stack } =
    error instanceof Error ? error : { name: 'Error', message: described(error), stack: undefined };
  const [first = ''] = message.split('\n');
  const what = visibleLine(clipEnd(`${name}: ${first}`, MOST)).replace(/\.$/, '');
  const debug = process.env[DEBUG] === '1';
  const how = debug
    ? 'report it to its authors, with what stands below'
    : `report it to its authors, with what it says when ${DEBUG} is 1 in the environment`;
  const sentence = `This is a fault of jupyterlab-maturin itself (${what}): ${how}.`;
  return debug && stack ? `${sentence}\n${stack}` : sentence;
}

/** What was thrown in place of an error. Turning some objects into a text throws. */
function described(thrown: unknown): string {
  return typeof thrown === 'string' ? thrown : inspect(thrown, { depth: 1, breakLength: Infinity });
}
