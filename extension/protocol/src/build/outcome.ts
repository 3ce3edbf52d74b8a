/** Seconds that one step of the bridge's work took. */
export interface Timing {
  step: 'plan' | 'lock' | 'maturin' | 'unpack' | 'install';
  seconds: number;
}

/** What rustc said in all, and how many of those diagnostics were too many to be sent as events. */
export interface DiagnosticCounts {
  errors: number;
  warnings: number;
  omitted: number;
}

/** maturin made a library and it lies in a generation of its own. */
export interface Built {
  status: 'built';
  /** The name Python imports. */
  module: string;
  /** Counts from 1 for each module, interpreter and target directory. */
  generation: number;
  /** Absolute path of the generation: the directory to put on `sys.path`. */
  directory: string;
  /** Absolute path of the native library inside it. */
  library: string;
  /** False when the newest generation already held exactly these files, and is handed out again. */
  changed: boolean;
  profile: string;
  features: string[];
  /** From the request to this answer. */
  seconds: number;
  timings: Timing[];
  counts: DiagnosticCounts;
}

/**
 * Why there is no library.
 *
 * - `crate`: what was asked for is not there or not buildable as it stands (`CrateError` in Python).
 * - `tool`: cargo, rustc, maturin or the interpreter is missing or unfit (`ToolError`).
 * - `build`: the compiler or the linker said no (`BuildError`).
 */
export type FailureKind = 'crate' | 'tool' | 'build';

/** The build did not work out. */
export interface Failed {
  status: 'failed';
  error: {
    kind: FailureKind;
    /** One sentence: what was being done, what was found, what to do. */
    message: string;
  };
  seconds: number;
  counts: DiagnosticCounts;
}

/** Somebody cancelled it, and the whole process group is gone. */
export interface Cancelled {
  status: 'cancelled';
  seconds: number;
}

export type BuildOutcome = Built | Failed | Cancelled;
