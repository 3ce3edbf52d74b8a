import type { CourseNext } from '@jupyterlab-maturin/protocol';

import type { Course, Exercise } from '../discover.js';
import { progressEvent } from '../progress/event.js';
import { list, standingOf } from '../standing.js';
import { remember } from './remember.js';

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
  const skipped = exercises.filter(({ state }) => state === 'skipped');
  return {
    exercise: null,
    message:
      exercises.length === 0
        ? 'This course has no exercises.'
        : skipped.length === 0
          ? `All ${exercises.length} exercises are verified.`
          : `All exercises are verified but ${skipped.length} that ${skipped.length === 1 ? 'was' : 'were'} skipped: ${skipped.map(({ id }) => id).join(', ')}.`,
    notes
  };
}

/** Leaves an exercise out on purpose and returns the one to go on with. A verified one stays verified. */
export function skip(course: Course, exercise: Exercise): CourseNext {
  const verified = standingOf(course, exercise).state === 'verified';
  const notes = verified
    ? [`${exercise.id} is verified already; it was not skipped.`]
    : remember(course, progressEvent(exercise.id, 'skipped'));
  const answer = next(course);
  return { ...answer, notes: [...notes, ...answer.notes] };
}
