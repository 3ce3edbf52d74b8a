import type { Ending } from '../../process/run.js';
import type { Attempt, AttemptOutcome } from './attempt.js';
import type { Results } from './results.js';

type Verdict = Pick<AttemptOutcome, 'reason' | 'message'>;

/** Says whether the exercise is verified and, if not, why: from the results, and from how the test process ended. */
export function verdict(attempt: Attempt, results: Results, ending: Ending): Verdict {
  const { interpreter, manifest } = attempt;
  const { running } = results;
  switch (ending.how) {
    case 'absent':
      return {
        reason: 'tool',
        message: `The tests could not be started with ${interpreter}: ${ending.error}.`
      };
    case 'unlocked':
      return {
        reason: 'tool',
        message: `The tests could not be started, because the build to be tested is gone (${ending.error}): verify again.`
      };
    case 'limit': {
      const stopped =
        running === null ? 'The tests did not end and were' : `${running} did not end and was`;
      const message = `${stopped} stopped after ${manifest.limit} s (building is not counted).`;
      results.failRunning(message, '');
      return { reason: 'limit', message };
    }
    case 'signal': {
      const message = `The test process died of ${ending.signal}${causeOf(ending.signal)}${running === null ? '' : ` in ${running}`}.`;
      results.failRunning(message, ending.output);
      return { reason: 'crash', message };
    }
    case 'exit':
      return verdictAfterExit(attempt, results, ending.code, ending.output);
  }
}

function verdictAfterExit(
  { interpreter }: Attempt,
  results: Results,
  code: number,
  output: string
): Verdict {
  const { running, notCollected } = results;
  if (/No module named '?pytest(_reportlog)?\b/.test(output)) {
    return {
      reason: 'tool',
      message: `The tests need pytest and pytest-reportlog, which ${interpreter} does not have: install them with \`pip install "jupyterlab-maturin[course]"\`.`
    };
  }
  if (running !== null) {
    const message = `The test process ended with code ${code} in the middle of ${running}.`;
    results.failRunning(message, output);
    return { reason: 'crash', message };
  }
  if (notCollected !== null) {
    const message = notCollected.message ?? 'A test file could not be loaded.';
    return { reason: 'collection', message };
  }
  const all = results.all();
  const failed = all.filter(({ outcome }) => outcome === 'failed').length;
  if (failed > 0) {
    const tests = all.length === 1 ? 'test' : 'tests';
    const message = `${failed} of ${all.length} ${tests} ${failed === 1 ? 'fails' : 'fail'}.`;
    return { reason: 'tests', message };
  }
  if (code !== 0 || all.length === 0) {
    const lastLine = output.trim().split('\n').at(-1) ?? '';
    const because = lastLine === '' ? '' : `: ${lastLine}`;
    return { reason: 'crash', message: `The tests could not be run (code ${code})${because}.` };
  }
  return { reason: null, message: '' };
}

function causeOf(signal: string): string {
  switch (signal) {
    case 'SIGSEGV':
    case 'SIGBUS':
    case 'SIGILL':
      return ', a crash in native code';
    case 'SIGABRT':
      return ': native code gave up (a panic that may not unwind, for instance)';
    case 'SIGKILL':
      return ': somebody ended it, or the system did because memory ran out';
    default:
      return '';
  }
}
