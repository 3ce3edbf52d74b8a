/**
 * Steps that are done once and again only when what they read has changed.
 *
 * A step's stamp is the digest of its inputs, kept in `.cache/setup/<name>`.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync
} from 'node:fs';
import path from 'node:path';

import { CommandError } from './run.mjs';
import { STAMPS, ROOT } from './places.mjs';

/** Folders that hold what builds make, not what they read. */
const MADE = new Set([
  'node_modules',
  'lib',
  'target',
  'labextension',
  '_bridge',
  '__pycache__',
  'test'
]);

/**
 * The digest of files and folders (names and contents).
 *
 * @param {string[]} inputs paths relative to the repository, or any text prefixed with `=`
 */
export function digest(inputs) {
  const hash = createHash('sha256');
  const add = file => {
    if (statSync(file).isDirectory()) {
      for (const name of readdirSync(file).sort()) {
        if (!MADE.has(name) && !name.endsWith('.tsbuildinfo')) add(path.join(file, name));
      }
      return;
    }
    hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  };
  for (const input of inputs) {
    if (input.startsWith('=')) hash.update(input);
    else add(path.join(ROOT, input));
  }
  return hash.digest('hex');
}

let position = 0;
let total = 0;

/** Says how many steps there will be, so that each can tell how far it is. */
export function expectSteps(count) {
  total = count;
}

/**
 * Does `work` unless it was done with these very inputs and what it made is still there.
 *
 * @param {{name: string, says: string, inputs: string[], makes: string[], work: () => Promise<void>}} step
 *   `says` is printed while it runs; `makes` are absolute paths that must exist afterwards.
 */
export async function once({ name, says, inputs, makes, work }) {
  position += 1;
  const stamp = path.join(STAMPS, name);
  const now = digest(inputs);
  const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (before === now && makes.every(made => existsSync(made))) return;
  const started = process.hrtime.bigint();
  const seconds = () => (Number(process.hrtime.bigint() - started) / 1e9).toFixed(0);
  process.stderr.write(`[${position}/${Math.max(total, position)}] ${says} …\n`);
  const ticker = process.stderr.isTTY
    ? setInterval(() => process.stderr.write(`\r  ${seconds()} s`), 1000)
    : undefined;
  try {
    await work();
  } catch (error) {
    if (error instanceof CommandError && error.output) process.stderr.write(`\n${error.output}\n`);
    throw new Error(`${says}: it did not work (${error.message}).`, {
      cause: error
    });
  } finally {
    clearInterval(ticker);
  }
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(`${stamp}.new`, now);
  renameSync(`${stamp}.new`, stamp);
  process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}  done in ${seconds()} s\n`);
}
