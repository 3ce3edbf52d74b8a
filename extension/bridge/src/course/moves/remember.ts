import type { Course } from '../discover.js';
import { CourseError } from '../error.js';
import type { ProgressEvent } from '../progress/event.js';
import { appendProgress } from '../progress/file.js';

/**
 * Writes an event and returns what to tell the learner: nothing, or one sentence when it could not be written.
 *
 * A course that is read-only can still be worked through; it only has no memory.
 */
export function remember(course: Course, event: ProgressEvent): string[] {
  try {
    appendProgress(course.root, event);
    return [];
  } catch (error) {
    if (error instanceof CourseError) return [error.message];
    throw error;
  }
}
