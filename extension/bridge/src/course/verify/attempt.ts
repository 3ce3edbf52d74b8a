import type {
  BuildEvent,
  BuildOutcome,
  BuildRequest,
  Diagnostic,
  TestResult,
  VerifyEvent,
  VerifyFailure
} from '@jupyterlab-maturin/protocol';

import type { Manifest } from '../exercises/manifest.js';

/** One exercise to build and test, wherever its files are. */
export interface Attempt {
  /** The caller's name for it. */
  id: string;
  manifest: Manifest;
  /** Absolute path of the crate, or of the folder with the Python file. */
  directory: string;
  /** Absolute path of the folder whose `tests/` are run. */
  shipped: string;
  /** Absolute path of a folder for a copy of the crate, in case its own tests are not the shipped ones. */
  scratch: string | null;
  interpreter: string;
  tag: string;
  environment: Record<string, string>;
  /** A command that runs the tests, given as its arguments: somewhere without a network, for instance. */
  wrap?: readonly string[];
}

/** How an attempt ended. */
export interface AttemptOutcome {
  /** `null`: every test passed. */
  reason: VerifyFailure | null;
  /** One sentence when it is not verified; empty when it is. */
  message: string;
  results: TestResult[];
  /** What rustc said. */
  diagnostics: Diagnostic[];
  buildSeconds: number;
}

/** Builds a crate: the bridge's `runBuild`. It is handed in, so that the course does not depend on how it is done. */
export type Builder = (
  request: BuildRequest,
  onEvent: (event: BuildEvent) => void,
  signal: AbortSignal
) => Promise<BuildOutcome>;

/** What an attempt is made with, whatever the kind of the exercise. */
export interface AttemptTools {
  build: Builder;
  onEvent: (event: VerifyEvent) => void;
  /** Cancels: the attempt then throws the signal's reason, when all of its processes are gone. */
  signal: AbortSignal;
}

/** Returns the outcome of an attempt whose tests were not run. */
export function notTested(
  reason: VerifyFailure,
  message: string,
  built: Partial<Pick<AttemptOutcome, 'diagnostics' | 'buildSeconds'>> = {}
): AttemptOutcome {
  return { reason, message, results: [], diagnostics: [], buildSeconds: 0, ...built };
}
