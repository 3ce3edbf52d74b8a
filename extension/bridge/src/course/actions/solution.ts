import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { CourseSolution, ExerciseSummary } from '@jupyterlab-maturin/protocol';

import { CourseError } from '../error.js';
import type { Course, Exercise } from '../exercises/course.js';
import { filesBelow } from '../exercises/exerciseFiles.js';
import { shippedFolder } from '../exercises/shippedExercise.js';
import { progressEvent } from '../progress/event.js';
import { summaryOf } from '../progress/list.js';
import { recordProgress } from '../progress/record.js';

/** Failed verifications after which a learner sees the solution without insisting. */
export const ATTEMPTS_FOR_SOLUTION = 3;

/** Returns whether the learner may see the solution without insisting. */
export function mayLook(summary: Pick<ExerciseSummary, 'state' | 'attempts'>): boolean {
  return summary.state === 'verified' || summary.attempts >= ATTEMPTS_FOR_SOLUTION;
}

/**
 * Returns the solution's files.
 *
 * @throws CourseError when it is too early and the learner does not insist, or when the files are gone
 */
export function solution(course: Course, exercise: Exercise, insist: boolean): CourseSolution {
  const summary = summaryOf(course, exercise);
  if (!insist && !mayLook(summary)) {
    const left = ATTEMPTS_FOR_SOLUTION - summary.attempts;
    throw new CourseError(
      `The solution of ${exercise.id} opens after ${left} more failed ${left === 1 ? 'attempt' : 'attempts'} or a success: ` +
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
      `The solution of ${exercise.id} should be in ${folder}, which is missing or empty: make a fresh course with \`jupyterlab-maturin course DIR\`.`
    );
  }
  const notes = recordProgress(course, progressEvent(exercise.id, 'solution'));
  return { exercise: exercise.id, files, notes };
}
