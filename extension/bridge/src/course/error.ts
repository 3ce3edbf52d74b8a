/**
 * Something a learner asked for cannot be done: bad input, or a rule of the course.
 *
 * The message is one sentence for the learner. Anything else that is thrown is a fault of the machinery.
 */
export class CourseError extends Error {
  override name = 'CourseError';
}
