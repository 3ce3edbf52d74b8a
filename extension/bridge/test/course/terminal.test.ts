import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { VerifyEvent } from '@jupyterlab-maturin/protocol';
import { describe, expect, test } from 'vitest';

import { exerciseTable } from '../../src/commands/terminal/exerciseTable.js';
import { fit, wrap } from '../../src/commands/terminal/text.js';
import { progressEvent } from '../../src/course/progress/event.js';
import { appendProgress } from '../../src/course/progress/progressFile.js';
import { list } from '../../src/course/progress/list.js';
import { plainEnvironment } from '../support/builds.js';
import { scratch } from '../support/crates.js';
import { BRIDGE, PYTHON, TAG } from '../support/places.js';
import {
  CARGO,
  edit,
  exerciseToml,
  EXTENSION,
  PY,
  tinyCourse,
  TINY
} from './support/tinyCourse.js';

/** Runs the program in a folder, as a terminal does. */
async function maturin(cwd: string, ...args: string[]) {
  const env = {
    ...plainEnvironment({ CARGO_TARGET_DIR: join(cwd, 'target') }),
    JUPYTERLAB_MATURIN_PYTHON: PYTHON,
    JUPYTERLAB_MATURIN_TAG: TAG
  };
  return promisify(execFile)(process.execPath, [BRIDGE, ...args], { cwd, env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      stdout,
      stderr
    })
  );
}

describe('the list', () => {
  test('fits into 80 columns, even with a long title', async () => {
    const course = await tinyCourse({
      [`exercises/${PY}/exercise.toml`]: exerciseToml({
        kind: 'python',
        module: 'doubling.py'
      }).replace('"Title"', `"${'A very long title '.repeat(8).trim()}"`)
    });
    for (const event of ['failed', 'failed', 'hinted'] as const) {
      appendProgress(course.root, progressEvent(PY, event, event === 'hinted' ? { hint: 1 } : {}));
    }
    const lines = exerciseTable(list(course), 80).map(({ text }) => text);
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80);
    expect(lines.find(line => line.includes('01_python'))).toMatch(/▸ started .*…\s+10 min$/);
  });

  test('fits into 80 columns, even with folders of long names', async () => {
    const folder = `${'chapter_'.repeat(12)}/${'exercise_'.repeat(12)}`;
    const course = await tinyCourse({
      [`exercises/01_${folder.replace('/', '/01_')}/exercise.toml`]: exerciseToml({
        kind: 'python',
        module: 'doubling.py'
      })
    });
    const lines = exerciseTable(list(course), 80).map(({ text }) => text);
    expect(Math.max(...lines.map(line => line.length))).toBe(80);
    expect(lines.find(line => line.includes('01_exercise'))).toMatch(
      / 01_exercise_[^ ]*… {2}Title +10 min$/
    );
  });

  test('shows every state as a word and a sign', async () => {
    const course = await tinyCourse();
    appendProgress(course.root, progressEvent(CARGO, 'verified'));
    expect(exerciseTable(list(course), 80).map(({ text }) => text)).toEqual([
      '01_first                                                 1 of 3 verified, 30 min',
      ' ✓ verified  00_cargo      Title                                          10 min',
      ' ○ open      01_python     Title                                          10 min',
      ' · locked    02_extension  Title                                          10 min'
    ]);
  });
});

describe('text for a terminal', () => {
  test('is broken at spaces', () => {
    expect(wrap('one two three four', 9, '  ')).toEqual(['  one two', '  three', '  four']);
  });

  test('keeps the indentation of code in a hint', () => {
    expect(wrap('Try\n    let a = 1;', 20, '  ')).toEqual(['  Try', '      let a = 1;']);
  });

  test('counts columns and not characters: some letters take two, colours none', () => {
    expect(wrap('クレート クレート', 10)).toEqual(['クレート', 'クレート']);
    expect(wrap('\x1b[31mred\x1b[39m and blue', 12)).toHaveLength(1);
    expect(fit('クレート', 6)).toBe('クレ… ');
    expect(fit('abc', 6)).toBe('abc   ');
  });
});

describe('in a terminal', () => {
  test('a learner goes from a stub to the next exercise', async () => {
    const course = await tinyCourse();
    const before = await maturin(course.root, 'verify', PY);
    expect(before.code).toBe(1);
    expect(before.stdout).toContain(
      '✗ test_doubles  tests/test_doubling.py:5\n      double(4) should be 8, and is 4'
    );
    expect(before.stdout).toContain(`Hint 1 of 3: jupyterlab-maturin hint ${PY}`);
    const hint = await maturin(course.root, 'hint', PY);
    expect(hint.stdout).toContain('first hint');
    await edit(course, PY, 'doubling.py', TINY[`exercises/${PY}/solution/doubling.py`]!);
    const after = await maturin(join(course.root, 'exercises', PY), 'verify');
    expect(after).toMatchObject({ code: 0 });
    expect(after.stdout).toContain('✓ verified  All 2 tests pass.');
    expect((await maturin(course.root, 'skip', CARGO)).stdout).toContain(`Next: ${EXTENSION}`);
    expect((await maturin(course.root, 'list')).stdout).toContain('✓ verified');
  });

  test('with --json, a task prints one event per line, and the other commands one answer', async () => {
    const course = await tinyCourse();
    const { stdout } = await maturin(course.root, 'verify', PY, '--json');
    const events = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as VerifyEvent);
    expect(events[0]).toMatchObject({ kind: 'planned', exercise: PY });
    expect(events.at(-1)).toMatchObject({ kind: 'finished', outcome: { status: 'failed' } });
    const next = await maturin(course.root, 'next', '--json');
    expect(JSON.parse(next.stdout)).toMatchObject({ exercise: { id: CARGO } });
  });

  test.each([
    [['verify', 'pyton'], `did you mean ${PY}?`],
    [['solution', PY], 'opens after 3 more'],
    [['hint'], 'No exercise was named'],
    [['course', '.'], 'there is one already']
  ])('%j ends with one sentence and no stack trace', async (args, sentence) => {
    const course = await tinyCourse();
    const { code, stdout, stderr } = await maturin(course.root, ...args);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.replace(/\n/g, ' ')).toMatch(/^error: /);
    expect(stderr.replace(/\n/g, ' ')).toContain(sentence);
    expect(stderr).not.toContain('    at ');
  });

  test('outside of a course, the error says how to make one', async () => {
    const { code, stderr } = await maturin(await scratch(), 'list');
    expect(code).toBe(1);
    expect(stderr).toContain('jupyterlab-maturin course DIR');
  });
});
