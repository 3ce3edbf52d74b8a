import { describe, expect, test } from 'vitest';

import { LibtestReader, assertionMessage } from '../../src/course/verify/cargo/libtest.js';
import { collectionMessage, failureMessage } from '../../src/course/verify/pytest/messages.js';
import type { TestResult } from '@jupyterlab-maturin/protocol';

const module = 'no_op';

describe('a failing test', () => {
  test.each([
    [
      'AssertionError: no_op() should return None\nassert 1 is None\n +  where 1 = no_op()',
      'no_op() should return None'
    ],
    [
      'AssertionError: the list should be\n  [1, 3]\nassert [1, 2] == [1, 3]\n  \n  At index 1',
      'the list should be\n[1, 3]'
    ],
    [
      'Failed: DID NOT RAISE ValueError',
      'ValueError should be raised here, but nothing was raised.'
    ],
    [
      "Failed: DID NOT RAISE <class 'OverflowError'>",
      'OverflowError should be raised here, but nothing was raised.'
    ],
    ['Failed: no number is left', 'no number is left'],
    [
      'pyo3_runtime.PanicException: not yet implemented',
      'Rust panicked: not yet implemented. This call still reaches a todo!().'
    ],
    [
      'pyo3_runtime.PanicException: attempt to add with overflow',
      'Rust panicked: attempt to add with overflow'
    ],
    [
      "ImportError: cannot import name 'double' from 'no_op' (/x/no_op.so)",
      'The module no_op has no double: it is not written yet, or the #[pymodule] does not export it.'
    ],
    ['TypeError: takes no arguments (1 given)', 'TypeError: takes no arguments (1 given)'],
    ['assert 2 == 1', 'assert 2 == 1']
  ])('speaks in its own words: %j', (crash, message) => {
    expect(failureMessage(crash, module)).toBe(message);
  });
});

describe('a test file that cannot be loaded', () => {
  test.each([
    [
      "ImportError while importing test module\nE   ModuleNotFoundError: No module named 'no_op'",
      'Python found no module no_op in what was built: the library, the #[pymodule] and the import must have the same name.'
    ],
    [
      'E   ImportError: dynamic module does not define module export function (PyInit_no_op)',
      'no_op was built, but Python found no PyInit_no_op in it: the #[pymodule] must be called no_op too.'
    ],
    [
      'E     File "/course/exercises/x/words.py", line 3\nE       def f(:\nE             ^\nE   SyntaxError: invalid syntax',
      'Python cannot read words.py, line 3: invalid syntax.'
    ],
    [
      'E   pyo3_runtime.PanicException: not yet implemented',
      'Rust panicked: not yet implemented. This call still reaches a todo!().'
    ],
    [
      'E   ZeroDivisionError: division by zero',
      'The tests could not be loaded: ZeroDivisionError: division by zero.'
    ]
  ])('gets one sentence: %j', (longrepr, message) => {
    expect(collectionMessage(longrepr, module)).toBe(message);
  });
});

describe("cargo's tests", () => {
  test.each([
    [
      'assertion `left == right` failed: the greeting is wrong\n  left: "a"\n right: "b"',
      'the greeting is wrong ("a" is not "b")'
    ],
    ['assertion `left != right` failed\n  left: 1\n right: 1', '1 should not be 1'],
    ['assertion failed: 1 > 2', 'This does not hold: 1 > 2'],
    ['plain words', 'plain words']
  ])('speak in their own words: %j', (text, message) => {
    expect(assertionMessage(text)).toBe(message);
  });

  test('are read from what a test executable prints', () => {
    const started: string[] = [];
    const results: TestResult[] = [];
    const reader = new LibtestReader(
      'tests/greeting.rs',
      test => started.push(test),
      result => results.push(result)
    );
    `
running 3 tests
test greets ... FAILED
test is_short ... ok
test later ... ignored, not yet

failures:

---- greets stdout ----

thread 'greets' (12) panicked at tests/greeting.rs:3:5:
assertion \`left == right\` failed: wrong
  left: "a"
 right: "b"
note: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace


failures:
    greets

test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out
test hangs ... `
      .split('\n')
      .forEach(line => reader.line(line));
    expect(
      results.map(({ name, outcome, line, message }) => [name, outcome, line, message])
    ).toEqual([
      ['is_short', 'passed', null, null],
      ['later', 'skipped', null, null],
      ['greets', 'failed', 3, 'wrong ("a" is not "b")']
    ]);
    expect(started.at(-1)).toBe('hangs');
  });
});
