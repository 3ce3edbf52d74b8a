import type { ExerciseKind } from '@jupyterlab-maturin/protocol';

import { isFolder } from '../../foreign/folders.js';
import { filesBelow } from '../exercises/exerciseFiles.js';
import { notTested, type Attempt, type AttemptOutcome, type AttemptTools } from './attempt.js';
import { testCrate } from './cargo/testCrate.js';
import { checkEnvironment } from './environment.js';
import { testExtension, testPython } from './pytest/testWithPytest.js';

type TestOfKind = (attempt: Attempt, tools: AttemptTools) => Promise<AttemptOutcome>;

const TESTS: Record<ExerciseKind, TestOfKind> = {
  cargo: testCrate,
  extension: testExtension,
  python: testPython
};

/**
 * Builds one exercise and runs its tests in a fresh process. Nothing is recorded.
 *
 * @throws the reason of the signal in `tools` after a cancellation
 */
export async function buildAndTest(attempt: Attempt, tools: AttemptTools): Promise<AttemptOutcome> {
  const { directory, shipped, manifest } = attempt;
  if (!isFolder(directory)) {
    return notTested(
      'crate',
      `The exercise's folder ${directory} is missing: \`jupyterlab-maturin reset ID\` puts it back.`
    );
  }
  if (!filesBelow(shipped).some(file => file.startsWith('tests/'))) {
    return notTested(
      'crate',
      `The folder ${shipped} holds no tests: \`jupyterlab-maturin course --update DIR\` puts them back.`
    );
  }
  if (manifest.environment) {
    const checks = await checkEnvironment(attempt);
    tools.onEvent({ kind: 'environment', checks });
    const advice = checks.flatMap(check => (check.ok ? [] : [check.advice]));
    if (advice.length > 0) return notTested('environment', advice.join(' '));
  }
  return TESTS[manifest.kind](attempt, tools);
}
