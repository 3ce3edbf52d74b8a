/**
 * `npm test` makes what is missing and runs the tests. `npm test -- kernel unit` runs the stages named, and `--all` adds
 * the tests that take long and depend on little: CONTRIBUTING.md says which.
 *
 * Every stage runs even when another one fails, so that one run tells the whole story.
 */
import { SetUpError } from './setup/failures.mjs';
import { setUp } from './setup/index.mjs';
import { Interrupted } from './setup/run.mjs';
import { board } from './test/board.mjs';
import { choose } from './test/choose.mjs';
import { compilePyo3 } from './test/compiled-pyo3.mjs';
import { sideBySide } from './test/side-by-side.mjs';
import { STAGES, addSecondPython } from './test/stages.mjs';
import { closingLine, failureReport, table } from './test/summary.mjs';
import { TestRun } from './test/test-run.mjs';

async function main(args) {
  const { names, all } = choose(args, STAGES);
  await setUp([compilePyo3()]);
  const second = names.some(name => STAGES[name].second) ? await addSecondPython() : undefined;
  const stages = names.filter(name => second || !STAGES[name].second);
  if (stages.length === 0) {
    throw new SetUpError(`Running ${names.join(', ')}: there is no second Python to run it on.`);
  }
  const testRun = new TestRun({ all, second });
  const shown = board(stages);
  try {
    const results = await sideBySide(
      stages.map(name => ({ name, ...STAGES[name] })),
      async ({ name, run }) => {
        shown.start(name);
        const result = await testRun.stage(name, run, text => shown.progress(name, text));
        shown.end(name, result);
        return result;
      }
    );
    shown.close();
    process.stdout.write(
      `${failureReport(results)}\n${table(results)}\n\n${closingLine(results)}\n`
    );
    return results.some(({ failed }) => failed > 0) ? 1 : 0;
  } finally {
    shown.close();
    testRun.end();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const expected = error instanceof SetUpError || error instanceof Interrupted;
  process.stderr.write(`\n${expected ? error.message : error.stack}\n`);
  process.exitCode = error instanceof Interrupted ? error.code : 1;
}
