import { expect, test, vi } from 'vitest';

import { Screen } from '../../src/commands/terminal/screen.js';
import { verifyReporter } from '../../src/commands/terminal/verifyReport.js';
import { causeOf } from '../../src/course/verify/cause.js';
import { readReportLine } from '../../src/course/verify/pytest/reportLog.js';

test.each([
  ['print_numbers([10, 20]) was refused: f() takes no arguments (1 given)', true],
  ['print_numbers([[], (3,)]) was refused: f() takes no arguments (2 given)', true],
  ['print_numbers([10, 20]) was refused: f() takes 2 arguments (1 given)', false]
])('values do not make another reason: %s', (error, same) => {
  const first = causeOf('print_numbers([1]) was refused: f() takes no arguments (1 given)');
  expect(causeOf(error) === first).toBe(same);
});

test.each([
  ["expected a TypeError for 'x', got ValueError", 'expected a TypeError for None, got ValueError'],
  ['nth_prime(100) is 541, not 7', 'nth_prime(1_000) is 7_919, not -1'],
  ['it made <f.Order object at 0x7f3a>', 'it made <f.Order object at 0x7f51c0>'],
  ['the lines are\n[1, 2]', 'the lines are\n[3]']
])('%s is the reason of %s', (one, other) => {
  expect(causeOf(one)).toBe(causeOf(other));
});

test('what a test says of an exception it caught does not hide the reason', () => {
  const failing = (name: string, said: string) =>
    readReportLine(
      JSON.stringify({
        $report_type: 'TestReport',
        nodeid: `tests/test_f.py::${name}`,
        outcome: 'failed',
        when: 'call',
        sections: [],
        longrepr: {
          reprcrash: { path: 'test_f.py', lineno: 3, message: `Failed: ${said}` },
          reprtraceback: { reprentries: [] },
          chain: [
            [
              { reprentries: [] },
              { path: 'f', lineno: 1, message: 'TypeError: f() takes no arguments (1 given)' },
              null
            ],
            [{ reprentries: [] }, { path: 'f', lineno: 3, message: `Failed: ${said}` }, null]
          ]
        }
      }),
      'f'
    );
  const [one, other] = [
    failing('test_a', 'f([1]) was refused'),
    failing('test_b', 'f takes the numbers as its one argument')
  ].map(line => (line?.kind === 'ended' ? line.result : null));
  expect(one?.message).toBe('f([1]) was refused');
  expect(one?.cause).toBe(other?.cause);
});

test('the terminal prints the first of a reason and counts the others, and what passes', () => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const text = (): string => written.mock.calls.map(([chunk]) => String(chunk)).join('');
  const report = verifyReporter(new Screen());
  const result = (name: string, outcome: 'passed' | 'failed', cause: string | null) =>
    report({
      kind: 'test',
      result: {
        name,
        file: 'tests/test_f.py',
        line: 3,
        outcome,
        seconds: 0,
        message: outcome === 'failed' ? `${name} says no` : null,
        details: null,
        output: null,
        cause
      }
    });
  result('test_a', 'failed', 'refused');
  result('test_b', 'passed', null);
  result('test_c', 'failed', 'refused');
  result('test_d', 'failed', 'another');
  report({
    kind: 'finished',
    outcome: {
      status: 'failed',
      exercise: 'a/b',
      reason: 'tests',
      message: '3 of 4 tests fail.',
      passed: 1,
      failed: 3,
      seconds: 1,
      buildSeconds: 0,
      hint: null,
      solution: false,
      next: null,
      notes: []
    }
  });
  const printed = text();
  written.mockRestore();
  expect(printed).toContain('test_a says no');
  expect(printed).not.toContain('test_c says no');
  expect(printed).toContain('1 more test fails for the same reason as test_a');
  expect(printed).toContain('1 test passes');
});
