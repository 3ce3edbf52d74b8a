/** The check of the course's content. Mutants, notebooks and clippy take the longest and are left to `--all`. */
import path from 'node:path';

import { BIN, CACHE, PYTHON } from '../../setup/places.mjs';
import { run } from '../../setup/run.mjs';
import { copyCompiledPyo3 } from '../compiled-pyo3.mjs';
import { count, plain } from '../result.mjs';

const CHECK = /^ {0,2}([✓✗]) (.+)/;

/** @param {import('../stage.mjs').Stage} stage */
export async function course(stage, jobs) {
  await giveCompiledPyo3(jobs);
  let done = 0;
  const { output, error } = await stage.command(
    [
      ...[path.join(BIN, 'node'), 'scripts/check_course.mjs', '--jobs', String(jobs)],
      ...(stage.all ? [] : ['--no-mutants', '--no-notebooks', '--no-clippy'])
    ],
    { onLine: line => CHECK.test(line) && stage.progress(`${(done += 1)} checks`) }
  );
  return count(readCourse(output), { name: 'check:course', error });
}

/** The first check begins with PyO3 compiled; it keeps its target directories from one run to the next. */
async function giveCompiledPyo3(jobs) {
  const tag = await run(PYTHON, ['-c', 'import sys; print(sys.implementation.cache_tag)']);
  for (let job = 1; job <= jobs; job += 1) {
    const target = path.join(CACHE, 'check-course', '1', `target-${job}-${tag.trim()}`);
    await copyCompiledPyo3(PYTHON, target);
  }
}

/**
 * Each line with a mark is one check. What is wrong stands indented below it, or, for the checks of all files at once, in
 * lines `✗ where: what` above it.
 *
 * @param {string} output what the check printed
 * @returns {import('../result.mjs').Test[]}
 */
export function readCourse(output) {
  const tests = [];
  const above = [];
  let exercise = '';
  for (const line of plain(output).split('\n')) {
    if (/^\d+ problems:/.test(line)) break; // all of them once more
    const [, mark, what] = CHECK.exec(line) ?? [];
    if (/^✗ \S+: /.test(line)) {
      above.push(line);
    } else if (mark) {
      const name = line.startsWith(' ') ? `${exercise} ${what}` : what;
      const text = [...above.splice(0), line.trim()].join('\n');
      tests.push({ name, outcome: mark === '✓' ? 'passed' : 'failed', text });
    } else if (/^\S+\/\S+$/.test(line)) {
      exercise = line;
    } else if (line.startsWith('      ') && tests.length > 0) {
      tests.at(-1).text += `\n${line.trim()}`;
    }
  }
  return tests;
}
