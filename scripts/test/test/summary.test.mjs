import { describe, expect, test } from 'vitest';

import { count } from '../result.mjs';
import { closingLine, failureReport, table } from '../summary.mjs';

const passed = { name: 'a', outcome: 'passed' };
const skipped = { name: 'b', outcome: 'skipped' };
const failed = (name = 'c', text = 'no') => ({ name, outcome: 'failed', text });
const good = { name: 'pytest' };
const stage = (name, tests) => ({
  ...count(tests, good),
  name,
  seconds: 61,
  log: `/x/${name}.log`
});

describe('counting', () => {
  test('sums up what became of each test', () => {
    expect(count([passed, passed, skipped, failed()], good)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 1,
      failures: [{ name: 'c', text: 'no' }]
    });
  });

  test('takes a runner that fails without a failing test for a failure, with its last words', () => {
    const error = { message: '`pytest` ended with 3', output: 'INTERNALERROR' };
    expect(count([passed], { name: 'pytest', error })).toMatchObject({
      failed: 1,
      failures: [{ name: 'pytest', text: '`pytest` ended with 3\nINTERNALERROR' }]
    });
  });

  test('takes a stage in which no test ran for a failure', () => {
    expect(count([skipped], good)).toMatchObject({ passed: 0, failed: 1, skipped: 1 });
    expect(count([], good).failures).toEqual([{ name: 'pytest', text: 'No test ran.' }]);
  });
});

describe('the end', () => {
  test('is a line of its own with the numbers of all stages', () => {
    const results = [stage('unit', [passed, passed]), stage('kernel', [passed, failed()])];
    expect(closingLine(results)).toBe('3 passed, 1 failed');
    expect(closingLine([stage('unit', [passed, skipped])])).toBe('1 passed, 0 failed, 1 skipped');
  });

  test('tells each stage with its time', () => {
    const results = [stage('unit', [passed]), stage('kernel', [passed, failed()])];
    expect(table(results).split('\n')).toEqual([
      '✓ unit      1 min 1 s  1 passed, 0 failed',
      '✗ kernel    1 min 1 s  1 passed, 1 failed'
    ]);
  });

  test('shows what a failing test says, without colours, and where there is more', () => {
    const report = failureReport([
      stage('unit', [passed]),
      stage('kernel', [failed('test_x', '\x1b[31massert 1 == 2\x1b[39m\n')])
    ]);
    expect(report).toContain('✗ kernel: test_x\n\n    assert 1 == 2\n');
    expect(report).toMatch(/More in \S+kernel\.log/);
    expect(report).not.toContain('unit');
  });

  test('stays short when much fails', () => {
    const long = Array.from({ length: 3000 }, (_, line) => `line ${line}`).join('\n');
    const report = failureReport([
      stage(
        'kernel',
        Array.from({ length: 50 }, (_, index) => failed(`test_${index}`, long))
      )
    ]);
    expect(report.split('\n').length).toBeLessThan(400);
    expect(report).toContain('line 2999');
    expect(report).toContain('And 40 more failures: see ');
  });
});
