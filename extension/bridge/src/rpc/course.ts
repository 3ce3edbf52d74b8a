import {
  COURSE_CANCEL,
  COURSE_ERROR,
  COURSE_EVENT,
  COURSE_HINT,
  COURSE_LIST,
  COURSE_NEXT,
  COURSE_RESET,
  COURSE_SKIP,
  COURSE_SOLUTION,
  COURSE_VERIFY
} from '@jupyterlab-maturin/protocol';
import type {
  CancelParams,
  CourseEventParams,
  CourseParams,
  ExerciseParams,
  SolutionParams,
  VerifyRequest
} from '@jupyterlab-maturin/protocol';
import { ResponseError } from 'vscode-jsonrpc/node';

import { runBuild } from '../build/runBuild.js';
import { findExercise, openCourse, type Course, type Exercise } from '../course/discover.js';
import { CourseError } from '../course/error.js';
import { hint } from '../course/moves/hint.js';
import { next, skip } from '../course/moves/next.js';
import { reset } from '../course/moves/reset.js';
import { solution } from '../course/moves/solution.js';
import { list } from '../course/standing.js';
import { verify } from '../course/verify/verify.js';
import type { AddMethods } from './serve.js';

/** The methods about the course: moving through it, and verifying. */
export const addCourseMethods: AddMethods = (connection, running) => {
  const cancellations = new Map<string, AbortController>();

  /** A move: an answer that is there at once. */
  const move = <Params extends CourseParams>(
    method: string,
    answer: (course: Course, params: Params) => object
  ): void => {
    connection.onRequest(method, (params: Params) =>
      refusing(() => answer(openCourse(params), params))
    );
  };
  /** A move about one exercise. */
  const about = <Params extends ExerciseParams>(
    method: string,
    answer: (course: Course, exercise: Exercise, params: Params) => object
  ): void => {
    move<Params>(method, (course, params) => answer(course, findExercise(course, params), params));
  };

  move(COURSE_LIST, list);
  move(COURSE_NEXT, next);
  about(COURSE_HINT, hint);
  about<SolutionParams>(COURSE_SOLUTION, (course, exercise, { insist }) =>
    solution(course, exercise, insist)
  );
  about(COURSE_RESET, reset);
  about(COURSE_SKIP, skip);

  connection.onRequest(COURSE_VERIFY, (request: VerifyRequest) =>
    refusing(async () => {
      const { id } = request;
      const controller = new AbortController();
      cancellations.set(id, controller);
      try {
        return await running.track(
          verify(
            request,
            runBuild,
            event => {
              const params: CourseEventParams = { id, event };
              // A connection that is gone needs no news.
              connection.sendNotification(COURSE_EVENT, params).catch(() => undefined);
            },
            AbortSignal.any([controller.signal, running.signal])
          )
        );
      } finally {
        cancellations.delete(id);
      }
    })
  );

  connection.onNotification(COURSE_CANCEL, ({ id }: CancelParams) =>
    cancellations.get(id)?.abort()
  );
};

/** Bad input and the course's rules are answers; everything else is a fault and travels as one. */
async function refusing<Answer>(
  answer: () => Answer | Promise<Answer>
): Promise<Answer | ResponseError> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    return new ResponseError(COURSE_ERROR, error.message);
  }
}
