import { stripVTControlCharacters } from 'node:util';
import type { BuildEvent, BuildProgress } from '@jupyterlab-maturin/protocol';
import { clipEnd, wellFormed } from '../../foreign/clip.js';
import { LogTail } from '../../process/logTail.js';

/** Milliseconds between two events about the log or the progress: nobody reads more often. */
const SHORTEST = 50;
/** Characters of one event about the log. The kernel keeps no more than the end of the log. */
const MOST_LOG = 64 * 1024;
/** Characters of a lock's or a crate's name. */
const MOST_NAME = 200;
/** How often a wait for a lock is told. cargo waits for two or three; what a build script prints may look like that. */
const MOST_WAITS = 20;

/**
 * Turns the text that maturin and cargo print for people into events, and keeps the end of it as a log.
 *
 * A build script may print a gigabyte. So what belongs to the log is gathered for a moment and sent as one event, and of
 * more than {@link MOST_LOG} characters only the end is sent, with a word about the rest. Of the progress, the last one is
 * sent.
 */
export class TextOutput {
  private readonly log = new LogTail();
  /** The lock that cargo waits for now. */
  private lock: string | null = null;
  private waits = 0;
  private lastProgress: BuildProgress | null = null;
  private progress: BuildProgress | null = null;
  private pending = '';
  private omitted = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly onEvent: (event: BuildEvent) => void) {}

  /** Reads one line, which may have colours. */
  add(line: string): void {
    const text = stripVTControlCharacters(line);
    const lock = parseBlocking(text);
    if (lock !== this.lock && this.waits < MOST_WAITS) {
      if (lock !== null) this.waits += 1;
      this.onEvent(
        lock === null
          ? { kind: 'building' }
          : { kind: 'waiting', reason: `another cargo holds the ${clipEnd(lock, MOST_NAME)}` }
      );
      this.lock = lock;
    }
    const progress = parseProgress(text);
    if (progress) {
      this.lastProgress = this.progress = progress;
    } else if (!isBar(text)) {
      this.log.add(text);
      this.pending += `${text}\n`;
      if (this.pending.length > 2 * MOST_LOG) {
        this.omitted += this.pending.length - MOST_LOG;
        this.pending = this.pending.slice(-MOST_LOG);
      }
    }
    // Without `unref`, since the process that writes this output keeps the bridge awake anyway.
    this.timer ??= setTimeout(() => this.flush(), SHORTEST);
  }

  /** Sends what has not been sent. Call it when nothing more will come. */
  flush(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.progress) this.onEvent(this.progress);
    this.progress = null;
    if (this.pending === '') return;
    const before = this.omitted === 0 ? '' : `… (${this.omitted} characters of the log left out)\n`;
    this.onEvent({ kind: 'log', text: before + wellFormed(this.pending) });
    this.pending = '';
    this.omitted = 0;
  }

  /**
   * Completes the progress, once cargo has succeeded. cargo draws its bar while it waits for crates and removes it when
   * the last one is done, so it never shows that one as done: 25/26 is the last that it prints.
   */
  succeeded(): void {
    this.flush();
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
  const match = /^\s*Building\s+\[[=> ]*\]\s+(\d+)\/(\d+)(?::(.*)|\s*)$/.exec(line);
  if (!match) return null;
  const [done, total] = [Number(match[1]), Number(match[2])];
  return Number.isSafeInteger(done) && Number.isSafeInteger(total)
    ? { kind: 'progress', done, total, crate: clipEnd((match[3] ?? '').trim(), MOST_NAME) }
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
