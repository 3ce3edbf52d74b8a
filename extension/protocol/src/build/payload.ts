import type { Diagnostic } from './diagnostic.js';
import type { DiagnosticCounts, FailureKind, Timing } from './outcome.js';

/** The MIME type of a build's output. */
export const BUILD_MIME = 'application/vnd.jupyterlab-maturin.build.v1+json';

/** The version that this package writes and reads; a payload of another version is shown by its `text/html`. */
export const BUILD_PAYLOAD_VERSION = 1;

export type Phase = 'planning' | 'building' | 'loading' | 'done' | 'failed' | 'cancelled';

/** A name that now points at the new generation. */
export interface Rebound {
  /** As the user would write it: `nth_prime`. */
  name: string;
  /** `this notebook`, or the module's name. */
  where: string;
}

/** Something that still points at an older generation. */
export interface Stale {
  /** As the user would write it: `cache["f"]`. */
  name: string;
  where: string;
  /** Why it could not follow, and what to do about it. One sentence. */
  reason: string;
}

/** What the kernel did with the library. */
export interface BuildResult {
  module: string;
  generation: number;
  /** From running the cell to the swapped module. */
  seconds: number;
  /** False when the kernel already had exactly this build loaded. */
  changed: boolean;
  library: string;
  rebound: Rebound[];
  stale: Stale[];
}

/** The whole state of a build's output at one moment; each update replaces the one before. */
export interface BuildPayload {
  version: typeof BUILD_PAYLOAD_VERSION;
  phase: Phase;
  /** The Cargo package's name; what the user typed until it is known. */
  crate: string;
  /** Absolute path of Cargo.toml, once known. */
  manifest: string | null;
  /** Absolute directory that relative file names in diagnostics start from, once known. */
  root: string | null;
  profile: string;
  features: string[];
  /** Seconds since the cell ran, when this payload was made. */
  elapsed: number;
  progress: { done: number; total: number; crate: string } | null;
  /** Why the build has not begun, while another one holds the target directory. */
  waiting: string | null;
  diagnostics: Diagnostic[];
  /** What rustc said in all, and how many diagnostics are left out above. */
  counts: DiagnosticCounts;
  result: BuildResult | null;
  /** `reload`: it compiled but would not import. */
  error: { kind: FailureKind | 'reload' | 'bridge'; message: string } | null;
  /** The generation that stays in use when this build fails; `null` when there is none. */
  previous: number | null;
  notes: string[];
  timings: (Timing | { step: 'load'; seconds: number })[];
  /** The end of the raw log, colours stripped, at most 64 KiB. */
  log: string;
}
