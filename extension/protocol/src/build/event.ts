import type { Diagnostic } from './diagnostic.js';
import type { BuildOutcome } from './outcome.js';

/** The crate is known and the build is about to run. */
export interface PlannedEvent {
  kind: 'planned';
  /** The Cargo package's name. */
  crate: string;
  /** Absolute path of the package's Cargo.toml. */
  manifest: string;
  /** Absolute directory that relative file names in diagnostics start from. */
  root: string;
  profile: string;
  features: string[];
  /** Absolute path of cargo's target directory. */
  target: string;
  /** Sentences a person should read: what the crate's own settings cost, for instance. */
  notes: string[];
}

/** Another build holds the lock of the same target directory; this one goes on when that ends. */
export interface WaitingEvent {
  kind: 'waiting';
  reason: string;
}

/** maturin has the lock and runs. */
export interface BuildingEvent {
  kind: 'building';
}

/** cargo's own count of finished units. */
export interface ProgressEvent {
  kind: 'progress';
  done: number;
  total: number;
  /** The crates that are being compiled now, as cargo names them. */
  crate: string;
}

/** One diagnostic, as it arrives. */
export interface DiagnosticEvent {
  kind: 'diagnostic';
  diagnostic: Diagnostic;
}

/** Lines of the raw log, colours stripped. */
export interface LogEvent {
  kind: 'log';
  text: string;
}

/** The last event of every build. */
export interface FinishedEvent {
  kind: 'finished';
  outcome: BuildOutcome;
}

/** What happens during one build, in order; `jupyterlab-maturin build --json` prints one a line. */
export type BuildEvent =
  | PlannedEvent
  | WaitingEvent
  | BuildingEvent
  | ProgressEvent
  | DiagnosticEvent
  | LogEvent
  | FinishedEvent;
