/** pytest, on the kernel's Python package: real kernels and real builds. */
import { PYTHON } from '../../setup/places.mjs';
import { count } from '../result.mjs';
import { readJsonLines } from './report.mjs';

/** Where pytest's tests are. */
const TESTS = 'extension/kernel/tests';

/**
 * @param {import('../stage.mjs').Stage} stage
 * @param {{workers: number, python?: string, marked: string, folder?: string}} options
 *   without `workers` the tests run one after the other; `marked` is pytest's `-m`: the tests to run, by their markers;
 *   `folder` is where they are
 */
export async function pytest(stage, { workers, python = PYTHON, marked, folder = TESTS }) {
  const report = stage.file('report.jsonl');
  const names = Array.from({ length: Math.max(1, workers) }, (_, index) => `gw${index}`);
  let done = 0;
  let total = '?';
  const { error } = await stage.command(
    [
      python,
      '-m',
      'pytest',
      '--verbose',
      `--numprocesses=${workers}`,
      '--dist=worksteal',
      `--report-log=${report}`,
      '-m',
      marked,
      folder
    ],
    {
      environment: {
        JUPYTERLAB_MATURIN_TEST_TARGETS: await stage.targets(names, python)
      },
      onLine: line => {
        // `2 workers [134 items]`, and of pytest alone `collected 134 items / 100 deselected / 34 selected`
        total = /(\d+) (?:items\]|selected)/.exec(line)?.[1] ?? total;
        if (/(^| )(PASSED|FAILED|SKIPPED|ERROR) /.test(line)) {
          stage.progress(`${(done += 1)}/${total} tests`);
        }
      }
    }
  );
  return count(readPytest(readJsonLines(report)), { name: 'pytest', error });
}

/**
 * @param {any[]} reports what pytest-reportlog wrote
 * @returns {import('../result.mjs').Test[]}
 */
export function readPytest(reports) {
  const tests = new Map();
  for (const report of reports) {
    const { $report_type: type, nodeid, when, outcome } = report;
    if (type === 'CollectReport' && outcome === 'failed') {
      tests.set(nodeid, { name: nodeid, outcome, text: words(report) });
    }
    // A test is set up, called and torn down; the call of one that is skipped or cannot be set up is left out.
    if (type !== 'TestReport' || tests.get(nodeid)?.outcome === 'failed') continue;
    if (when === 'call' || outcome !== 'passed') {
      tests.set(nodeid, {
        name: nodeid,
        outcome,
        text: outcome === 'failed' ? words(report) : undefined
      });
    }
  }
  return [...tests.values()];
}

/** The traceback of a failure and what the test printed, as pytest shows them. */
function words({ longrepr, sections = [] }) {
  const traceback =
    typeof longrepr === 'string'
      ? [longrepr]
      : (longrepr?.reprtraceback?.reprentries ?? []).flatMap(({ data }) => {
          const { lines, reprfileloc: at } = data;
          return [...lines, ...(at ? [`${at.path}:${at.lineno}: ${at.message}`, ''] : [])];
        });
  const printed = sections.map(([title, text]) => `--- ${title} ---\n${text.trimEnd()}`);
  return [...printed, ...traceback].join('\n');
}
