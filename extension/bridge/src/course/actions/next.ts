import type { CourseNext, ExerciseSummary } from '@jupyterlab-maturin/protocol';

import type { Course, Exercise } from '../exercises/course.js';
import { progressEvent } from '../progress/event.js';
import { list, summaryOf } from '../progress/list.js';
import { recordProgress } from '../progress/record.js';

/** Returns the first exercise that is neither verified nor skipped. */
export function next(course: Course): CourseNext {
  const { exercises, notes } = list(course);
  const exercise =
    exercises.find(({ state }) => state !== 'verified' && state !== 'skipped') ?? null;
  if (exercise !== null) {
    return {
      exercise,
      message: `Next: ${exercise.id}, ${exercise.title} (${exercise.minutes} min).`,
      notes
    };
  }
  return { exercise: null, message: nothingLeft(exercises), notes };
}

function nothingLeft(exercises: ExerciseSummary[]): string {
  if (exercises.length === 0) return 'This course has no exercises.';
  const skipped = exercises.filter(({ state }) => state === 'skipped').map(({ id }) => id);
  if (skipped.length === 0) return `All ${exercises.length} exercises are verified.`;
  return `All exercises are verified but ${skipped.length} that ${skipped.length === 1 ? 'was' : 'were'} skipped: ${skipped.join(', ')}.`;
}

/** Skips an exercise and returns the one to go on with. A verified exercise stays verified. */
export function skip(course: Course, exercise: Exercise): CourseNext {
  const verified = summaryOf(course, exercise).state === 'verified';
  const notes = verified
    ? [`${exercise.id} is verified already; it was not skipped.`]
    : recordProgress(course, progressEvent(exercise.id, 'skipped'));
  const answer = next(course);
  return { ...answer, notes: [...notes, ...answer.notes] };
}
