import path from 'node:path';

import type {
  TestResult,
  VerifyEvent,
  VerifyFailure,
  VerifyOutcome,
  VerifyRequest
} from '@jupyterlab-maturin/protocol';

import { findExercise, openCourse, type Course, type Exercise } from '../discover.js';
import { next } from '../moves/next.js';
import { remember } from '../moves/remember.js';
import { mayLook } from '../moves/solution.js';
import { progressEvent } from '../progress/event.js';
import { aboutChangedTests, changedTests, isCopy, shippedFolder } from '../shipped.js';
import { openedEarly, standingOf } from '../standing.js';
import { attempt, type AttemptEnd } from './attempt.js';
import type { Builder } from './build.js';

/**
 * Verifies an exercise for a learner: builds it, runs the shipped tests, records how it went and says what comes next.
 *
 * @param signal cancels; the outcome says so, and comes when every process of the verification is gone
 * @throws CourseError when there is no such exercise
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
  const early = openedEarly(standingOf(course, exercise));
  onEvent({
    kind: 'planned',
    exercise: exercise.id,
    title: exercise.manifest.title,
    exerciseKind: exercise.manifest.kind,
    notes: [
      ...(early === null ? [] : [early]),
      ...aboutChangedTests(changedTests(course, exercise))
    ]
  });
  let judged: Omit<VerifyOutcome, 'exercise' | 'seconds' | 'solution'>;
  try {
    const end = await attempt(
      {
        id: request.id,
        manifest: exercise.manifest,
        directory: exercise.directory,
        shipped: shippedFolder(course, exercise),
        scratch: isCopy(course) ? path.join(course.root, '.course', 'tested') : null,
        interpreter: request.interpreter,
        tag: request.tag,
        environment: request.environment
      },
      { build, onEvent, signal }
    );
    judged = record(course, exercise, end);
  } catch (error) {
    if (!signal.aborted) throw error;
    judged = CANCELLED;
  }
  const outcome: VerifyOutcome = {
    ...judged,
    exercise: exercise.id,
    seconds: (performance.now() - started) / 1000,
    solution: mayLook(standingOf(course, exercise))
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

function record(
  course: Course,
  exercise: Exercise,
  end: AttemptEnd
): Omit<VerifyOutcome, 'exercise' | 'seconds' | 'solution'> {
  const count = (wanted: TestResult['outcome']): number =>
    end.results.filter(({ outcome }) => outcome === wanted).length;
  const counts = { passed: count('passed'), failed: count('failed') };
  const { reason, buildSeconds } = end;
  const isAttempt = !NO_ATTEMPT.includes(reason);
  const event = progressEvent(exercise.id, reason === null ? 'verified' : 'failed', counts);
  const notes = isAttempt ? remember(course, event) : [];
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
  const { given, total } = standingOf(course, exercise).hints;
  return {
    status: 'failed',
    reason,
    message: end.message,
    ...counts,
    buildSeconds,
    hint: isAttempt && given < total ? { number: given + 1, total } : null,
    next: null,
    notes
  };
}
