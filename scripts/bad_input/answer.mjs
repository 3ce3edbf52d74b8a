/** Runs a command of ours and keeps what it answered. */
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

import { environment } from '../setup/places.mjs';

/** Milliseconds after which a command hangs. */
const HANGS = 30_000;

/** Bytes of an answer that are kept; nobody reads more. */
const KEPT = 1 << 20;

/**
 * @typedef {object} Answer
 * @property {string} text what was printed, on stdout and stderr
 * @property {number | string | null} ended the exit code, the signal's name, or `hangs`
 * @property {number} seconds
 * @property {number} [foreign] seconds of those that compilers, build scripts and tests took
 */

/**
 * @param {string[]} command
 * @param {{cwd: string, env?: Record<string, string>}} where
 * @returns {Promise<Answer>}
 */
export async function answer([file, ...args], { cwd, env = {} }) {
  const started = performance.now();
  const child = spawn(file, args, {
    cwd,
    env: environment(env),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe']
  });
  let text = '';
  const keep = chunk => {
    if (text.length < KEPT) text += chunk;
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  let hangs = false;
  const timer = setTimeout(() => {
    hangs = true;
    process.kill(-child.pid, 'SIGKILL');
  }, HANGS);
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (...ending) => resolve(ending));
  });
  clearTimeout(timer);
  return {
    text,
    ended: hangs ? 'hangs' : (code ?? signal),
    seconds: (performance.now() - started) / 1000
  };
}
