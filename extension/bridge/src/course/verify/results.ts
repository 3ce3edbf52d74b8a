import type { TestResult, VerifyEvent } from '@jupyterlab-maturin/protocol';

import { clipStart } from '../../foreign/clip.js';

/** At most so many characters of what the test runner says are kept of each failure, the end of it. */
export const MOST_DETAILS = 16 * 1024;

/** The same of the sentence that a learner reads first, its beginning. */
export const MOST_MESSAGE = 4 * 1024;

/** The same of a test's name: parameters are part of it. */
export const MOST_NAME = 512;

/** The results of one run of tests, each passed on as it comes. A later result of a test replaces an earlier one. */
export class Results {
  private readonly byName = new Map<string, TestResult>();
  /** The test that is running now. */
  running: string | null = null;
  /** The first test file that could not be loaded. */
  notCollected: TestResult | null = null;

  constructor(private readonly onEvent: (event: VerifyEvent) => void) {}

  start(test: string): void {
    this.running = test;
    this.onEvent({ kind: 'started', test });
  }

  add(result: TestResult): void {
    this.running = null;
    this.byName.set(`${result.file}::${result.name}`, result);
    this.onEvent({ kind: 'test', result });
  }

  addNotCollected(result: TestResult): void {
    this.notCollected ??= result;
    this.add(result);
  }

  /** Marks the running test as failed by what ended the test process. */
  failRunning(message: string, output: string): void {
    if (this.running === null) return;
    this.add({
      name: this.running,
      file: '',
      line: null,
      outcome: 'failed',
      seconds: 0,
      message,
      details: output.trim() === '' ? null : clipStart(output, MOST_DETAILS),
      output: null,
      cause: message
    });
  }

  all(): TestResult[] {
    return [...this.byName.values()];
  }
}
