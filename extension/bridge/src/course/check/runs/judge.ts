import type { ExpectedFailure, TestResult } from '@jupyterlab-maturin/protocol';

import type { AttemptOutcome } from '../../verify/attempt.js';

/** What a stub or a mutant must do: fail to compile with a code of rustc, or fail tests. */
export interface ExpectedEnd {
  compile_error?: string | undefined;
  fails?: readonly ExpectedFailure[] | undefined;
}

/** How it differs from that, and the names of tests that failed without being expected to. */
export interface Judgement {
  problems: string[];
  others: string[];
}

/** Compares how a stub or a mutant ended with how its manifest says that it ends. */
export function judgeFailure(expected: ExpectedEnd, outcome: AttemptOutcome): Judgement {
  const { compile_error, fails = [] } = expected;
  if (compile_error !== undefined) {
    return { problems: compileProblems(compile_error, outcome), others: [] };
  }
  const { reason, message, results } = outcome;
  if (reason === 'build') {
    const [first] = errorsOf(outcome);
    return { problems: [`does not compile: ${first?.message ?? message}.`], others: [] };
  }
  if (reason === 'crate' || reason === 'tool' || reason === 'environment') {
    return { problems: [`could not be tried: ${message}`], others: [] };
  }
  const expectedToFail = new Set<TestResult>();
  const problems = fails.flatMap(failure => {
    const matching = results.filter(({ name }) => isNamed(name, failure.test));
    matching.forEach(result => expectedToFail.add(result));
    return testProblems(failure, matching, outcome);
  });
  const others = results.filter(result => isFailed(result) && !expectedToFail.has(result));
  return { problems, others: others.map(({ name }) => name) };
}

/** Says what a solution does that it must not. */
export function judgeSolution(outcome: AttemptOutcome): string[] {
  const { reason, message, results, diagnostics } = outcome;
  const warnings = diagnostics
    // rustc's sum of the warnings has no code.
    .filter(({ level, code }) => level === 'warning' && code !== null)
    .map(warning => `warning: ${warning.message}.`);
  if (reason === null) {
    const skipped = results.filter(result => result.outcome === 'skipped');
    return [...warnings, ...skipped.map(({ name }) => `${name} is skipped.`)];
  }
  const failed = results.filter(isFailed).map(test => `${test.name} fails: ${test.message ?? ''}`);
  const errors = errorsOf(outcome).map(error => `error: ${error.message}.`);
  return [...(failed.length > 0 ? failed : [message]), ...errors, ...warnings];
}

function compileProblems(code: string, outcome: AttemptOutcome): string[] {
  if (outcome.reason !== 'build') return [`compiles, and should not (${code}).`];
  const codes = errorsOf(outcome).flatMap(error => (error.code === null ? [] : [error.code.code]));
  if (codes.includes(code)) return [];
  const found = codes.join(', ') || 'no code';
  return [`should fail to compile with ${code}, and fails with ${found}.`];
}

function testProblems(
  { test, because }: ExpectedFailure,
  matching: TestResult[],
  { results, message }: AttemptOutcome
): string[] {
  if (matching.length === 0) {
    const names = results.map(({ name }) => name).join(', ');
    const ran = names === '' ? `no test ran (${message})` : `the tests were ${names}`;
    return [`${test} did not run: ${ran}.`];
  }
  const failed = matching.filter(isFailed);
  if (failed.length === 0) return [`${test} passes, and should fail.`];
  if (failed.some(result => failureText(result).includes(because))) return [];
  return [
    `${test} fails, but not because of ${JSON.stringify(because)}; it says ${JSON.stringify(failed[0]?.message ?? '')}.`
  ];
}

/** A name without `[…]` means any case of a parametrised test. */
function isNamed(name: string, wanted: string): boolean {
  return name === wanted || (!wanted.includes('[') && name.startsWith(`${wanted}[`));
}

function isFailed({ outcome }: TestResult): boolean {
  return outcome === 'failed';
}

function errorsOf({ diagnostics }: AttemptOutcome): AttemptOutcome['diagnostics'] {
  return diagnostics.filter(({ level }) => level === 'error');
}

/** Returns everything that a failure says, without the `E` that pytest puts in front of the lines. */
function failureText({ message, details }: TestResult): string {
  return `${message ?? ''}\n${(details ?? '').replace(/^E {3}/gm, '')}`;
}
