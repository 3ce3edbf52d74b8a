import type { RecordedProgress } from '@jupyterlab-maturin/protocol';

/** How far a learner is with one exercise: what its events add up to. */
export interface ExerciseProgress {
  /** Something was done here since the last reset. */
  started: boolean;
  /** Verified, and not reset since. */
  verified: boolean;
  /** Verified at any time: a learner who starts this one afresh does not lock what comes after it. */
  everVerified: boolean;
  /** Skipped, and not verified since. */
  skipped: boolean;
  /** Failed verifications since the last success or reset. */
  attempts: number;
  /** The highest hint that was given; a reset does not take it back. */
  hints: number;
}

export const NO_PROGRESS: Readonly<ExerciseProgress> = {
  started: false,
  verified: false,
  everVerified: false,
  skipped: false,
  attempts: 0,
  hints: 0
};

/** Returns the progress with every exercise that the events name, by id. */
export function progressByExercise(
  events: readonly RecordedProgress[]
): Map<string, ExerciseProgress> {
  const progress = new Map<string, ExerciseProgress>();
  for (const event of events) {
    progress.set(event.exercise, after(progress.get(event.exercise) ?? NO_PROGRESS, event));
  }
  return progress;
}

function after(before: ExerciseProgress, { event, hint = 0 }: RecordedProgress): ExerciseProgress {
  switch (event) {
    case 'opened': // written by earlier versions
    case 'predicted':
    case 'solution':
      return { ...before, started: true };
    case 'hinted':
      return { ...before, started: true, hints: Math.max(before.hints, hint) };
    case 'failed':
      return { ...before, started: true, attempts: before.attempts + 1 };
    case 'verified':
      return {
        ...before,
        started: true,
        verified: true,
        everVerified: true,
        skipped: false,
        attempts: 0
      };
    case 'skipped':
      return { ...before, skipped: !before.verified };
    case 'reset':
      return { ...before, started: false, verified: false, attempts: 0 };
    default:
      // An event of a later version.
      return before;
  }
}
