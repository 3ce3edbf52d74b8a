import { stripVTControlCharacters } from 'node:util';
import type { BuildEvent, BuildProgress } from '@jupyterlab-maturin/protocol';
import { LogTail } from '../../process/logTail.js';

/** Turns the text that maturin and cargo print for people into events, and keeps the end of it as a log. */
export class TextOutput {
  private readonly log = new LogTail();
  /** The lock that cargo waits for now. */
  private lock: string | null = null;
  private lastProgress: BuildProgress | null = null;

  constructor(private readonly onEvent: (event: BuildEvent) => void) {}

  /** Reads one line, which may have colours. */
  add(line: string): void {
    const text = stripVTControlCharacters(line);
    const lock = parseBlocking(text);
    if (lock !== null && lock !== this.lock) {
      this.onEvent({ kind: 'waiting', reason: `another cargo holds the ${lock}` });
    } else if (lock === null && this.lock !== null) {
      this.onEvent({ kind: 'building' });
    }
    this.lock = lock;
    const progress = parseProgress(text);
    if (progress) {
      this.lastProgress = progress;
      this.onEvent(progress);
    } else if (!isBar(text)) {
      this.log.add(text);
      this.onEvent({ kind: 'log', text: `${text}\n` });
    }
  }

  /**
   * Completes the progress, once cargo has succeeded. cargo draws its bar while it waits for crates and removes it when
   * the last one is done, so it never shows that one as done: 25/26 is the last that it prints.
   */
  succeeded(): void {
    if (this.lastProgress) {
      const { total } = this.lastProgress;
      this.onEvent({ kind: 'progress', done: total, total, crate: '' });
    }
  }

  /** The end of the log, without colours. */
  get logTail(): string {
    return String(this.log);
  }
}

/** cargo's progress bar, `Building [====>   ] 12/26: pyo3-ffi, syn`, or `null` when the line is something else. */
export function parseProgress(line: string): BuildProgress | null {
  const match = /^\s*Building\s+\[[=> ]*\]\s+(\d+)\/(\d+)(?::\s*(.*?))?\s*$/.exec(line);
  return match
    ? { kind: 'progress', done: Number(match[1]), total: Number(match[2]), crate: match[3] ?? '' }
    : null;
}

/** The lock that cargo waits for, `file lock on build directory`, or `null` when the line is something else. */
export function parseBlocking(line: string): string | null {
  return /^\s*Blocking waiting for (file lock on .+)$/.exec(line)?.[1]?.trim() ?? null;
}

/** Whether a line only redraws a progress bar. cargo has others than the one with the crates. */
function isBar(line: string): boolean {
  return /^\s*(?:Building|Fetch|Checking|Downloading|Updating)\s+\[[=> ]*\]/.test(line);
}
