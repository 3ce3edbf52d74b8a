import path from 'node:path';

import type { CourseParams, ExerciseParams } from '@jupyterlab-maturin/protocol';

import { clipEnd } from '../../foreign/clip.js';
import { CourseError } from '../error.js';
import { closestId } from './closestId.js';
import type { Course, Exercise } from './course.js';

/** Characters of what was typed that a sentence repeats. */
const LONGEST_QUOTE = 200;

/**
 * Returns the exercise with the id that was typed. Without one, it is the notebook's own exercise, or else the one whose
 * folder holds the working folder.
 *
 * @throws CourseError that names the closest id, or says what to type
 */
export function findExercise(course: Course, params: ExerciseParams): Exercise {
  if (params.exercise !== null) return exerciseWithId(course, params.exercise);
  const own = ownExercise(course, params);
  if (own !== null) return own;
  throw new CourseError(
    'No exercise was named, and neither the notebook nor the working folder belongs to one: ' +
      `name it, for instance ${course.exercises[0]?.id ?? '01_intro/00_welcome'}.`
  );
}

/** Returns the notebook's own exercise, or else the one whose folder holds the working folder; `null` if there is none. */
export function ownExercise(course: Course, { notebook, cwd }: CourseParams): Exercise | null {
  for (const place of [notebook, cwd]) {
    const found = place === null ? undefined : exerciseAround(course, place);
    if (found) return found;
  }
  return null;
}

/** Paths are accepted in an id's place: what a shell completes, and what a notebook's tab says. */
function exerciseWithId(course: Course, typed: string): Exercise {
  const id = typed
    .replace(/\\/g, '/')
    .replace(/^.*(exercises|notebooks)\//, '')
    .replace(/\.ipynb$/, '')
    .replace(/\/+$/, '');
  const exact = course.exercises.find(exercise => exercise.id === id);
  if (exact) return exact;
  const leftOut = course.leftOut.get(id);
  if (leftOut !== undefined) throw new CourseError(leftOut);
  const ids = course.exercises.map(exercise => exercise.id);
  const closest = closestId(id, ids);
  const named = clipEnd(typed, LONGEST_QUOTE) || '""';
  throw new CourseError(
    closest === null
      ? `There is no exercise ${named}: \`jupyterlab-maturin list\` shows all ${ids.length}.`
      : `There is no exercise ${named}; did you mean ${closest}?`
  );
}

function exerciseAround(course: Course, place: string): Exercise | undefined {
  const full = path.resolve(place);
  return course.exercises.find(
    exercise =>
      full === exercise.notebook ||
      full === exercise.directory ||
      full.startsWith(exercise.directory + path.sep)
  );
}
