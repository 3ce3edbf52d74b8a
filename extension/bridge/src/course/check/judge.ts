import type { TestResult } from '@jupyterlab-maturin/protocol';

import type { ExpectedFailure } from '../manifest.js';
import type { AttemptEnd } from '../verify/attempt.js';

/** What a stub or a mutant must do. */
export interface Expected {
  compileError: string | null;
  fails: readonly ExpectedFailure[];
}

/** What it did instead, and which tests failed that were not named. */
export interface Judgement {
  problems: string[];
  others: string[];
}

/** Compares how a stub or a mutant ended with how its manifest says it ends. */
export function judge(expected: Expected, end: AttemptEnd): Judgement {
  const problems: string[] = [];
  const others: string[] = [];
  if (expected.compileError !== null) {
    const codes = codesOf(end);
    if (end.reason !== 'build') {
      problems.push(`compiles, and should not (${expected.compileError}).`);
    } else if (!codes.includes(expected.compileError)) {
      problems.push(
        `should fail to compile with ${expected.compileError}, and fails with ${codes.join(', ') || 'no code'}.`
      );
    }
    return { problems, others };
  }
  if (end.reason === 'build') {
    const [first] = end.diagnostics.filter(({ level }) => level === 'error');
    return {
      problems: [`does not compile: ${first?.message ?? end.message}.`],
      others
    };
  }
  if (['crate', 'tool', 'environment'].includes(String(end.reason))) {
    return { problems: [`could not be tried: ${end.message}`], others };
  }
  const failed = end.results.filter(({ outcome }) => outcome === 'failed');
  const named = new Set<TestResult>();
  for (const { test, because } of expected.fails) {
    const matching = end.results.filter(({ name }) => isNamed(name, test));
    const failing = matching.filter(({ outcome }) => outcome === 'failed');
    failing.forEach(result => named.add(result));
    if (matching.length === 0) {
      problems.push(`${test} did not run: ${seen(end)}.`);
    } else if (failing.length === 0) {
      problems.push(`${test} passes, and should fail.`);
    } else if (!failing.some(result => failureText(result).includes(because))) {
      problems.push(
        `${test} fails, but not because of ${JSON.stringify(because)}; it says ${JSON.stringify(failing[0]?.message ?? '')}.`
      );
    }
  }
  others.push(...failed.filter(result => !named.has(result)).map(({ name }) => name));
  return { problems, others };
}

/** Says what a solution does that it must not. */
export function judgeSolution(end: AttemptEnd): string[] {
  const warnings = end.diagnostics
    .filter(({ level, code }) => level === 'warning' && code !== null)
    .map(({ message }) => `warning: ${message}.`);
  if (end.reason === null) {
    const skipped = end.results.filter(({ outcome }) => outcome === 'skipped');
    return [...warnings, ...skipped.map(({ name }) => `${name} is skipped.`)];
  }
  const failed = end.results
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ name, message }) => `${name} fails: ${message ?? ''}`);
  const errors = end.diagnostics
    .filter(({ level }) => level === 'error')
    .map(({ message }) => `error: ${message}.`);
  return [...(failed.length > 0 ? [] : [end.message]), ...failed, ...errors, ...warnings];
}

/** The codes of rustc's errors. */
export function codesOf(end: AttemptEnd): string[] {
  return end.diagnostics
    .filter(({ level, code }) => level === 'error' && code !== null)
    .map(({ code }) => code!.code);
}

function isNamed(name: string, wanted: string): boolean {
  return name === wanted || (!wanted.includes('[') && name.startsWith(`${wanted}[`));
}

/** Everything the failure says, without pytest's `E` in front of the lines. */
function failureText(result: TestResult): string {
  const details = (result.details ?? '').replace(/^E {3}/gm, '');
  return `${result.message ?? ''}\n${details}`;
}

function seen(end: AttemptEnd): string {
  const names = end.results.map(({ name }) => name).join(', ');
  return names === '' ? `no test ran (${end.message})` : `there were ${names}`;
}
