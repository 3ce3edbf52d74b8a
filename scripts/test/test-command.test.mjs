import { describe, expect, test } from 'vitest';

import { choose } from './choose.mjs';
import { count } from './result.mjs';
import { readCourse } from './runners/course.mjs';
import { readPytest } from './runners/pytest.mjs';
import { sideBySide } from './side-by-side.mjs';
import { closingLine, failureReport } from './summary.mjs';

const runner = { name: 'pytest', error: undefined };
const passed = { name: 'one', outcome: 'passed' };
const failed = { name: 'two', outcome: 'failed', text: '\x1b[31massert 1 == 2\x1b[0m\n' };
const skipped = { name: 'three', outcome: 'skipped' };

describe('a stage', () => {
  test('counts its tests and keeps the words of those that fail', () => {
    expect(count([passed, failed, skipped], runner)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      failures: [{ name: 'two', text: 'assert 1 == 2' }]
    });
  });

  test('that runs no test has failed', () => {
    expect(count([], runner)).toMatchObject({ failed: 1, failures: [{ text: 'No test ran.' }] });
  });

  test('whose runner fails without naming a test has failed, in the words of the runner', () => {
    const error = { message: 'pytest ended with 4', output: 'ERROR: no such marker' };
    const { failed, failures } = count([passed], { name: 'pytest', error });
    expect(failed).toBe(1);
    expect(failures[0].text).toBe('pytest ended with 4\nERROR: no such marker');
  });
});

describe('the end of a run', () => {
  const good = { ...count([passed], runner), name: 'unit', seconds: 1, log: '/logs/unit.log' };
  const bad = { ...count([passed, failed], runner), name: 'kernel', seconds: 2, log: '/k.log' };

  test('adds all tests up in one line', () => {
    expect(closingLine([good, bad])).toBe('2 passed, 1 failed');
    expect(closingLine([{ ...good, skipped: 2 }])).toBe('1 passed, 0 failed, 2 skipped');
  });

  test('repeats what the failing tests said, and nothing of the others', () => {
    expect(failureReport([good])).toBe('');
    expect(failureReport([good, bad])).toContain('✗ kernel: two\n\n    assert 1 == 2');
  });
});

test('a test that fails while it is torn down has failed, and is counted once', () => {
  const report = { $report_type: 'TestReport', nodeid: 'test_a.py::test_b' };
  const reports = [
    { ...report, when: 'setup', outcome: 'passed' },
    { ...report, when: 'call', outcome: 'passed' },
    { ...report, when: 'teardown', outcome: 'failed', longrepr: 'left a thread' },
    {
      $report_type: 'CollectReport',
      nodeid: 'test_c.py',
      outcome: 'failed',
      longrepr: 'SyntaxError'
    }
  ];
  expect(readPytest(reports)).toEqual([
    { name: 'test_a.py::test_b', outcome: 'failed', text: 'left a thread' },
    { name: 'test_c.py', outcome: 'failed', text: 'SyntaxError' }
  ]);
});

test('each line with a mark is a check of the course, with what is wrong below it', () => {
  const output = `✓ manifests
01_intro/03_functions
  ✓ solution  5 tests pass (1.0 s)
  ✗ stub
      test_it passes, and should fail.

1 problems:
✗ 01_intro/03_functions: stub test_it passes, and should fail.
`;
  expect(readCourse(output)).toEqual([
    { name: 'manifests', outcome: 'passed', text: '✓ manifests' },
    {
      name: '01_intro/03_functions solution  5 tests pass (1.0 s)',
      outcome: 'passed',
      text: '✓ solution  5 tests pass (1.0 s)'
    },
    {
      name: '01_intro/03_functions stub',
      outcome: 'failed',
      text: '✗ stub\ntest_it passes, and should fail.'
    }
  ]);
});

describe('stages side by side', () => {
  test('take no more room than there is, and one that wants everything runs by itself', async () => {
    let taken = 0;
    const seen = [];
    const stages = [1, 2, Infinity, 1].map((slots, index) => ({ name: `s${index}`, slots }));
    await sideBySide(
      stages,
      async ({ name, slots }) => {
        taken += Math.min(slots, 3);
        seen.push(taken);
        await Promise.resolve();
        taken -= Math.min(slots, 3);
        return name;
      },
      3
    );
    expect(Math.max(...seen)).toBe(3);
    expect(taken).toBe(0);
  });

  test('all run when one cannot, and the first reason is thrown', async () => {
    const ran = [];
    const run = async ({ name }) => {
      ran.push(name);
      if (name === 'a') throw new Error('no room on the disk');
      return name;
    };
    const stages = ['a', 'b'].map(name => ({ name, slots: 1 }));
    await expect(sideBySide(stages, run, 2)).rejects.toThrow('no room on the disk');
    expect(ran).toEqual(['a', 'b']);
  });
});

test('a stage that does not exist is refused, with those that do', () => {
  const stages = { lint: {}, unit: {} };
  expect(choose(['--all', 'unit'], stages)).toEqual({ names: ['unit'], all: true });
  expect(() => choose(['kernl'], stages)).toThrow(
    'No stage is called kernl. There are: lint, unit.'
  );
});
