/**
 * Remembers which step was done with which inputs: one small file a step, in `.cache/setup/`.
 *
 * While a step runs its stamp says so. A step that was interrupted, or failed, is therefore done again, even when its
 * inputs are those of an earlier success and what it makes is there, half-made.
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

const UNFINISHED = 'unfinished';

/**
 * The digest of files and folders (names and contents).
 *
 * @param {string} root
 * @param {string[]} inputs paths relative to `root`, or any text prefixed with `=`
 */
export function digest(root, inputs) {
  const hash = createHash('sha256');
  const add = file => {
    if (statSync(file).isDirectory()) {
      for (const name of readdirSync(file).sort()) {
        if (!MADE.has(name) && !name.endsWith('.tsbuildinfo')) add(path.join(file, name));
      }
      return;
    }
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  };
  for (const input of inputs) {
    if (input.startsWith('=')) hash.update(input).update('\0');
    else add(path.join(root, input));
  }
  return hash.digest('hex');
}

/** The stamp of one step, in the folder `stamps`. */
export class Stamp {
  constructor(stamps, name) {
    this.file = path.join(stamps, name);
  }

  /** Whether the step was finished with inputs of this digest. */
  matches(digest) {
    return this.#read() === digest;
  }

  /** Whether the step was begun and not finished. */
  get unfinished() {
    return this.#read() === UNFINISHED;
  }

  begin() {
    this.#write(UNFINISHED);
  }

  finish(digest) {
    this.#write(digest);
  }

  #read() {
    return existsSync(this.file) ? readFileSync(this.file, 'utf8') : '';
  }

  #write(text) {
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.new`, text);
    renameSync(`${this.file}.new`, this.file);
  }
}
