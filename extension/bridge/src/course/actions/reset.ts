import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import type { CourseReset } from '@jupyterlab-maturin/protocol';

import { CourseError } from '../error.js';
import type { Course, Exercise } from '../exercises/course.js';
import { copyFile, copyFiles, filesBelow } from '../exercises/exerciseFiles.js';
import { isCopy, isShown, shippedFolder } from '../exercises/shippedExercise.js';
import { progressEvent } from '../progress/event.js';
import { summaryOf } from '../progress/list.js';
import { recordProgress } from '../progress/record.js';

export interface ResetOptions {
  /** Whether to put the solution there, in place of what learners begin with. */
  solved?: boolean;
}

/** Resets every exercise that was changed or worked on, and returns what was done with each of them. */
export function resetAll(course: Course, options: ResetOptions = {}): CourseReset[] {
  return course.exercises
    .filter(exercise => {
      const { changed, extra } = difference(course, exercise, options);
      const { state } = summaryOf(course, exercise);
      return changed.size > 0 || extra.length > 0 || !['open', 'locked'].includes(state);
    })
    .map(exercise => reset(course, exercise, options));
}

/**
 * Puts the exercise's folder back to what was shipped. What was there is first copied to `.backup/<id>/<date>/` in the
 * course's root. The notebook is left alone.
 *
 * @throws CourseError when the course is not a learner's copy, or when a file cannot be written
 */
export function reset(course: Course, exercise: Exercise, options: ResetOptions = {}): CourseReset {
  const { own, changed, extra } = difference(course, exercise, options);
  let backup: string | null = null;
  try {
    if (changed.size > 0 || extra.length > 0) {
      if (own.length > 0) {
        backup = freeFolder(path.join(course.root, '.backup', exercise.id));
        copyFiles(own, exercise.directory, backup);
      }
      for (const [file, shipped] of changed) {
        copyFile(shipped, path.join(exercise.directory, file));
      }
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
    files: [...changed.keys(), ...extra].sort(),
    notes
  };
}

/** How an exercise's folder differs from what a reset makes of it. */
interface Difference {
  /** Every file in it. */
  own: string[];
  /** The files to put back, each with the absolute path of what was shipped. */
  changed: Map<string, string>;
  /** The files to remove. */
  extra: string[];
}

function difference(
  course: Course,
  exercise: Exercise,
  { solved = false }: ResetOptions
): Difference {
  if (!isCopy(course)) {
    throw new CourseError(
      `Resetting ${exercise.id} is refused, because ${course.root} is the project itself and not a copy to learn in: make one with \`jupyterlab-maturin course DIR\`.`
    );
  }
  const shipped = shippedFolder(course, exercise);
  const wanted = new Map(
    filesBelow(shipped)
      .filter(isShown)
      .map(file => [file, path.join(shipped, file)])
  );
  if (solved) {
    const solution = path.join(shipped, 'solution');
    const files = filesBelow(solution);
    if (files.length === 0) {
      throw new CourseError(
        `The solution of ${exercise.id} should be in ${solution}, which is missing or empty: make a fresh course with \`jupyterlab-maturin course DIR\`.`
      );
    }
    for (const file of files) wanted.set(file, path.join(solution, file));
  }
  const own = filesBelow(exercise.directory);
  return {
    own,
    changed: new Map(
      [...wanted].filter(([file, from]) => !same(from, path.join(exercise.directory, file)))
    ),
    extra: own.filter(file => !wanted.has(file))
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
