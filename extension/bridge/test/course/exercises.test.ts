import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openCourse, readCourse } from '../../src/course/exercises/course.js';
import { findCourseRoot } from '../../src/courseRoot.js';
import { findExercise } from '../../src/course/exercises/findExercise.js';
import { closestId } from '../../src/course/exercises/closestId.js';
import { scratch } from '../support/crates.js';
import { CARGO, EXTENSION, PY, tinyCourse } from './support/tinyCourse.js';

const nowhere = { exercise: null, cwd: '/', notebook: null };

describe('a course', () => {
  test('is found from anywhere inside it', async () => {
    const { root } = await tinyCourse();
    expect(findCourseRoot(join(root, 'exercises', PY, 'tests'))).toBe(root);
  });

  test('is found from the notebook when the kernel runs elsewhere', async () => {
    const { root } = await tinyCourse();
    const notebook = join(root, 'notebooks', `${PY}.ipynb`);
    expect(openCourse({ cwd: '/', notebook }).root).toBe(root);
  });

  test('that does not exist can be made with `course DIR`, as the error says', async () => {
    const cwd = await scratch();
    expect(() => openCourse({ cwd, notebook: null })).toThrow('jupyterlab-maturin course DIR');
  });

  test('teaches its exercises in the order of their ids', async () => {
    const { exercises } = await tinyCourse();
    expect(exercises.map(({ id }) => id)).toEqual([CARGO, PY, EXTENSION]);
  });

  test('keeps an exercise whose folder was deleted or renamed', async () => {
    const { root } = await tinyCourse();
    const folder = join(root, 'exercises', '01_first');
    await rm(join(folder, '00_cargo'), { recursive: true });
    await rename(join(folder, '01_python'), join(folder, '01_snake'));
    expect(readCourse(root).exercises.map(({ id }) => id)).toEqual([CARGO, PY, EXTENSION]);
  });
});

describe('an exercise', () => {
  test('is found by id, by path and by notebook', async () => {
    const course = await tinyCourse();
    for (const typed of [PY, `exercises/${PY}/`, `../notebooks/${PY}.ipynb`]) {
      const found = findExercise(course, { ...nowhere, exercise: typed });
      expect(found.id).toBe(PY);
    }
    const notebook = join(course.root, 'notebooks', `${PY}.ipynb`);
    expect(findExercise(course, { ...nowhere, notebook }).id).toBe(PY);
    const cwd = join(course.root, 'exercises', EXTENSION, 'src');
    expect(findExercise(course, { ...nowhere, cwd }).id).toBe(EXTENSION);
  });

  test('that does not exist is answered with the closest one', async () => {
    const course = await tinyCourse();
    expect(() => findExercise(course, { ...nowhere, exercise: 'pyton' })).toThrow(
      `did you mean ${PY}?`
    );
    expect(() => findExercise(course, { ...nowhere, exercise: 'quantum' })).toThrow(
      '`jupyterlab-maturin list`'
    );
  });

  test('that nobody names, from a place that belongs to none, is asked for', async () => {
    const course = await tinyCourse();
    expect(() => findExercise(course, nowhere)).toThrow('No exercise was named');
  });
});

test.each([
  ['functions', '01_intro/03_functions'],
  ['03_function', '01_intro/03_functions'],
  ['intro/functoins', '01_intro/03_functions'],
  ['01_intro/3_functions', '01_intro/03_functions'],
  ['releasing', null],
  ['x', null]
])('the id closest to %s is %s', (typed, id) => {
  expect(closestId(typed, ['01_intro/03_functions', '03_concurrency/03_releasing_the_gil'])).toBe(
    id
  );
});
