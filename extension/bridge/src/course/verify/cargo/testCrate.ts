import { runCommand, type Ending } from '../../../process/run.js';
import type { Attempt, AttemptOutcome, AttemptTools } from '../attempt.js';
import { Results } from '../results.js';
import { verdict } from '../verdict.js';
import { buildTests } from './buildTests.js';
import { LibtestReader } from './libtest.js';

/** Builds a plain crate's integration tests and runs them, one executable after the other. */
export async function testCrate(attempt: Attempt, tools: AttemptTools): Promise<AttemptOutcome> {
  const { interpreter, manifest, directory, environment, wrap = [] } = attempt;
  const built = await buildTests(attempt, tools);
  if ('reason' in built) return built;
  tools.onEvent({ kind: 'testing', limit: manifest.limit });
  const results = new Results(tools.onEvent);
  const deadline = performance.now() + manifest.limit * 1000;
  let worst: Ending = { how: 'exit', code: 0, output: '' };
  for (const { executable, file } of built.executables) {
    const reader = new LibtestReader(
      file,
      test => results.start(test),
      result => results.add(result)
    );
    const ending = await runCommand(
      {
        interpreter,
        command: [...wrap, executable, '--test-threads=1', '--color=never'],
        directory,
        environment: { ...environment, RUST_BACKTRACE: '0' },
        limit: (deadline - performance.now()) / 1000,
        onOutput: line => reader.line(line)
      },
      tools.signal
    );
    if (ending.how !== 'exit' || ending.code !== 0) worst = ending;
    if (ending.how !== 'exit') break;
  }
  const { diagnostics, buildSeconds } = built;
  return {
    ...verdict(attempt, results, worst),
    results: results.all(),
    diagnostics,
    buildSeconds
  };
}
