import { Argument } from 'commander';

import { openCourse, type Course, type Exercise } from '../course/exercises/course.js';
import { findExercise } from '../course/exercises/findExercise.js';

/** The argument of every command about one exercise. */
export const EXERCISE = new Argument(
  '[id]',
  'the exercise; without it, the one that this directory belongs to'
);

/** Returns the course that the current directory belongs to. Raises `CourseError` when there is none. */
export function courseHere(): Course {
  return openCourse({ cwd: process.cwd(), notebook: null });
}

/** Returns the exercise with this id, or the current directory's. Raises `CourseError` when there is none. */
export function exerciseHere(id: string | undefined): [Course, Exercise] {
  const course = courseHere();
  const where = { cwd: process.cwd(), notebook: null };
  return [course, findExercise(course, { exercise: id ?? null, ...where })];
}
