import {
  COURSE_HINT,
  COURSE_LIST,
  COURSE_NEXT,
  COURSE_PREDICT,
  COURSE_RESET,
  COURSE_SKIP,
  COURSE_SOLUTION,
  isCourseParams,
  isExerciseParams,
  isPredictionParams,
  isSolutionParams,
  type CourseParams,
  type ExerciseParams,
  type Validator
} from '@jupyterlab-maturin/protocol';

import { openCourse, type Course, type Exercise } from '../course/exercises/course.js';
import { findExercise } from '../course/exercises/findExercise.js';
import { hint } from '../course/actions/hint.js';
import { next, skip } from '../course/actions/next.js';
import { predict } from '../course/actions/predict.js';
import { reset } from '../course/actions/reset.js';
import { solution } from '../course/actions/solution.js';
import { list } from '../course/progress/list.js';
import { onValidRequest } from './requests.js';
import type { AddMethods } from './serve.js';

/** Registers the questions about the course. Each is answered at once. */
export const addCourseMethods: AddMethods = connection => {
  const aboutCourse = (method: string, answer: (course: Course) => object): void =>
    onValidRequest<CourseParams>(connection, method, isCourseParams, params =>
      answer(openCourse(params))
    );
  const aboutExercise = <Params extends ExerciseParams>(
    method: string,
    isValid: Validator<Params>,
    answer: (course: Course, exercise: Exercise, params: Params) => object
  ): void =>
    onValidRequest(connection, method, isValid, params => {
      const course = openCourse(params);
      return answer(course, findExercise(course, params), params);
    });

  aboutCourse(COURSE_LIST, list);
  aboutCourse(COURSE_NEXT, next);
  aboutExercise(COURSE_HINT, isExerciseParams, hint);
  aboutExercise(COURSE_SOLUTION, isSolutionParams, (course, exercise, { insist }) =>
    solution(course, exercise, insist)
  );
  aboutExercise(COURSE_RESET, isExerciseParams, (course, exercise) => reset(course, exercise));
  aboutExercise(COURSE_SKIP, isExerciseParams, skip);
  onValidRequest(connection, COURSE_PREDICT, isPredictionParams, params =>
    predict(openCourse(params), params)
  );
};
