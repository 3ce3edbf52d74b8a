import type { Course } from '../../../src/course/exercises/course.js';
import { scratch, type Files } from '../../support/crates.js';
import { tinyCourse } from './tinyCourse.js';

/** A course to learn in without a git repository, which takes most of the time to make. */
export async function bareCourse(more: Files = {}): Promise<Course> {
  const path = process.env['PATH'];
  process.env['PATH'] = await scratch();
  try {
    return await tinyCourse(more);
  } finally {
    process.env['PATH'] = path;
  }
}
