/** A folder for one bad input: a small course, and beside it what must stay as it is. */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const EXERCISE = '01_first/00_doubling';

const MANIFEST = `kind = "python"
title = "Doubling"
minutes = 5
concepts = ["functions"]
summary = "Double a number."
module = "doubling.py"
hints = ["first hint", "second hint", "third hint"]
limit = 20

[stub]
fails = [{ test = "test_doubles", because = "double" }]
stops_at = "verify"
`;

const COURSE = {
  'exercises/Cargo.toml': '[workspace]\n',
  [`notebooks/${EXERCISE}.ipynb`]:
    '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}\n'
};

const FILES = {
  'exercise.toml': MANIFEST,
  'doubling.py': 'def double(number):\n    return number\n',
  'solution/doubling.py': 'def double(number):\n    return 2 * number\n',
  'tests/test_doubling.py':
    'from doubling import double\n\n\ndef test_doubles():\n    assert double(4) == 8\n'
};

export class Place {
  constructor() {
    // Our own paths are left out of what is reported, so they have to be told apart from others.
    this.folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'bad-input-')));
    this.write({ 'outside/kept.txt': 'kept\n', 'outside/lib/lib.rs': 'fn kept() {}\n' });
  }

  /** The path of something in this folder. */
  at(...names) {
    return path.join(this.folder, ...names);
  }

  /** Writes files, given by their paths in this folder. */
  write(files) {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(this.at(name)), { recursive: true });
      writeFileSync(this.at(name), text);
    }
  }

  /** Makes a course of two exercises in `course/`, and returns its folder. The second one is to be spoilt. */
  course(second = '01_first/01_spoilt') {
    for (const id of [EXERCISE, second]) {
      for (const [name, text] of Object.entries(FILES)) {
        this.write({ [`course/exercises/${id}/${name}`]: text });
      }
    }
    for (const [name, text] of Object.entries(COURSE)) this.write({ [`course/${name}`]: text });
    return this.at('course');
  }

  /** The path of a file of the second exercise. */
  spoilt(...names) {
    return this.at('course/exercises/01_first/01_spoilt', ...names);
  }

  /** What changed outside, where nothing may change. */
  changesOutside() {
    const kept = readdirSync(this.at('outside'), { recursive: true, encoding: 'utf8' }).sort();
    if (kept.join() !== 'kept.txt,lib,lib/lib.rs') return [`${kept.join(', ')} are outside`];
    const texts = ['kept.txt', 'lib/lib.rs'].map(name =>
      readFileSync(this.at('outside', name), 'utf8')
    );
    return texts.join('') === 'kept\nfn kept() {}\n' ? [] : ['a file outside was overwritten'];
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export { MANIFEST };
