import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import path from 'node:path';

import { SHIPPED } from '../discover.js';
import { CourseError } from '../error.js';
import { filesBelow } from '../files.js';
import { isShown } from '../shipped.js';
import { firstCommit } from './git.js';

/** What `course DIR` did. */
export interface WrittenCourse {
  /** Absolute. */
  root: string;
  exercises: number;
  /** Files that an update left as the learner has them, although the shipped ones changed; relative to the course. */
  kept: string[];
  /** Sentences a person should read. */
  notes: string[];
}

/** What a copy remembers of the files it was made with: name to SHA-256. */
const RECORD = path.join('.course', 'files.json');

const IGNORED = `# Made by building and running; never part of your work.
target/
__pycache__/
.ipynb_checkpoints/
.pytest_cache/
.backup/
.course/tested/
`;

/** Progress of two machines is joined by putting one after the other. */
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

/**
 * Writes a fresh course to `target`, which must not exist or be empty: beside it first, then in one move.
 * Raises `CourseError` when it cannot.
 */
export async function writeCourse(source: string, target: string): Promise<WrittenCourse> {
  const root = path.resolve(target);
  if (existsSync(root) && readdirSync(root).length > 0) {
    throw new CourseError(
      existsSync(path.join(root, SHIPPED))
        ? `Writing a course to ${root}: there is one already; \`jupyterlab-maturin course --update ${target}\` brings it up to date.`
        : `Writing a course to ${root}: the folder is not empty; name another one.`
    );
  }
  const beside = `${root}.${randomBytes(4).toString('hex')}`;
  const files = courseFiles(source);
  try {
    for (const [file, content] of files) write(beside, file, content);
    write(beside, RECORD, record(files));
    const notes = await firstCommit(beside);
    renameSync(beside, root);
    return { root, exercises: count(files), kept: [], notes };
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw new CourseError(`Writing a course to ${root}: ${(error as Error).message}.`, {
      cause: error
    });
  }
}

/**
 * Brings the course at `target` up to date. A file that the learner changed stays as it is.
 * Raises `CourseError` when there is no course.
 */
export function updateCourse(source: string, target: string): WrittenCourse {
  const root = path.resolve(target);
  if (!existsSync(path.join(root, RECORD))) {
    throw new CourseError(
      `Updating the course at ${root}: there is none; make one with \`jupyterlab-maturin course ${target}\`.`
    );
  }
  const before = JSON.parse(readFileSync(path.join(root, RECORD), 'utf8')) as Record<
    string,
    string
  >;
  const files = courseFiles(source);
  const kept: string[] = [];
  try {
    for (const [file, content] of files) {
      const own = path.join(root, file);
      const there = existsSync(own);
      const now = there ? digest(readFileSync(own)) : null;
      if (now === digest(content)) continue;
      // What the learner deleted stays deleted, what they changed stays changed; the shipped copy is the machinery's.
      const theirs =
        !file.startsWith('.course/') && before[file] !== undefined && now !== before[file];
      if (theirs) {
        if (before[file] !== digest(content)) kept.push(file);
      } else {
        write(root, file, content);
      }
    }
    for (const file of Object.keys(before)) {
      if (file.startsWith('.course/') && !files.has(file)) {
        rmSync(path.join(root, file), { force: true });
      }
    }
    write(root, RECORD, record(files));
  } catch (error) {
    throw new CourseError(`Updating the course at ${root}: ${(error as Error).message}.`, {
      cause: error
    });
  }
  return { root, exercises: count(files), kept, notes: [] };
}

/** Every file of a fresh course, with `/` in the names. */
function courseFiles(source: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>([
    ['README.md', Buffer.from(README)],
    ['.gitignore', Buffer.from(IGNORED)],
    ['.gitattributes', Buffer.from(ATTRIBUTES)]
  ]);
  for (const room of ['exercises', 'notebooks']) {
    for (const file of filesBelow(path.join(source, room))) {
      const content = readFileSync(path.join(source, room, file));
      const [, id, inside] = /^(0\d_[^/]+\/[^/]+)\/(.+)$/.exec(file) ?? [];
      const isExercise = room === 'exercises' && id !== undefined && inside !== undefined;
      if (!isExercise) {
        files.set(`${room}/${file}`, content);
        continue;
      }
      if (isShown(inside)) files.set(`${room}/${file}`, content);
      // Mutants are for the project's own check.
      if (!inside.startsWith('mutants/')) {
        files.set(`.course/exercises/${file}`, content);
      }
    }
  }
  return files;
}

function count(files: Map<string, Buffer>): number {
  return [...files.keys()].filter(file => /^\.course\/exercises\/.*\/exercise\.toml$/.test(file))
    .length;
}

function record(files: Map<string, Buffer>): Buffer {
  const digests = [...files].map(([file, content]) => [file, digest(content)]);
  return Buffer.from(`${JSON.stringify(Object.fromEntries(digests.sort()), null, 1)}\n`);
}

function digest(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function write(root: string, file: string, content: Buffer): void {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
}
