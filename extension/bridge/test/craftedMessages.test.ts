/** What a procedural macro, a build script or a test prints where cargo and pytest speak. */
import type { BuildEvent, Diagnostic } from '@jupyterlab-maturin/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readCargoMessage } from '../src/build/messages/cargoMessages.js';
import { Diagnostics } from '../src/build/messages/diagnostics.js';
import { TextOutput, parseProgress } from '../src/build/messages/textOutput.js';
import { LibtestReader } from '../src/course/verify/cargo/libtest.js';
import { causeOf } from '../src/course/verify/cause.js';
import { LONGEST_MESSAGE } from '../src/process/lines.js';
import { readReportLine } from '../src/course/verify/pytest/reportLog.js';

const DIAGNOSTIC = {
  message: 'm',
  code: null,
  level: 'error',
  spans: [],
  children: [],
  rendered: null
};

const SPAN = {
  file_name: 'src/lib.rs',
  byte_start: 0,
  byte_end: 1,
  line_start: 1,
  line_end: 1,
  column_start: 1,
  column_end: 2,
  is_primary: true,
  label: null,
  text: [],
  suggested_replacement: null,
  suggestion_applicability: null
};

function compilerMessage(more: object): string {
  return JSON.stringify({ reason: 'compiler-message', message: { ...DIAGNOSTIC, ...more } });
}

/** Reads a line as a build does. */
function shown(line: string): Diagnostic | null {
  const message = readCargoMessage(line);
  return message?.reason === 'compiler-message' ? new Diagnostics().accept(message.message) : null;
}

describe("a line among cargo's messages that is none of them", () => {
  test.each([
    '{"reason":"compiler-message"}',
    '{"reason":"compiler-message","message":7}',
    '{"reason":"compiler-message","message":null,"spans":null}',
    compilerMessage({ level: 5 }),
    compilerMessage({ level: 'catastrophe' }),
    compilerMessage({ spans: null }),
    compilerMessage({ spans: [{ ...SPAN, file_name: undefined }] }),
    compilerMessage({ children: [7] }),
    compilerMessage({ spans: [{ ...SPAN, line_start: 1.5 }] }),
    '{"reason":"compiler-artifact","executable":7}',
    '{"reason":"build-script-executed","linked_paths":"/"}',
    '{"reason":"__proto__"}',
    '{"__proto__":{"reason":"compiler-message"}}',
    `${'{"a":'.repeat(100_000)}0${'}'.repeat(100_000)}`,
    '['.repeat(100_000),
    '{"reason":"compiler-mess',
    'null',
    ''
  ])('is log: %.60s', line => {
    expect(readCargoMessage(line)).toBeNull();
  });

  test('but not what cargo says of no interest', () => {
    expect(readCargoMessage('{"reason":"build-finished","success":true}')?.reason).toBe('unused');
  });
});

describe("a message that looks like one of rustc's", () => {
  test.each([1e308, -1e308, 2 ** 60])('has a number that Python reads as one: %d', line_start => {
    const span = shown(compilerMessage({ spans: [{ ...SPAN, line_start }] }))?.spans[0];
    expect(span?.line_start).toBe(0);
  });

  test('has notes nested too deep for any stack', () => {
    const [before = '', after = ''] = JSON.stringify(DIAGNOSTIC).split('"children":[]');
    const nested = (depth: number): string =>
      `{"reason":"compiler-message","message":${`${before}"children":[`.repeat(depth)}${JSON.stringify(DIAGNOSTIC)}${`]${after}`.repeat(depth)}}`;
    expect(shown(nested(100_000))).toBeNull();
    const kept = shown(nested(400));
    expect(kept?.children).toHaveLength(1);
    expect(kept?.children[0]?.children).toEqual([]);
  });

  test('is bounded in every text, and the cut is said', () => {
    const long = 'x'.repeat(1_000_000);
    const span = {
      ...SPAN,
      file_name: long,
      label: long,
      suggested_replacement: long,
      text: Array.from({ length: 100 }, () => ({
        text: long,
        highlight_start: 1,
        highlight_end: 2
      }))
    };
    const child = {
      ...DIAGNOSTIC,
      message: long,
      rendered: long,
      spans: Array(100).fill(span) as object[]
    };
    const kept = new Diagnostics().accept({
      ...child,
      code: { code: long, explanation: long },
      children: Array(20).fill(child) as Diagnostic[]
    } as Diagnostic);
    const text = JSON.stringify(kept);
    expect(text.length).toBeLessThan(300_000);
    expect(kept?.message).toMatch(/x… \(and 991808 more characters\)$/);
  });

  test('holds half a character', () => {
    const line = compilerMessage({ message: 'M' }).replace('M', '\\ud83d');
    expect(line).toContain('\\ud83d');
    expect(shown(line)?.message).toBe('�');
  });

  test('leaves the prototype of objects as it was', () => {
    shown(compilerMessage({}).replace('{"message"', '{"__proto__":{"polluted":1},"message"'));
    expect('polluted' in {}).toBe(false);
  });
});

describe('a flood of output', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function flooded(line: (index: number) => string): BuildEvent[] {
    const events: BuildEvent[] = [];
    const output = new TextOutput(event => events.push(event));
    for (let index = 0; index < 200_000; index++) output.add(line(index));
    output.flush();
    return events;
  }

  test('is sent as one event with its end, and with a word about what was left out', () => {
    const [event, ...more] = flooded(index => `warning: number ${index}`);
    expect(more).toEqual([]);
    const text = event?.kind === 'log' ? event.text : '';
    expect(text.length).toBeLessThan(150_000);
    expect(text).toMatch(/^… \(\d+ characters of the log left out\)\n/);
    expect(text).toMatch(/\nwarning: number 199999\n$/);
  });

  test('of progress is one event, the last', () => {
    expect(flooded(index => `Building [=> ] ${index}/200000: a`)).toEqual([
      { kind: 'progress', done: 199_999, total: 200_000, crate: 'a' }
    ]);
  });

  test('of waits for locks is told a few times', () => {
    const events = flooded(index => `Blocking waiting for file lock on ${index}`);
    expect(events.filter(({ kind }) => kind === 'waiting').length).toBeLessThanOrEqual(20);
  });

  test('is sent bit by bit while it goes on', () => {
    const events: BuildEvent[] = [];
    const output = new TextOutput(event => events.push(event));
    output.add('one');
    expect(events).toEqual([]);
    vi.advanceTimersByTime(100);
    output.add('two');
    vi.advanceTimersByTime(100);
    expect(events).toEqual([
      { kind: 'log', text: 'one\n' },
      { kind: 'log', text: 'two\n' }
    ]);
  });

  test.each([
    `Building [] 1/2:${' '.repeat(16_000)}x`,
    `Building [${'='.repeat(16_000)}`,
    `Building [] ${'9'.repeat(400)}/2`
  ])('of one line that looks like progress is no work: %.20s', line => {
    expect(parseProgress(line)?.crate ?? '').toMatch(/^x?$/);
  });
});

const REPORT = {
  $report_type: 'TestReport',
  nodeid: 'tests/test_f.py::test_f',
  outcome: 'failed',
  when: 'call',
  duration: 0.1,
  longrepr: null as unknown,
  sections: [] as unknown
};

describe("a line among pytest's reports that is none of them", () => {
  test.each([
    '7',
    'null',
    '{}',
    '{"$report_type":"TestReport"}',
    JSON.stringify({ ...REPORT, outcome: 'won' }),
    JSON.stringify({ ...REPORT, nodeid: 7 }),
    JSON.stringify({ ...REPORT, sections: 'none' }),
    JSON.stringify({ ...REPORT, sections: [[7]] }),
    JSON.stringify({ ...REPORT, duration: '1' }),
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  ])('is ignored: %.60s', line => {
    expect(readReportLine(line, null)).toBeNull();
  });

  test.each([7, {}, ['a'], { reprcrash: 7 }, { reprcrash: null, reprtraceback: null }])(
    'or is a failure without a reason that can be read: %j',
    longrepr => {
      const line = readReportLine(JSON.stringify({ ...REPORT, longrepr }), null);
      expect(line).toMatchObject({
        kind: 'ended',
        result: { outcome: 'failed', message: expect.stringContaining('cannot be read') as string }
      });
    }
  );
});

describe('a test that compares texts of five million characters', () => {
  const long = 'B'.repeat(5_000_000);

  function bounded(result: object): void {
    const text = JSON.stringify(result);
    expect(text.length).toBeLessThan(64 * 1024);
    expect(text).toMatch(/more characters|characters before/);
  }

  test.each([
    ['an exception', { reprcrash: { path: 'f', lineno: 1, message: `AssertionError: ${long}` } }],
    ['a text', null],
    ['a chain', { chain: [[{ reprentries: [] }, { path: 'f', lineno: 1, message: long }, long]] }]
  ])('under pytest is cut in every text: %s', (_, failure) => {
    const traceback = {
      reprentries: [{ data: { lines: [`E   ${long}`], reprfileloc: null } }]
    };
    const line = readReportLine(
      JSON.stringify({
        ...REPORT,
        nodeid: `tests/test_f.py::test_f[${long}]`,
        longrepr: failure && { reprcrash: null, reprtraceback: traceback, ...failure },
        ...(failure === null ? { longrepr: `E   ${long}` } : {}),
        sections: [['Captured stdout call', long]]
      }),
      null
    );
    expect(line?.kind).toBe('ended');
    bounded(line!);
  });

  test('is a failure even when its report had to be cut', () => {
    const { $report_type: type, ...report } = REPORT;
    const line = JSON.stringify({ ...report, longrepr: '', $report_type: type })
      .replaceAll(/([:,])(?=["[\d])/g, '$1 ')
      .replace('"longrepr": "', `"longrepr": "${'B'.repeat(LONGEST_MESSAGE)}`)
      .slice(0, LONGEST_MESSAGE);
    expect(readReportLine(line, null)).toMatchObject({
      kind: 'ended',
      result: { name: 'test_f', file: 'tests/test_f.py', outcome: 'failed' }
    });
    expect(readReportLine('B'.repeat(LONGEST_MESSAGE), null)).toBeNull();
  });

  test('under cargo is cut in every text', () => {
    const results: object[] = [];
    const reader = new LibtestReader(
      'tests/t.rs',
      () => undefined,
      result => results.push(result)
    );
    for (const line of [
      'test t ... FAILED',
      '---- t stdout ----',
      long,
      "thread 't' panicked at tests/t.rs:3:5:",
      'assertion `left == right` failed',
      `  left: "${long}"`,
      ` right: "${long}"`,
      'failures:'
    ]) {
      reader.line(line);
    }
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({
      line: 3,
      message: expect.stringMatching(/^"B+…/) as string
    });
    bounded(results[0]!);
  });

  // Looking for the end of each of a million quotations takes hours.
  test('is compared by its beginning', { timeout: 10_000 }, () => {
    expect(causeOf('"\'(['.repeat(1_000_000)).length).toBeLessThan(2000);
  });
});
