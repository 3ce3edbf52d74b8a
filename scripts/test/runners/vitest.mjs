/** vitest, on the TypeScript parts and on the scripts. */
import path from 'node:path';

import { PYTHON, ROOT } from '../../setup/places.mjs';
import { count, plain } from '../result.mjs';
import { npmTool } from './npm-tool.mjs';
import { readJson } from './report.mjs';

/** The tag of the tests that are left to `--all`. */
const SLOW = 'slow';

/** @param {import('../stage.mjs').Stage} stage */
export async function vitest(stage, workers) {
  const report = stage.file('report.json');
  const pool = Array.from({ length: workers }, (_, index) => index + 1);
  let done = 0;
  const { output, error } = await stage.command(
    [
      ...npmTool('vitest', 'run'),
      `--maxWorkers=${workers}`,
      ...(stage.all ? [] : [`--tagsFilter=!${SLOW}`]),
      '--reporter=verbose',
      '--reporter=json',
      `--outputFile.json=${report}`
    ],
    {
      environment: { JUPYTERLAB_MATURIN_TEST_TARGETS: await stage.targets(pool, PYTHON) },
      onLine: line => {
        if (/^ *[✓×↓] /.test(plain(line))) stage.progress(`${(done += 1)} tests`);
      }
    }
  );
  return count(readVitest(readJson(report), output), { name: 'vitest', error });
}

/**
 * @param {any} report what vitest's json reporter wrote
 * @param {string} output what it printed: there the failures are told with the differences and the lines of code
 * @returns {import('../result.mjs').Test[]}
 */
export function readVitest(report, output, root = ROOT) {
  const told = failuresPrinted(plain(output));
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(root, name);
    if (status === 'failed' && assertionResults.length === 0) {
      return [{ name: file, outcome: 'failed', text: message }];
    }
    const run = assertionResults.filter(
      // What the stage left out by its tag is no test that was skipped.
      ({ status, tags = [] }) => status !== 'skipped' || !tags.includes(SLOW)
    );
    return run.map(({ status, ancestorTitles, title, failureMessages }) => {
      const full = [file, ...ancestorTitles, title].join(' > ');
      const text = told.get(full) ?? failureMessages?.join('\n');
      const outcome = ['passed', 'failed'].includes(status) ? status : 'skipped';
      return { name: full, outcome, text };
    });
  });
}

/** What stands below each ` FAIL  file > name` and above the rule that ends it. */
function failuresPrinted(output) {
  const found = new Map();
  for (const [, name, text] of output.matchAll(/^ FAIL {2}(.+)\n([^]*?)(?=^ FAIL {2}|^⎯+\[)/gm)) {
    found.set(name.trim(), text);
  }
  return found;
}
