import type { TestResult } from '@jupyterlab-maturin/protocol';

import { clipEnd, clipStart } from '../../../foreign/clip.js';
import { causeOf } from '../cause.js';
import { panicMessage } from '../panicMessage.js';
import { MOST_DETAILS, MOST_MESSAGE, MOST_NAME } from '../results.js';

/** Characters of one failure's section that are kept, its end: what the test printed comes before the panic. */
const MOST_SECTION = 4 * MOST_DETAILS;

/**
 * Reads what a Rust test executable prints, line by line.
 *
 * libtest's JSON is unstable, so this reads its text: a line `test name ... ok` for each test and, at the end, a section
 * `---- name stdout ----` for each failure.
 */
export class LibtestReader {
  private section: { name: string; text: string; omitted: number } | null = null;
  private readonly failed = new Set<string>();

  constructor(
    /** The test file, relative to the exercise. */
    private readonly file: string,
    private readonly onStart: (test: string) => void,
    private readonly onResult: (result: TestResult) => void
  ) {}

  line(text: string): void {
    if (this.section !== null && this.inSection(text)) return;
    const section = /^---- (\S+) stdout ----$/.exec(text);
    if (section && this.failed.has(section[1]!)) {
      this.section = { name: section[1]!, text: '', omitted: 0 };
      return;
    }
    const done = /^test (\S+)(?: - should panic)? \.\.\. (ok|FAILED|ignored)/.exec(text);
    if (done) {
      const [, name = '', outcome] = done;
      if (outcome === 'FAILED') {
        this.failed.add(name);
        this.onStart(name);
      } else {
        this.onResult({
          name: clipEnd(name, MOST_NAME),
          file: this.file,
          line: null,
          outcome: outcome === 'ok' ? 'passed' : 'skipped',
          seconds: 0,
          message: null,
          details: null,
          output: null,
          cause: null
        });
      }
      return;
    }
    const running = /^test (\S+)(?: - should panic)? \.\.\. ?$/.exec(text);
    if (running) this.onStart(running[1]!);
  }

  /** Takes a line into the section that is being read; returns `false` for the line that ends it. */
  private inSection(text: string): boolean {
    const over = /^---- \S+ stdout ----$/.test(text) || /^failures:$/.test(text);
    if (!over) {
      this.add(text);
      return true;
    }
    const { name, text: kept, omitted } = this.section!;
    this.section = null;
    const before = omitted === 0 ? '' : `(${omitted} characters before) …`;
    this.onResult(failedTest(this.file, name, before + kept.trim()));
    return false;
  }

  /** A test may print anything, also the words that end its section, and as much as it likes. */
  private add(text: string): void {
    const section = this.section!;
    // Of a comparison of two long texts, the beginning of each is worth more than the end of the second.
    section.text += `${clipEnd(text, MOST_DETAILS / 2)}\n`;
    if (section.text.length > 2 * MOST_SECTION) {
      section.omitted += section.text.length - MOST_SECTION;
      section.text = section.text.slice(-MOST_SECTION);
    }
  }
}

function failedTest(file: string, name: string, text: string): TestResult {
  const panicked = /panicked at ([^\n]*?):(\d+):\d+:\n([\s\S]*?)(?:\nnote: run with|\n\s*$|$)/.exec(
    text
  );
  const message = panicked ? assertionMessage(panicked[3]!.trim()) : text;
  return {
    name: clipEnd(name, MOST_NAME),
    file,
    line: panicked && panicked[2]!.length < 10 ? Number(panicked[2]) : null,
    outcome: 'failed',
    seconds: 0,
    message: clipEnd(message, MOST_MESSAGE),
    details: clipStart(text, MOST_DETAILS),
    output: null,
    cause: causeOf(message)
  };
}

/** Returns an assertion's own message; for an `assert_eq!` or `assert_ne!`, both values stand behind it. */
export function assertionMessage(text: string): string {
  const equal =
    /^assertion `left (==|!=) right` failed(?:: ([\s\S]*?))?\n\s*left: ([\s\S]*?)\n\s*right: ([\s\S]*)$/.exec(
      text
    );
  if (equal) {
    const [, operator, said, left, right] = equal;
    const sides = operator === '==' ? `${left} is not ${right}` : `${left} should not be ${right}`;
    return said === undefined ? sides : `${said} (${sides})`;
  }
  const plain = /^assertion failed: ([\s\S]*)$/.exec(text);
  if (plain) return `This does not hold: ${plain[1]}`;
  return text.startsWith('not yet implemented') ? panicMessage(text) : text;
}
