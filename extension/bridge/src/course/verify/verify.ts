import path from 'node:path';

import type {
  TestResult,
  VerifyEvent,
  VerifyFailure,
  VerifyOutcome,
  VerifyRequest
} from '@jupyterlab-maturin/protocol';

import { next } from '../actions/next.js';
import { mayLook } from '../actions/solution.js';
import { openCourse, type Course, type Exercise } from '../exercises/course.js';
import { findExercise } from '../exercises/findExercise.js';
import { isCopy, shippedFolder } from '../exercises/shippedExercise.js';
import { progressEvent } from '../progress/event.js';
import { openedEarly, summaryOf } from '../progress/list.js';
import { recordProgress } from '../progress/record.js';
import type { AttemptOutcome, Builder } from './attempt.js';
import { withoutServerVariables } from '../../process/serverVariables.js';
import { buildAndTest } from './buildAndTest.js';
import { changedTests } from './changedTests.js';
import { refuseLinksOut } from './linksOut.js';

/**
 * Verifies an exercise for a learner: builds it, runs the shipped tests, records how it went and says what comes next.
 *
 * @param signal cancels; the outcome says so, and comes when every process of the verification is gone
 * @throws CourseError when there is no such exercise, or a link in it leads out of the course
 */
export async function verify(
  request: VerifyRequest,
  build: Builder,
  onEvent: (event: VerifyEvent) => void,
  signal: AbortSignal
): Promise<VerifyOutcome> {
  const started = performance.now();
  const course = openCourse(request);
  const exercise = findExercise(course, request);
  refuseLinksOut(course, exercise);
  const early = openedEarly(summaryOf(course, exercise));
  onEvent({
    kind: 'planned',
    exercise: exercise.id,
    title: exercise.manifest.title,
    exerciseKind: exercise.manifest.kind,
    notes: [...(early === null ? [] : [early]), ...changedTests(course, exercise)]
  });
  let judged: Omit<VerifyOutcome, 'exercise' | 'seconds' | 'solution'>;
  try {
    const tested = await buildAndTest(
      {
        id: request.id,
        manifest: exercise.manifest,
        directory: exercise.directory,
        shipped: shippedFolder(course, exercise),
        scratch: isCopy(course) ? path.join(course.root, '.course', 'tested') : null,
        interpreter: request.interpreter,
        tag: request.tag,
        environment: withoutServerVariables(request.environment)
      },
      { build, onEvent, signal }
    );
    judged = record(course, exercise, tested);
  } catch (error) {
    if (!signal.aborted) throw error;
    judged = CANCELLED;
  }
  const outcome: VerifyOutcome = {
    ...judged,
    exercise: exercise.id,
    seconds: (performance.now() - started) / 1000,
    solution: mayLook(summaryOf(course, exercise))
  };
  onEvent({ kind: 'finished', outcome });
  return outcome;
}

/** A cancelled verification says nothing about the learner's code, so it is not recorded. */
const CANCELLED = {
  status: 'cancelled',
  reason: null,
  message: 'Stopped.',
  passed: 0,
  failed: 0,
  buildSeconds: 0,
  hint: null,
  next: null,
  notes: []
} as const satisfies Partial<VerifyOutcome>;

/** Failures that say something about the machine or the files and nothing about the learner's code. */
const NO_ATTEMPT: readonly (VerifyFailure | null)[] = ['tool', 'environment', 'crate'];

/** Records how an attempt went, and returns what to tell the learner. */
function record(
  course: Course,
  exercise: Exercise,
  tested: AttemptOutcome
): Omit<VerifyOutcome, 'exercise' | 'seconds' | 'solution'> {
  const count = (wanted: TestResult['outcome']): number =>
    tested.results.filter(({ outcome }) => outcome === wanted).length;
  const counts = { passed: count('passed'), failed: count('failed') };
  const { reason, buildSeconds } = tested;
  const isAttempt = !NO_ATTEMPT.includes(reason);
  const event = progressEvent(exercise.id, reason === null ? 'verified' : 'failed', counts);
  const notes = isAttempt ? recordProgress(course, event) : [];
  if (reason === null) {
    return {
      status: 'verified',
      reason,
      message: `All ${counts.passed} ${counts.passed === 1 ? 'test passes' : 'tests pass'}.`,
      ...counts,
      buildSeconds,
      hint: null,
      next: next(course).exercise?.id ?? null,
      notes
    };
  }
  const { given, total } = summaryOf(course, exercise).hints;
  return {
    status: 'failed',
    reason,
    message: tested.message,
    ...counts,
    buildSeconds,
    hint: isAttempt && given < total ? { number: given + 1, total } : null,
    next: null,
    notes
  };
}
