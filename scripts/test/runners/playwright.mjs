/** Playwright: a real JupyterLab in a real browser. */
import { existsSync } from 'node:fs';
import path from 'node:path';

import { SetUpError } from '../../setup/failures.mjs';
import { PYTHON } from '../../setup/places.mjs';
import { count } from '../result.mjs';
import { npmTool } from './npm-tool.mjs';
import { readJson } from './report.mjs';

/** @param {import('../stage.mjs').Stage} stage */
export async function playwright(stage, workers) {
  const report = stage.file('report.json');
  const pool = Array.from({ length: workers }, (_, index) => index);
  let done = 0;
  let total = '?';
  const { error } = await stage.command(
    [
      ...npmTool('playwright', 'test'),
      '--config',
      'ui-tests/playwright.config.ts',
      '--reporter=list,json',
      `--workers=${workers}`,
      ...(stage.all ? [] : ['--grep-invert=@slow'])
    ],
    {
      environment: {
        CHROMIUM_PATH: chromium(),
        JUPYTERLAB_MATURIN_TEST_TARGETS: await stage.targets(pool, PYTHON),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report
      },
      onLine: line => {
        total = /Running (\d+) tests?/.exec(line)?.[1] ?? total;
        if (/^ *[✓✘-] +\d+ /.test(line)) stage.progress(`${(done += 1)}/${total} tests`);
      }
    }
  );
  return count(readPlaywright(readJson(report)), { name: 'playwright', error });
}

/** @returns {string} the browser that the tests drive */
export function chromium() {
  const asked = process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found =
    asked ?? folders.map(folder => path.join(folder, 'chromium')).find(file => existsSync(file));
  if (found && existsSync(found)) return found;
  throw new SetUpError(
    `Looking for Chromium${asked ? ` at ${asked}` : ' on PATH'}: it is not there. ` +
      'Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to its executable.'
  );
}

/**
 * @param {any} report what Playwright's json reporter wrote
 * @returns {import('../result.mjs').Test[]}
 */
export function readPlaywright(report) {
  const tests = (report?.suites ?? []).flatMap(suite => testsOf(suite, []));
  for (const { message } of report?.errors ?? []) {
    tests.push({ name: 'playwright', outcome: 'failed', text: message });
  }
  return tests;
}

function testsOf({ title, specs = [], suites = [] }, above) {
  const path = [...above, title];
  const own = specs.flatMap(spec =>
    spec.tests.map(({ status, results }) => ({
      name: [...path, spec.title].join(' > '),
      outcome: { expected: 'passed', skipped: 'skipped' }[status] ?? 'failed',
      text: results.flatMap(({ errors }) => errors.map(({ message }) => message)).join('\n\n')
    }))
  );
  return [...own, ...suites.flatMap(suite => testsOf(suite, path))];
}
