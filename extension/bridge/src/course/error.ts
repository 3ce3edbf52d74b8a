import { tellable } from '../foreign/sentence.js';

/**
 * Something a learner asked for cannot be done: bad input, or a rule of the course.
 *
 * The message is one sentence for the learner. Anything else that is thrown is a fault of the machinery.
 */
export class CourseError extends Error {
  override name = 'CourseError';

  /** @param message one sentence, which may quote others: they are made tellable */
  constructor(message: string, options?: ErrorOptions) {
    super(tellable(message), options);
  }
}
