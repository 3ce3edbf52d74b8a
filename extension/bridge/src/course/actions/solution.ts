import path from 'node:path';

import type { CourseSolution, ExerciseSummary } from '@jupyterlab-maturin/protocol';

import { readForeignText, UnreadableFile } from '../../foreign/readFile.js';
import { CourseError } from '../error.js';
import type { Course, Exercise } from '../exercises/course.js';
import { shippedFiles, shippedFolder } from '../exercises/shippedExercise.js';
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
 * @throws CourseError when it is too early and the learner does not insist, or when the files are gone, cannot be
 *   read or are somewhere outside the course
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
  const doing = `Showing the solution of ${exercise.id}`;
  const files = shippedFiles(course, exercise, 'solution', doing).map(file => ({
    path: file,
    text: textOf(path.join(folder, file), doing)
  }));
  if (files.length === 0) {
    throw new CourseError(
      `The solution of ${exercise.id} should be in ${folder}, which is missing or empty: ` +
        '`jupyterlab-maturin course --update DIR` puts it back.'
    );
  }
  const notes = recordProgress(course, progressEvent(exercise.id, 'solution'));
  return { exercise: exercise.id, files, notes };
}

function textOf(file: string, doing: string): string {
  try {
    return readForeignText(file);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new CourseError(
      `${doing} failed: ${error.message}. \`jupyterlab-maturin course --update DIR\` puts the shipped one back.`,
      { cause: error }
    );
  }
}
