/** What is printed when all stages are done: what the failing tests say, the times, and the numbers. */
import path from 'node:path';

import { duration } from '../setup/progress.mjs';
import { ROOT } from '../setup/places.mjs';
import { lastLines } from './result.mjs';

/** The rest is in the stage's log. */
const MOST_FAILURES = 10;
const LINES_EACH = 30;

/** @typedef {import('./result.mjs').Result & {name: string, seconds: number, log: string}} StageResult */

/** @param {StageResult[]} results */
export function failureReport(results) {
  return results
    .filter(({ failed }) => failed > 0)
    .map(({ name, failures, log }) => {
      const told = failures.slice(0, MOST_FAILURES).map(failure => {
        const text = lastLines(failure.text, LINES_EACH).replace(/^(?=.)/gm, '    ');
        return `✗ ${name}: ${failure.name}\n\n${text}\n`;
      });
      const more = failures.length - told.length;
      const where = path.relative(ROOT, log);
      told.push(more > 0 ? `And ${more} more failures: see ${where}\n` : `More in ${where}\n`);
      return `\n${told.join('\n')}`;
    })
    .join('');
}

/** @param {StageResult[]} results */
export function table(results) {
  const width = Math.max(...results.map(({ name }) => name.length));
  return results
    .map(result => {
      const mark = result.failed > 0 ? '✗' : '✓';
      const time = duration(result.seconds).padStart(11);
      return `${mark} ${result.name.padEnd(width)}  ${time}  ${counts(result)}`;
    })
    .join('\n');
}

/** @param {StageResult[]} results */
export function closingLine(results) {
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  return counts({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') });
}

/** @param {Pick<import('./result.mjs').Result, 'passed' | 'failed' | 'skipped'>} result */
export function counts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
