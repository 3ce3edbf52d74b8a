import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import type { CourseReset } from '@jupyterlab-maturin/protocol';

import type { Course, Exercise } from '../discover.js';
import { CourseError } from '../error.js';
import { filesBelow } from '../files.js';
import { progressEvent } from '../progress/event.js';
import { isCopy, isShown, shippedFolder } from '../shipped.js';
import { remember } from './remember.js';

/**
 * Puts the exercise's folder back to what was shipped, after a copy of what was there:
 * `.backup/<id>/<date>/` in the course's root. The notebook is left alone.
 * Raises `CourseError` when there is nothing to go back to, or the backup cannot be written.
 */
export function reset(course: Course, exercise: Exercise): CourseReset {
  if (!isCopy(course)) {
    throw new CourseError(
      `Resetting ${exercise.id}: ${course.root} is the project itself and not a copy to learn in; make one with \`jupyterlab-maturin course DIR\`.`
    );
  }
  const shipped = shippedFolder(course, exercise);
  const wanted = filesBelow(shipped).filter(isShown);
  const there = filesBelow(exercise.directory);
  const changed = wanted.filter(
    file => !same(path.join(shipped, file), path.join(exercise.directory, file))
  );
  const extra = there.filter(file => !wanted.includes(file));
  let backup: string | null = null;
  try {
    if (changed.length > 0 || extra.length > 0) {
      if (there.length > 0) {
        backup = freeFolder(path.join(course.root, '.backup', exercise.id));
        copy(there, exercise.directory, backup);
      }
      copy(changed, shipped, exercise.directory);
      for (const file of extra) rmSync(path.join(exercise.directory, file));
    }
  } catch (error) {
    throw new CourseError(
      `Resetting ${exercise.id} stopped: ${(error as Error).message}; ${backup === null ? 'nothing was changed' : `what was there is kept in ${backup}`}.`,
      { cause: error }
    );
  }
  const notes = remember(
    course,
    progressEvent(
      exercise.id,
      'reset',
      backup === null ? {} : { backup: path.relative(course.root, backup) }
    )
  );
  return {
    exercise: exercise.id,
    backup,
    files: [...changed, ...extra].sort(),
    notes
  };
}

function copy(files: string[], from: string, to: string): void {
  for (const file of files) {
    const target = path.join(to, file);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(path.join(from, file), target);
  }
}

function same(a: string, b: string): boolean {
  return existsSync(b) && readFileSync(a).equals(readFileSync(b));
}

/** Returns a folder below `parent` that does not exist yet, named after now: `2026-11-23T14-05-09Z`. */
function freeFolder(parent: string): string {
  const name = new Date()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  for (let count = 1; ; count += 1) {
    const folder = path.join(parent, count === 1 ? name : `${name}-${count}`);
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true });
      return folder;
    }
  }
}
