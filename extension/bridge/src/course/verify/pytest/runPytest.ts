import { devNull } from 'node:os';
import path from 'node:path';

import { runCommand } from '../../../process/run.js';
import type { Attempt, AttemptOutcome, AttemptTools } from '../attempt.js';
import { Results } from '../results.js';
import { verdict } from '../verdict.js';
import { readReportLine } from './reportLog.js';

/**
 * Runs the shipped tests with pytest, in a process of their own.
 *
 * @param modules the folder that the tests import from
 * @param generation the build's generation, which must not be removed while the tests run; `null` when there is none
 */
export async function runPytest(
  attempt: Attempt,
  modules: string,
  generation: string | null,
  { onEvent, signal }: AttemptTools
): Promise<Pick<AttemptOutcome, 'reason' | 'message' | 'results'>> {
  const { manifest, interpreter, directory } = attempt;
  onEvent({ kind: 'testing', limit: manifest.limit });
  const results = new Results(onEvent);
  const ending = await runCommand(
    {
      interpreter,
      command: pytestCommand(attempt),
      heldDirectory: generation,
      directory,
      environment: pytestEnvironment(attempt, modules),
      limit: manifest.limit,
      onMessage: line => {
        const report = readReportLine(line, manifest.module ?? null);
        if (report?.kind === 'started') results.start(report.test);
        if (report?.kind === 'ended') results.add(report.result);
        if (report?.kind === 'not collected') results.addNotCollected(report.result);
      }
    },
    signal
  );
  return { ...verdict(attempt, results, ending), results: results.all() };
}

/** pytest with nothing of the learner's own: no plugin, no configuration, no cache. */
function pytestCommand({ wrap = [], interpreter, shipped }: Attempt): string[] {
  const tests = path.join(shipped, 'tests');
  return [
    ...wrap,
    interpreter,
    '-P',
    '-m',
    'pytest',
    '-p',
    'pytest_reportlog.plugin',
    '--report-log=/dev/fd/3',
    '-p',
    'no:cacheprovider',
    '-c',
    devNull,
    `--rootdir=${shipped}`,
    `--confcutdir=${tests}`,
    '--tb=short',
    '-q',
    '--color=no',
    '--continue-on-collection-errors',
    tests
  ];
}

function pytestEnvironment(attempt: Attempt, modules: string): Record<string, string> {
  const environment: Record<string, string> = {
    ...attempt.environment,
    // A learner needs the panic's message, and not the many frames of the interpreter that a backtrace adds.
    RUST_BACKTRACE: '0',
    PYTHONPATH: [modules, attempt.environment['PYTHONPATH']].filter(Boolean).join(path.delimiter),
    PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1',
    PYTHONDONTWRITEBYTECODE: '1'
  };
  delete environment['PYTEST_ADDOPTS'];
  delete environment['PYTHONSAFEPATH'];
  return environment;
}
