import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { CourseSolution, ExerciseSummary } from '@jupyterlab-maturin/protocol';

import type { Course, Exercise } from '../discover.js';
import { CourseError } from '../error.js';
import { filesBelow } from '../files.js';
import { progressEvent } from '../progress/event.js';
import { shippedFolder } from '../shipped.js';
import { standingOf } from '../standing.js';
import { remember } from './remember.js';

/** Failed verifications after which the solution is shown without insisting. */
export const ATTEMPTS_FOR_SOLUTION = 3;

/** Whether the solution may be looked at without insisting. */
export function mayLook(summary: Pick<ExerciseSummary, 'state' | 'attempts'>): boolean {
  return summary.state === 'verified' || summary.attempts >= ATTEMPTS_FOR_SOLUTION;
}

/**
 * Returns the solution's files.
 * Raises `CourseError` when it is too early and the learner does not insist.
 */
export function solution(course: Course, exercise: Exercise, insist: boolean): CourseSolution {
  const summary = standingOf(course, exercise);
  if (!insist && !mayLook(summary)) {
    const left = ATTEMPTS_FOR_SOLUTION - summary.attempts;
    throw new CourseError(
      `The solution of ${exercise.id} opens after ${left} more failed ${left === 1 ? 'attempt' : 'attempts'} or a success; ` +
        'ask for a hint, or insist with `--insist`.'
    );
  }
  const folder = path.join(shippedFolder(course, exercise), 'solution');
  const files = filesBelow(folder).map(file => ({
    path: file,
    text: readFileSync(path.join(folder, file), 'utf8')
  }));
  if (files.length === 0) {
    throw new CourseError(
      `Looking for the solution of ${exercise.id} in ${folder}: nothing is there; make a fresh course with \`jupyterlab-maturin course DIR\`.`
    );
  }
  const notes = remember(course, progressEvent(exercise.id, 'solution'));
  return { exercise: exercise.id, files, notes };
}
