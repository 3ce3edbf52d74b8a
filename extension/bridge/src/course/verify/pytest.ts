import { devNull } from 'node:os';
import path from 'node:path';

import type { Diagnostic } from '@jupyterlab-maturin/protocol';

import { runCommand } from '../../process/run.js';
import { Results, type Attempt, type AttemptEnd, type Tools } from './attempt.js';
import { afterTests } from './ended.js';
import { readReport } from './report.js';

/** Builds the crate, if there is one, and runs pytest against that build. */
export async function pytestTests(what: Attempt, tools: Tools): Promise<AttemptEnd> {
  const diagnostics: Diagnostic[] = [];
  let modules = what.directory;
  let buildSeconds = 0;
  if (what.manifest.kind === 'extension') {
    const outcome = await tools.build(
      {
        id: what.id,
        crate: what.directory,
        cwd: what.directory,
        notebook: null,
        interpreter: what.interpreter,
        tag: what.tag,
        profile: 'release',
        features: [],
        defaultFeatures: true,
        force: false,
        install: false,
        environment: what.environment
      },
      event => {
        if (event.kind === 'diagnostic') diagnostics.push(event.diagnostic);
        tools.onEvent({ kind: 'build', event });
      },
      tools.signal
    );
    buildSeconds = outcome.seconds;
    const without = { results: [], diagnostics, buildSeconds };
    if (outcome.status === 'cancelled') throw tools.signal.reason;
    if (outcome.status === 'failed') {
      const { kind, message } = outcome.error;
      return { reason: kind, message, ...without };
    }
    modules = outcome.directory;
  }
  tools.onEvent({ kind: 'testing', limit: what.manifest.limit });
  const results = new Results(tools.onEvent);
  const end = await runCommand(
    {
      interpreter: what.interpreter,
      command: pytestCommand(what),
      heldDirectory: what.manifest.kind === 'extension' ? modules : null,
      directory: what.directory,
      environment: pytestEnvironment(what, modules),
      limit: what.manifest.limit,
      onMessage: line => {
        const reported = readReport(line, what.manifest);
        if (reported?.kind === 'started') results.start(reported.test);
        if (reported?.kind === 'result') {
          if (reported.collection) results.collection ??= reported.result;
          results.add(reported.result);
        }
      }
    },
    tools.signal
  );
  return {
    ...afterTests(what, results, end),
    results: results.all(),
    diagnostics,
    buildSeconds
  };
}

/** Nothing from outside takes part: no plugin of the learner's, no configuration, no cache. */
function pytestCommand(what: Attempt): string[] {
  const tests = path.join(what.shipped, 'tests');
  return [
    ...(what.wrap ?? []),
    what.interpreter,
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
    `--rootdir=${what.shipped}`,
    `--confcutdir=${tests}`,
    '--tb=short',
    '-q',
    '--color=no',
    '--continue-on-collection-errors',
    tests
  ];
}

function pytestEnvironment(what: Attempt, modules: string): Record<string, string> {
  const environment: Record<string, string> = {
    ...what.environment,
    // A panic's own sentence is what a learner needs; the eighty frames below it are the interpreter's.
    RUST_BACKTRACE: '0',
    PYTHONPATH: [modules, what.environment['PYTHONPATH']]
      .filter(part => part !== undefined && part !== '')
      .join(path.delimiter),
    PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1',
    PYTHONDONTWRITEBYTECODE: '1'
  };
  delete environment['PYTEST_ADDOPTS'];
  delete environment['PYTHONSAFEPATH'];
  return environment;
}
