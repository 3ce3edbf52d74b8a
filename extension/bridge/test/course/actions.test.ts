import { readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { hint } from '../../src/course/actions/hint.js';
import { next, skip } from '../../src/course/actions/next.js';
import { reset, resetAll } from '../../src/course/actions/reset.js';
import { solution } from '../../src/course/actions/solution.js';
import { progressEvent } from '../../src/course/progress/event.js';
import { appendProgress } from '../../src/course/progress/progressFile.js';
import { readCourse } from '../../src/course/exercises/course.js';
import { list } from '../../src/course/progress/list.js';
import { write } from '../support/crates.js';
import { CARGO, edit, exercise, PY, TINY, tinyCourse } from './support/tinyCourse.js';

describe('hints', () => {
  test('come one at a time, and the last one stays', async () => {
    const course = await tinyCourse();
    const asked = [1, 2, 3, 4].map(() => hint(course, exercise(course, PY)));
    expect(asked.map(({ text }) => text)).toEqual([
      'first hint',
      'second hint',
      'third hint',
      'third hint'
    ]);
    expect(asked.map(({ last }) => last)).toEqual([false, false, true, true]);
    expect(asked[3]?.notes.join()).toContain('All 3 hints were given');
  });
});

describe('the solution', () => {
  test('is closed at first, and says when it opens', async () => {
    const course = await tinyCourse();
    appendProgress(course.root, progressEvent(PY, 'failed'));
    expect(() => solution(course, exercise(course, PY), false)).toThrow(
      'opens after 2 more failed attempts'
    );
  });

  test.each([
    ['a success', ['verified'] as const],
    ['three failed attempts', ['failed', 'failed', 'failed'] as const]
  ])('opens after %s', async (_, events) => {
    const course = await tinyCourse();
    events.forEach(event => appendProgress(course.root, progressEvent(PY, event)));
    expect(solution(course, exercise(course, PY), false).files).toEqual([
      { path: 'doubling.py', text: TINY[`exercises/${PY}/solution/doubling.py`] }
    ]);
  });

  test('opens at once for learners who insist', async () => {
    const course = await tinyCourse();
    expect(solution(course, exercise(course, PY), true).files).toHaveLength(1);
  });
});

describe('reset', () => {
  test('puts the stub back and keeps what was there', async () => {
    const course = await tinyCourse();
    await edit(course, PY, 'doubling.py', 'mine = True\n');
    await edit(course, PY, 'notes.txt', 'a thought\n');
    await rm(join(course.root, 'exercises', PY, 'tests'), { recursive: true });
    const { backup, files } = reset(course, exercise(course, PY));
    expect(files).toEqual(['doubling.py', 'notes.txt', 'tests/test_doubling.py']);
    const read = (...place: string[]) => readFile(join(...place), 'utf8');
    expect(await read(backup!, 'doubling.py')).toBe('mine = True\n');
    expect(await read(backup!, 'notes.txt')).toBe('a thought\n');
    const folder = join(course.root, 'exercises', PY);
    expect(await read(folder, 'doubling.py')).toBe(TINY[`exercises/${PY}/doubling.py`]);
    expect(existsSync(join(folder, 'notes.txt'))).toBe(false);
    expect(existsSync(join(folder, 'solution'))).toBe(false);
  });

  test('keeps every backup, even of the same second', async () => {
    const course = await tinyCourse();
    const backups: (string | null)[] = [];
    for (const text of ['one\n', 'two\n', 'three\n']) {
      await edit(course, PY, 'doubling.py', text);
      backups.push(reset(course, exercise(course, PY)).backup);
    }
    const kept = backups.map(folder => readFile(join(folder!, 'doubling.py'), 'utf8'));
    expect(await Promise.all(kept)).toEqual(['one\n', 'two\n', 'three\n']);
  });

  test('brings a deleted exercise back', async () => {
    const course = await tinyCourse();
    const folder = join(course.root, 'exercises', CARGO);
    await rm(folder, { recursive: true });
    expect(reset(course, exercise(course, CARGO)).backup).toBeNull();
    expect(existsSync(join(folder, 'src/lib.rs'))).toBe(true);
  });

  test('of an unchanged exercise makes no backup', async () => {
    const course = await tinyCourse();
    expect(reset(course, exercise(course, PY))).toMatchObject({ backup: null, files: [] });
  });

  test('puts the solution there, and the stub again after a demonstration', async () => {
    const course = await tinyCourse();
    const here = join(course.root, 'exercises', PY, 'doubling.py');
    expect(reset(course, exercise(course, PY), { solved: true }).files).toEqual(['doubling.py']);
    expect(await readFile(here, 'utf8')).toBe(TINY[`exercises/${PY}/solution/doubling.py`]);
    reset(course, exercise(course, PY));
    expect(await readFile(here, 'utf8')).toBe(TINY[`exercises/${PY}/doubling.py`]);
  });

  test('of all exercises touches those that were changed or worked on, and no other', async () => {
    const course = await tinyCourse();
    expect(resetAll(course)).toEqual([]);
    await edit(course, PY, 'doubling.py', 'mine = True\n');
    appendProgress(course.root, progressEvent(CARGO, 'verified'));
    const done = resetAll(course);
    expect(done.map(({ exercise, files }) => [exercise, files])).toEqual([
      [CARGO, []],
      [PY, ['doubling.py']]
    ]);
    expect(list(course).exercises.map(({ state }) => state)).not.toContain('verified');
  });

  test("refuses in the project itself, where it would undo an author's work", async () => {
    const course = readCourse(await write(TINY));
    expect(() => reset(course, exercise(course, PY))).toThrow('not a copy to learn in');
  });
});

describe('moving on', () => {
  test('goes to the first that is neither verified nor skipped', async () => {
    const course = await tinyCourse();
    expect(next(course).exercise?.id).toBe(CARGO);
    expect(skip(course, exercise(course, CARGO)).exercise?.id).toBe(PY);
    expect(list(course).exercises[0]?.state).toBe('skipped');
  });

  test('leaves a verified exercise verified', async () => {
    const course = await tinyCourse();
    appendProgress(course.root, progressEvent(CARGO, 'verified'));
    expect(skip(course, exercise(course, CARGO)).notes.join()).toContain('is verified already');
    expect(list(course).exercises[0]?.state).toBe('verified');
  });

  test('ends with what was skipped', async () => {
    const course = await tinyCourse();
    course.exercises.forEach(({ id }) =>
      appendProgress(course.root, progressEvent(id, id === PY ? 'skipped' : 'verified'))
    );
    expect(next(course)).toMatchObject({
      exercise: null,
      message: `All exercises are verified but 1 that was skipped: ${PY}.`
    });
  });
});
