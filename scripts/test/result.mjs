/**
 * What became of a stage: how many tests passed, failed and were skipped, and what those that failed say.
 *
 * @typedef {{name: string, outcome: 'passed' | 'failed' | 'skipped', text?: string}} Test
 *   `text` is what a failing test says, in its runner's words
 * @typedef {{passed: number, failed: number, skipped: number, failures: {name: string, text: string}[]}} Result
 */
import { stripVTControlCharacters } from 'node:util';

/** Enough of a runner's output to see why it ended without a report. */
const LAST_LINES = 40;

/**
 * Counts tests. A runner that fails without naming a failing test, or that runs none at all, is a failure too.
 *
 * @param {Test[]} tests
 * @param {{name: string, error: {message: string, output: string} | undefined}} runner how its process ended
 * @returns {Result}
 */
export function count(tests, { name, error }) {
  const having = outcome => tests.filter(test => test.outcome === outcome);
  const failures = having('failed').map(test => ({
    name: test.name,
    text: plain(test.text ?? '')
  }));
  const passed = having('passed').length;
  if (failures.length === 0 && (error || passed === 0)) {
    failures.push({
      name,
      text: error ? `${error.message}\n${lastLines(error.output)}` : 'No test ran.'
    });
  }
  return { passed, failed: failures.length, skipped: having('skipped').length, failures };
}

/** Text without colours and without empty lines at its ends. */
export function plain(text) {
  return stripVTControlCharacters(text).replace(/^\s*\n|\s+$/g, '');
}

/** @param {string} output */
export function lastLines(output, most = LAST_LINES) {
  const lines = plain(output).split('\n');
  return lines.length <= most ? lines.join('\n') : ['…', ...lines.slice(-most)].join('\n');
}
