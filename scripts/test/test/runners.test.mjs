/** What each runner's own report says of a passing, a failing and a skipped test. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { CACHE, PYTHON, environment } from '../../setup/places.mjs';
import { count } from '../result.mjs';
import { readCourse } from '../runners/course.mjs';
import { npmTool } from '../runners/npm-tool.mjs';
import { readPlaywright } from '../runners/playwright.mjs';
import { readPytest } from '../runners/pytest.mjs';
import { readJson, readJsonLines } from '../runners/report.mjs';
import { readVitest } from '../runners/vitest.mjs';

/** Runs a runner on a file in a folder of the test's own, and returns what it printed and where its report is. */
function run(file, text, command) {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(path.join(CACHE, 'runner-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, file), text);
  const report = path.join(folder, 'report');
  const [program, ...args] = command(report);
  const { stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    env: environment({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
    encoding: 'utf8'
  });
  return { report, folder, output: stdout + stderr };
}

const numbers = tests => {
  const { passed, failed, skipped } = count(tests, { name: 'runner' });
  return { passed, failed, skipped };
};

test('pytest: a test that cannot be set up or torn down failed, once', () => {
  const { report } = run(
    'test_it.py',
    `import pytest

@pytest.fixture
def broken():
    raise RuntimeError("cannot be set up")

@pytest.fixture
def untidy():
    yield
    raise RuntimeError("cannot be torn down")

def test_good(): pass
def test_bad():
    print("on the way")
    assert 1 == 2, "one is not two"
def test_broken(broken): pass
def test_untidy(untidy): pass
@pytest.mark.skip(reason="later")
def test_skipped(): pass
@pytest.mark.xfail
def test_expected_to_fail(): assert False
`,
    report => [
      PYTHON,
      '-m',
      'pytest',
      '-c',
      '/dev/null',
      '-n',
      '1',
      '--rootdir=.',
      `--report-log=${report}`
    ]
  );
  const tests = readPytest(readJsonLines(report));
  expect(numbers(tests)).toEqual({ passed: 1, failed: 3, skipped: 2 });
  const told = Object.fromEntries(tests.map(({ name, text }) => [name, text]));
  expect(told['test_it.py::test_bad']).toContain('E       AssertionError: one is not two');
  expect(told['test_it.py::test_bad']).toContain('on the way');
  expect(told['test_it.py::test_broken']).toContain('cannot be set up');
  expect(told['test_it.py::test_untidy']).toContain('cannot be torn down');
});

test('pytest: a file that cannot be imported failed', () => {
  const { report } = run('test_it.py', 'import nowhere_to_be_found\n', report => [
    ...[PYTHON, '-m', 'pytest', '-c', '/dev/null', '--rootdir=.', `--report-log=${report}`]
  ]);
  const tests = readPytest(readJsonLines(report));
  expect(numbers(tests)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(tests[0].text).toContain("No module named 'nowhere_to_be_found'");
});

test('vitest: a failure is told with its difference and its line', () => {
  const { report, folder, output } = run(
    'it.test.mjs',
    `import { expect, test } from 'vitest';
test('good', () => {});
test('bad > worse', () => expect({ a: 1 }).toEqual({ a: 2 }));
test.skip('later', () => {});
`,
    report =>
      npmTool(
        'vitest',
        'run',
        '--root=.',
        '--reporter=verbose',
        '--reporter=json',
        `--outputFile.json=${report}`
      )
  );
  const tests = readVitest(readJson(report), output, folder);
  expect(numbers(tests)).toEqual({ passed: 1, failed: 1, skipped: 1 });
  const bad = tests.find(({ outcome }) => outcome === 'failed');
  expect(bad.text).toMatch(/- {3}"a": 2,\n\+ {3}"a": 1,/);
  expect(bad.text).toContain('it.test.mjs:3');
});

test('vitest: a file that cannot be loaded failed', () => {
  const { report, folder, output } = run('it.test.mjs', "import './nowhere.mjs';\n", report =>
    npmTool('vitest', 'run', '--root=.', '--reporter=json', `--outputFile.json=${report}`)
  );
  const tests = readVitest(readJson(report), output, folder);
  expect(numbers(tests)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(tests[0].text).toContain('nowhere.mjs');
});

test('playwright: a failure is told as Playwright tells it', () => {
  const { report } = run(
    'it.spec.mjs',
    `import { expect, test } from '@playwright/test';
test('good', () => {});
test.describe('group', () => { test('bad', () => { expect(1, 'the answer').toBe(2); }); });
test.skip('later', () => {});
`,
    () => npmTool('playwright', 'test', '--reporter=json', '--output=results')
  );
  const tests = readPlaywright(readJson(report));
  expect(numbers(tests)).toEqual({ passed: 1, failed: 1, skipped: 1 });
  const bad = tests.find(({ outcome }) => outcome === 'failed');
  expect(bad.name).toBe('it.spec.mjs > group > bad');
  expect(bad.text).toContain('the answer');
});

test('the check of the course: every line with a mark is a check, and the lines near it say what is wrong', () => {
  const tests = readCourse(`✗ 01_intro/01_setup: the first hint is missing.
✗ notebooks/01_intro/01_setup.ipynb: cell 2 has outputs.
✗ manifests, layout, names
✓ rustfmt and clippy
  tests and notebooks run in a network of their own
01_intro/00_welcome
  ✓ solution  2 tests pass (1.3 s)
  ✗ mutant lazy
      greets passes, and should fail.
notebooks/gil_lab.ipynb
  ✓ notebook  runs to its end (9 s)

3 problems:
✗ 01_intro/01_setup: the first hint is missing.
✗ notebooks/01_intro/01_setup.ipynb: cell 2 has outputs.
✗ 01_intro/00_welcome: mutant lazy greets passes, and should fail.

stubs 0, solutions 1, mutants 1, notebooks 1: 3 problems (12 s)
`);
  expect(numbers(tests)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  expect(tests.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)).toEqual([
    'manifests, layout, names',
    '01_intro/00_welcome mutant lazy'
  ]);
  expect(tests[0].text).toContain('the first hint is missing.');
  expect(tests[3].text).toContain('greets passes, and should fail.');
});

test('a report that was cut off in the middle of a line is read up to there', () => {
  const { report } = run('log', '', report => ['sh', '-c', `printf '{"a":1}\\n{"a"' > ${report}`]);
  expect(readJsonLines(report)).toEqual([{ a: 1 }]);
});
