import type { CourseHint } from '@jupyterlab-maturin/protocol';

import type { Course, Exercise } from '../discover.js';
import { progressEvent } from '../progress/event.js';
import { standingOf } from '../standing.js';
import { remember } from './remember.js';

/** Gives the next hint; when all were given before, the last one again. */
export function hint(course: Course, exercise: Exercise): CourseHint {
  const { hints } = standingOf(course, exercise);
  const fresh = hints.given < hints.total;
  const number = fresh ? hints.given + 1 : hints.total;
  const notes = fresh
    ? remember(course, progressEvent(exercise.id, 'hinted', { hint: number }))
    : [`All ${hints.total} hints were given; the solution is the next thing to ask for.`];
  return {
    exercise: exercise.id,
    number,
    total: hints.total,
    text: exercise.manifest.hints[number - 1] ?? '',
    last: number >= hints.total,
    notes
  };
}
