/** `cargo`: a plain crate, `cargo test`. `extension`: a PyO3 crate, pytest. `python`: no crate, pytest. */
export type ExerciseKind = 'cargo' | 'extension' | 'python';

/**
 * Where a learner stands with an exercise.
 *
 * - `locked`: an earlier one is neither verified nor skipped. It can be opened all the same.
 * - `open`: nothing was done here yet (or it was reset).
 * - `started`: opened, tried, or a hint was read.
 * - `verified`: its tests passed, and it was not reset since.
 * - `skipped`: left out on purpose.
 */
export type ExerciseState = 'locked' | 'open' | 'started' | 'verified' | 'skipped';

/** One exercise as a list or a sidebar shows it. */
export interface ExerciseSummary {
  /** Its path below `exercises/`: `01_intro/03_functions`. */
  id: string;
  /** The first part of the id. */
  chapter: string;
  title: string;
  summary: string;
  kind: ExerciseKind;
  /** How long the lesson takes, as its authors think. */
  minutes: number;
  concepts: string[];
  state: ExerciseState;
  /** Ids of the earlier exercises that are neither verified nor skipped. */
  missing: string[];
  /** Verifications that failed since the last success or reset. */
  attempts: number;
  hints: { given: number; total: number };
  /** Absolute path of the exercise's folder. */
  directory: string;
  /** Absolute path of its notebook; the file may be missing. */
  notebook: string;
}
