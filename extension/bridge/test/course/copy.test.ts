import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { courseSource } from '../../src/course/copy/source.js';
import { updateCourse } from '../../src/course/copy/updateCourse.js';
import { writeCourse } from '../../src/course/copy/writeCourse.js';
import { filesBelow } from '../../src/course/exercises/exerciseFiles.js';
import { scratch, write } from '../support/crates.js';
import { ROOT } from '../support/places.js';
import { PY, TINY } from './support/tinyCourse.js';

describe('a copy to learn in', () => {
  test('shows neither solutions nor mutants, and keeps the solutions aside', async () => {
    const { root } = await writeCourse(await write(TINY), join(await scratch(), 'mine'));
    expect(filesBelow(join(root, 'exercises', PY))).toEqual([
      'doubling.py',
      'exercise.toml',
      'tests/test_doubling.py'
    ]);
    expect(filesBelow(join(root, '.course/exercises', PY))).toEqual([
      'doubling.py',
      'exercise.toml',
      'solution/doubling.py',
      'tests/test_doubling.py'
    ]);
  });

  test('begins with a commit, so that a learner can go back', async () => {
    const { root, notes } = await writeCourse(await write(TINY), join(await scratch(), 'mine'));
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
    expect(notes).toEqual([]);
    expect(git('status', '--porcelain')).toBe('');
    expect(git('log', '--oneline').trim().split('\n')).toHaveLength(1);
  });

  test('is made without git too, and says so', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = await scratch();
    try {
      const { root, notes } = await writeCourse(await write(TINY), join(await scratch(), 'mine'));
      expect(notes.join()).toContain('git was not found');
      expect(existsSync(join(root, 'exercises', PY))).toBe(true);
    } finally {
      process.env['PATH'] = path;
    }
  });

  test('is never written over something', async () => {
    const target = await write({ 'precious.txt': 'mine' });
    await expect(writeCourse(await write(TINY), target)).rejects.toThrow('is not empty');
    expect(filesBelow(target)).toEqual(['precious.txt']);
  });

  test('that cannot be written leaves nothing behind', async () => {
    const folder = await write({ file: '' });
    await expect(writeCourse(await write(TINY), join(folder, 'file', 'course'))).rejects.toThrow(
      'something on the way is not a folder (ENOTDIR): move it away, or choose another place'
    );
    expect(filesBelow(folder)).toEqual(['file']);
  });

  test('is brought up to date around what the learner changed', async () => {
    const { root } = await writeCourse(await write(TINY), join(await scratch(), 'mine'));
    const file = `exercises/${PY}/doubling.py`;
    const notebook = `notebooks/${PY}.ipynb`;
    await writeFile(join(root, file), 'mine = True\n');
    const later = await write({
      ...TINY,
      [file]: '# clearer\n',
      [notebook]: '{"clearer": true}\n',
      [`exercises/01_first/03_new/exercise.toml`]: TINY[`exercises/${PY}/exercise.toml`]!
    });
    expect(updateCourse(later, root)).toMatchObject({ kept: [file], exercises: 4 });
    const read = (name: string) => readFile(join(root, name), 'utf8');
    expect(await read(file)).toBe('mine = True\n');
    expect(await read(notebook)).toBe('{"clearer": true}\n');
    expect(await read(`.course/${file}`)).toBe('# clearer\n');
  });
});

test('the course is found from the bundle in a checkout', () => {
  const script = join(ROOT, 'extension/kernel/jupyterlab_maturin/_bridge/bridge.mjs');
  expect(courseSource(script)).toBe(ROOT);
});

test('the course is found beside the bundle in an installed package', async () => {
  const site = await write({
    'jupyterlab_maturin/_course/exercises/Cargo.toml': '',
    'jupyterlab_maturin/_course/notebooks/x': ''
  });
  expect(courseSource(join(site, 'jupyterlab_maturin/_bridge/bridge.mjs'))).toBe(
    join(site, 'jupyterlab_maturin/_course')
  );
});
