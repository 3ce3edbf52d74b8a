import type { Diagnostic } from '../build/diagnostic.js';
import type { ExerciseKind } from './exercise.js';
import type { EnvironmentCheck, TestResult, VerifyOutcome } from './verify.js';

/** The MIME type of a verification's output. */
export const VERIFY_MIME = 'application/vnd.jupyterlab-maturin.verify.v1+json';

/** The version that this package writes and reads; a payload of another version is shown by its `text/html`. */
export const VERIFY_PAYLOAD_VERSION = 1;

export type VerifyPhase = 'planning' | 'building' | 'testing' | 'verified' | 'failed' | 'cancelled';

/** The whole state of a verification's output at one moment; each update replaces the one before. */
export interface VerifyPayload {
  version: typeof VERIFY_PAYLOAD_VERSION;
  phase: VerifyPhase;
  /** The exercise's id; what the learner typed until it is known. */
  exercise: string;
  title: string | null;
  kind: ExerciseKind | null;
  /** Seconds since the cell ran, when this payload was made. */
  elapsed: number;
  /** cargo's count while it builds. */
  progress: { done: number; total: number; crate: string } | null;
  /** Why the build has not begun, while another one holds the target directory. */
  waiting: string | null;
  /** Absolute path of Cargo.toml, once known. */
  manifest: string | null;
  /** Absolute directory that relative file names in diagnostics start from, once known. */
  root: string | null;
  /** rustc's errors, and its warnings behind them, bounded as in a build's payload. */
  diagnostics: Diagnostic[];
  counts: { errors: number; warnings: number; omitted: number };
  environment: EnvironmentCheck[];
  /** In the order they ended. */
  tests: TestResult[];
  /** The test that runs now. */
  running: string | null;
  notes: string[];
  outcome: VerifyOutcome | null;
}
