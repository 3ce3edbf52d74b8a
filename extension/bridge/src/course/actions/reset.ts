import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import type { CourseReset } from '@jupyterlab-maturin/protocol';

import { CourseError } from '../error.js';
import type { Course, Exercise } from '../exercises/course.js';
import { copyFiles, filesBelow } from '../exercises/exerciseFiles.js';
import { isCopy, isShown, shippedFolder } from '../exercises/shippedExercise.js';
import { progressEvent } from '../progress/event.js';
import { recordProgress } from '../progress/record.js';

/**
 * Puts the exercise's folder back to what was shipped. What was there is first copied to `.backup/<id>/<date>/` in the
 * course's root. The notebook is left alone.
 *
 * @throws CourseError when the course is not a learner's copy, or when a file cannot be written
 */
export function reset(course: Course, exercise: Exercise): CourseReset {
  if (!isCopy(course)) {
    throw new CourseError(
      `Resetting ${exercise.id} is refused, because ${course.root} is the project itself and not a copy to learn in: make one with \`jupyterlab-maturin course DIR\`.`
    );
  }
  const shipped = shippedFolder(course, exercise);
  const shown = filesBelow(shipped).filter(isShown);
  const own = filesBelow(exercise.directory);
  const changed = shown.filter(
    file => !same(path.join(shipped, file), path.join(exercise.directory, file))
  );
  const extra = own.filter(file => !shown.includes(file));
  let backup: string | null = null;
  try {
    if (changed.length > 0 || extra.length > 0) {
      if (own.length > 0) {
        backup = freeFolder(path.join(course.root, '.backup', exercise.id));
        copyFiles(own, exercise.directory, backup);
      }
      copyFiles(changed, shipped, exercise.directory);
      for (const file of extra) rmSync(path.join(exercise.directory, file));
    }
  } catch (error) {
    throw new CourseError(
      `Resetting ${exercise.id} stopped: ${(error as Error).message}. ${backup === null ? 'Nothing was changed' : `What was there is kept in ${backup}`}.`,
      { cause: error }
    );
  }
  const notes = recordProgress(
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

function same(a: string, b: string): boolean {
  return existsSync(b) && readFileSync(a).equals(readFileSync(b));
}

/** Makes a folder below `parent` that is named after the time, `2026-11-23T14-05-09Z`, and returns its path. */
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
