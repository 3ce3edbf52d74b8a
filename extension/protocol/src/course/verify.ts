import type { BuildEvent } from '../build/event.js';
import type { ExerciseKind } from './exercise.js';

/** What a kernel or a terminal asks to have verified. */
export interface VerifyRequest {
  /** Chosen by the caller; unique within one bridge. */
  id: string;
  /** An exercise's id; `null`: the notebook's own, or the one that holds `cwd`. */
  exercise: string | null;
  /** Absolute. */
  cwd: string;
  /** Absolute path of the notebook, when the session tells it. */
  notebook: string | null;
  /** Absolute path of the Python that runs the tests and that the crate is built for. */
  interpreter: string;
  /** `sys.implementation.cache_tag` of that Python. */
  tag: string;
  environment: Record<string, string>;
}

/** One test's end. */
export interface TestResult {
  /** pytest's name after `::`, or libtest's name; the file's name when the file could not be collected. */
  name: string;
  /** The test file, relative to the exercise: `tests/test_functions.py`. */
  file: string;
  /** One-based line of the failing check, where it is known. */
  line: number | null;
  outcome: 'passed' | 'failed' | 'skipped';
  seconds: number;
  /** In the learner's terms: the assertion's own message, or one clear sentence. `null` when it passed. */
  message: string | null;
  /** The whole failure as the test runner words it, at most 16 KiB. */
  details: string | null;
  /** What the test printed, at most 8 KiB. */
  output: string | null;
}

/** Something that a lesson needs of the machine. */
export interface EnvironmentCheck {
  /** `cargo`, `rustc`, `maturin`, `python`, … */
  name: string;
  ok: boolean;
  /** The version that was found; `null` when there is none. */
  found: string | null;
  /** What is needed: `1.85 or newer`. */
  needed: string;
  /** What to install when it is not good enough. One sentence. */
  advice: string | null;
}

/** What happens during one verification, in order. */
export type VerifyEvent =
  | {
      kind: 'planned';
      exercise: string;
      title: string;
      exerciseKind: ExerciseKind;
      /** Sentences a person should read: edited tests, what is missing when opened early. */
      notes: string[];
    }
  | { kind: 'environment'; checks: EnvironmentCheck[] }
  | { kind: 'build'; event: BuildEvent }
  /** The tests run from here on; the limit (in seconds) counts from here. */
  | { kind: 'testing'; limit: number }
  | { kind: 'started'; test: string }
  | { kind: 'test'; result: TestResult }
  | { kind: 'finished'; outcome: VerifyOutcome };

/**
 * Why an exercise is not verified.
 *
 * - `tests`: at least one test failed.
 * - `collection`: a test file could not be read or could not import what it tests.
 * - `build`, `crate`, `tool`: as in `FailureKind`.
 * - `limit`: a test did not end in time.
 * - `crash`: the test process died.
 * - `environment`: something the course needs is missing or too old.
 */
export type VerifyFailure =
  'tests' | 'collection' | 'build' | 'crate' | 'tool' | 'limit' | 'crash' | 'environment';

/** How a verification ended. */
export interface VerifyOutcome {
  status: 'verified' | 'failed' | 'cancelled';
  exercise: string;
  reason: VerifyFailure | null;
  /** One sentence. */
  message: string;
  passed: number;
  failed: number;
  /** Seconds in all, and the part that building took. */
  seconds: number;
  buildSeconds: number;
  /** The hint to ask for next; `null` when verified, or when all were given. */
  hint: { number: number; total: number } | null;
  /** True when the solution may be looked at without insisting. */
  solution: boolean;
  /** The exercise to go on with, when this one is verified. */
  next: string | null;
  /** Sentences about what did not work beside the tests: progress that could not be written, for instance. */
  notes: string[];
}
