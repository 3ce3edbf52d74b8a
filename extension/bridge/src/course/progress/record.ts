import type { ProgressEvent } from '@jupyterlab-maturin/protocol';

import { CourseError } from '../error.js';
import type { Course } from '../exercises/course.js';
import { appendProgress } from './progressFile.js';

/**
 * Writes an event down and returns what to tell the learner: nothing, or one sentence when it could not be written. A
 * learner can work in a read-only course too; it only remembers nothing.
 */
export function recordProgress(course: Course, event: ProgressEvent): string[] {
  try {
    appendProgress(course.root, event);
    return [];
  } catch (error) {
    if (error instanceof CourseError) return [error.message];
    throw error;
  }
}
