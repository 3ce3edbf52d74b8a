import type { Ending } from '../../process/run.js';
import type { Attempt, AttemptEnd, Results } from './attempt.js';

/** Returns why the tests' end means that the exercise is not verified, or `null` and nothing to say. */
export function afterTests(
  what: Attempt,
  results: Results,
  end: Ending
): Pick<AttemptEnd, 'reason' | 'message'> {
  const { limit } = what.manifest;
  const { running } = results;
  switch (end.how) {
    case 'absent':
      return {
        reason: 'tool',
        message: `Starting the tests with ${what.interpreter}: ${end.error}.`
      };
    case 'limit': {
      const which = running ?? 'The tests';
      const message = `${which} did not end and ${running === null ? 'were' : 'was'} stopped after ${limit} s (building is not counted).`;
      results.stop(message, '');
      return { reason: 'limit', message };
    }
    case 'signal': {
      const message = `${died(end.signal)}${running === null ? '' : ` in ${running}`}.`;
      results.stop(message, end.output);
      return { reason: 'crash', message };
    }
    case 'exit':
      break;
  }
  if (/No module named '?pytest(_reportlog)?\b/.test(end.output)) {
    return {
      reason: 'tool',
      message: `Starting the tests with ${what.interpreter}: pytest or pytest-reportlog is missing there; install both, for instance with \`python -m pip install pytest pytest-reportlog\`.`
    };
  }
  if (running !== null) {
    const message = `The test process ended with code ${end.code} in the middle of ${running}.`;
    results.stop(message, end.output);
    return { reason: 'crash', message };
  }
  if (results.collection !== null) {
    return {
      reason: 'collection',
      message: results.collection.message ?? 'A test file could not be loaded.'
    };
  }
  const all = results.all();
  const failed = results.failed();
  if (failed.length > 0) {
    return {
      reason: 'tests',
      message: `${failed.length} of ${all.length} ${all.length === 1 ? 'test' : 'tests'} ${failed.length === 1 ? 'fails' : 'fail'}.`
    };
  }
  if (end.code !== 0 || all.length === 0) {
    const said = end.output.trim().split('\n').at(-1) ?? '';
    return {
      reason: 'crash',
      message: `The tests could not be run (code ${end.code})${said === '' ? '' : `: ${said}`}.`
    };
  }
  return { reason: null, message: '' };
}

/** `The test process died of SIGSEGV, a crash in native code`. */
function died(signal: string): string {
  const why: Record<string, string> = {
    SIGSEGV: ', a crash in native code',
    SIGBUS: ', a crash in native code',
    SIGILL: ', a crash in native code',
    SIGABRT: ': native code gave up (a panic that may not unwind, for instance)',
    SIGKILL: ': somebody, or the system when memory runs out, ended it'
  };
  return `The test process died of ${signal}${why[signal] ?? ''}`;
}
