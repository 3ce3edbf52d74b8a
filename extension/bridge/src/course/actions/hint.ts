import type { CourseHint } from '@jupyterlab-maturin/protocol';

import type { Course, Exercise } from '../exercises/course.js';
import { progressEvent } from '../progress/event.js';
import { summaryOf } from '../progress/list.js';
import { recordProgress } from '../progress/record.js';

/** Gives the next hint; when all were given before, the last one again. */
export function hint(course: Course, exercise: Exercise): CourseHint {
  const { given, total } = summaryOf(course, exercise).hints;
  const isNew = given < total;
  const number = isNew ? given + 1 : total;
  const notes = isNew
    ? recordProgress(course, progressEvent(exercise.id, 'hinted', { hint: number }))
    : [`All ${total} hints were given; what remains is to look at the solution.`];
  return {
    exercise: exercise.id,
    number,
    total,
    text: exercise.manifest.hints[number - 1] ?? '',
    last: number >= total,
    notes
  };
}
