// @vitest-environment jsdom
import { attach, settled } from './outputs.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { verification } from '../src/verify-output/index.js';
import { notVerified, rustc, testResult, verifying } from './payloads.js';

let output: ReturnType<typeof attach>;
const show = (value: unknown) => output.show(value);
const text = () => output.text();

beforeEach(() => {
  output = attach(verification);
});
afterEach(() => output.dispose());

it('names the test that runs, and how many have finished', async () => {
  await show(verifying({ running: 'test_slow' }));
  expect(text()).toContain('running test_slow');
  await show(verifying({ tests: [testResult()] }));
  expect(text()).toContain('1 test finished');
});

it("shows a failing test's message and place, and keeps the rest folded", async () => {
  await show(notVerified());
  expect(text()).toContain('no_op() should return None');
  expect(text()).toContain('tests/test_functions.py:11');
  expect(text()).not.toContain('AssertionError');
  const fold = output.button('the test');
  fold.click();
  await settled();
  expect(fold.getAttribute('aria-expanded')).toBe('true');
  expect(text()).toContain('E   AssertionError');
});

it('shows the first of those that fail for the same reason, and the others behind their number', async () => {
  const failing = (name: string, message: string) =>
    testResult({ name, message, outcome: 'failed', cause: 'takes no arguments' });
  await show(
    notVerified({
      tests: [failing('test_a', 'a says no'), testResult(), failing('test_b', 'b says no')]
    })
  );
  expect(text()).toContain('a says no');
  expect(text()).not.toContain('b says no');
  output.button('1 more fails for the same reason').click();
  await settled();
  expect(text()).toContain('b says no');
});

it('says in a line how many pass, and names them when asked', async () => {
  const passing = (name: string) =>
    testResult({ name, outcome: 'passed', message: null, details: null });
  await show(notVerified({ tests: [passing('test_a'), passing('test_b')] }));
  expect(text()).not.toContain('test_a');
  output.button('2 tests pass').click();
  await settled();
  expect(text()).toContain('test_b');
});

it('keeps the folds of two tests of one name apart', async () => {
  await show(notVerified({ tests: [testResult(), testResult()] }));
  const ids = output.findAll('button').map(fold => fold.getAttribute('aria-controls'));
  expect(new Set(ids).size).toBe(2);
});

it('names the hint to ask for, in the words of a cell', async () => {
  await show(notVerified());
  expect(text()).toContain('Hint 2 of 3: %hint 01_intro/03_functions');
});

it('says with words, and not with a colour alone, how a test ended', async () => {
  await show(notVerified());
  const signs = output.findAll('[role=img]').map(sign => sign.getAttribute('aria-label'));
  expect(signs).toEqual(['failed', 'passed']);
});

it('shows what the compiler says, the first error open', async () => {
  await show(
    notVerified({
      tests: [],
      diagnostics: rustc.errors,
      counts: { errors: 3, warnings: 0, omitted: 0 }
    })
  );
  const [first] = output.findAll('.jp-MaturinDiagnostics button');
  expect(first?.getAttribute('aria-expanded')).toBe('true');
});

it('shows what to install', async () => {
  const check = {
    name: 'cargo',
    ok: false,
    found: null,
    needed: '1.85 or newer',
    advice: 'Install Rust.'
  };
  await show(verifying({ environment: [check] }));
  expect(text()).toContain('cargo missing (needed: 1.85 or newer)Install Rust.');
});
