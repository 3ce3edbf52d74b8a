import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { CourseFiles } from '@jupyterlab-maturin/protocol';

import { MANIFEST, RECORDS } from '../exercises/course.js';
import { filesBelow } from '../exercises/exerciseFiles.js';
import { isShown } from '../exercises/shippedExercise.js';

/** The files of a course: path with `/`, relative to the course, to content. */
export type Contents = Map<string, Buffer>;

/** What `course DIR` did. */
export interface WrittenCourse {
  /** Absolute. */
  root: string;
  exercises: number;
  /** Relative to the course: shipped files that changed, and that an update left as the learner has them. */
  kept: string[];
  /** Sentences for the learner. */
  notes: string[];
}

/** Where a copy keeps the digests of the files it was made with, so that an update knows what the learner changed. */
export const RECORD = path.join(RECORDS, 'files.json');

const IGNORED = `# Made by building and running; never part of your work.
target/
__pycache__/
.ipynb_checkpoints/
.pytest_cache/
.backup/
.course/tested/
.course/new-*/
`;

/** Joins the progress of two machines by putting one file's lines after the other's. */
const ATTRIBUTES = 'progress.jsonl merge=union\n';

const README = `# Your course

Open \`notebooks/01_intro/00_welcome.ipynb\` in JupyterLab and begin. You edit the crates in \`exercises/\`.

    jupyterlab-maturin list            how far you are
    jupyterlab-maturin next            where to go on
    jupyterlab-maturin verify ID       the same as %verify in a notebook
    jupyterlab-maturin reset ID        start an exercise afresh; what you had is kept in .backup/

Your progress is in \`progress.jsonl\`. On a second machine, put the two files one after the other.
\`jupyterlab-maturin course --update .\` brings new and corrected lessons and leaves alone what you changed.
The folder \`.course\` holds the exercises as they were shipped, solutions included.
`;

/** Returns every file of a fresh course. */
export function freshContents(source: string): Contents {
  const contents: Contents = new Map([
    ['README.md', Buffer.from(README)],
    ['.gitignore', Buffer.from(IGNORED)],
    ['.gitattributes', Buffer.from(ATTRIBUTES)]
  ]);
  for (const folder of ['exercises', 'notebooks']) {
    for (const file of filesBelow(path.join(source, folder))) {
      const content = readFileSync(path.join(source, folder, file));
      // A file of an exercise is `chapter/name/…`; others, such as Cargo.lock, belong to the workspace.
      const [, inExercise] = /^0\d_[^/]+\/[^/]+\/(.+)$/.exec(file) ?? [];
      if (folder === 'notebooks' || inExercise === undefined) {
        contents.set(`${folder}/${file}`, content);
        continue;
      }
      if (isShown(inExercise)) contents.set(`exercises/${file}`, content);
      // Mutants are only for the project's own check of the course.
      if (!inExercise.startsWith('mutants/')) contents.set(`.course/exercises/${file}`, content);
    }
  }
  return contents;
}

export function countExercises(contents: Contents): number {
  return [...contents.keys()].filter(
    file => file.startsWith('.course/') && path.basename(file) === MANIFEST
  ).length;
}

export function digest(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Returns the text of {@link RECORD}. */
export function recordOf(contents: Contents): Buffer {
  const digests: CourseFiles = Object.fromEntries(
    [...contents].map(([file, content]) => [file, digest(content)] as const).sort()
  );
  return Buffer.from(`${JSON.stringify(digests, null, 1)}\n`);
}
