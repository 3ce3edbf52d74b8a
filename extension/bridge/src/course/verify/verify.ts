import path from 'node:path';

import type { VerifyEvent, VerifyOutcome, VerifyRequest } from '@jupyterlab-maturin/protocol';

import { findExercise, openCourse } from '../discover.js';
import { next } from '../moves/next.js';
import { remember } from '../moves/remember.js';
import { mayLook } from '../moves/solution.js';
import { progressEvent } from '../progress/event.js';
import { aboutChangedTests, changedTests, isCopy, shippedFolder } from '../shipped.js';
import { openedEarly, standingOf } from '../standing.js';
import { attempt, type AttemptEnd } from './attempt.js';
import type { Builder } from './build.js';

/**
 * Verifies an exercise for a learner: builds it, runs the shipped tests, remembers how it went, says what comes next.
 * Raises `CourseError` when there is no such exercise.
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
  const counts = {
    passed: end.results.filter(({ outcome }) => outcome === 'passed').length,
    failed: end.results.filter(({ outcome }) => outcome === 'failed').length
  };
  const notes = !isAnAttempt(end)
    ? []
    : remember(
        course,
        progressEvent(exercise.id, end.reason === null ? 'verified' : 'failed', counts)
      );
  const after = standingOf(course, exercise);
  const given = after.hints.given;
  const outcome: VerifyOutcome = {
    status: status(end),
    exercise: exercise.id,
    reason: end.reason === 'cancelled' ? null : end.reason,
    message:
      end.reason === null
        ? `All ${counts.passed} ${counts.passed === 1 ? 'test passes' : 'tests pass'}.`
        : end.message,
    ...counts,
    seconds: (performance.now() - started) / 1000,
    buildSeconds: end.buildSeconds,
    hint:
      end.reason !== null && isAnAttempt(end) && given < after.hints.total
        ? { number: given + 1, total: after.hints.total }
        : null,
    solution: mayLook(after),
    next: end.reason === null ? (next(course).exercise?.id ?? null) : null,
    notes
  };
  onEvent({ kind: 'finished', outcome });
  return outcome;
}

function status(end: AttemptEnd): VerifyOutcome['status'] {
  if (end.reason === null) return 'verified';
  return end.reason === 'cancelled' ? 'cancelled' : 'failed';
}

/** Whether it says something about the learner's code; a missing tool or a lost folder does not. */
function isAnAttempt(end: AttemptEnd): boolean {
  return end.reason === null || !['cancelled', 'tool', 'environment', 'crate'].includes(end.reason);
}
