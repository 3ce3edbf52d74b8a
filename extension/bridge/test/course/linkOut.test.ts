import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { hint } from '../../src/course/actions/hint.js';
import { skip } from '../../src/course/actions/next.js';
import { reset, resetAll } from '../../src/course/actions/reset.js';
import { solution } from '../../src/course/actions/solution.js';
import { updateCourse } from '../../src/course/copy/updateCourse.js';
import { readCourse, type Course } from '../../src/course/exercises/course.js';
import { filesBelow } from '../../src/course/exercises/exerciseFiles.js';
import { linkOut } from '../../src/course/linkOut.js';
import { scratch, write } from '../support/crates.js';
import { bareCourse } from './support/bareCourse.js';
import { CARGO, edit, exercise, EXTENSION, PY, TINY, verifying } from './support/tinyCourse.js';

const THEIRS = { 'lib.rs': 'theirs\n', 'doubling.py': 'theirs\n' };
const shippedPy = `.course/exercises/${PY}`;

/** A course in which a link to a folder of somebody else stands at `place`, and that folder. */
async function withLink(
  place: string,
  to: (theirs: string) => string = theirs => theirs
): Promise<{ course: Course; theirs: string }> {
  const course = await bareCourse();
  const theirs = await write(THEIRS);
  rmSync(join(course.root, place), { recursive: true, force: true });
  symlinkSync(to(theirs), join(course.root, place));
  return { course, theirs };
}

/** What is in the folder of somebody else, and must stay as it was. */
function contentOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(folder).map(file => [file, readFileSync(join(folder, file), 'utf8')])
  );
}

describe('reset refuses a link that leads out of the course', () => {
  test.each([
    [`exercises/${CARGO}/src`, CARGO],
    [`exercises/${CARGO}`, CARGO],
    ['exercises/01_first', CARGO],
    ['exercises', PY],
    [`exercises/${PY}/tests`, PY],
    ['.backup', PY]
  ])('%s', async (place, id) => {
    const { course, theirs } = await withLink(place);
    if (place === '.backup') await edit(course, PY, 'doubling.py', 'mine\n');
    const before = contentOf(course.root);
    const sentence = `Resetting ${id} was refused, and nothing was changed: ${place} is a link to ${theirs}, which is outside the course; put a file or folder`;
    expect(() => reset(course, exercise(course, id))).toThrow(sentence);
    expect(contentOf(theirs)).toEqual(THEIRS);
    expect(contentOf(course.root)).toEqual(before);
  });

  test('that is a file, or leads nowhere', async () => {
    const place = `exercises/${PY}/doubling.py`;
    const { course, theirs } = await withLink(place, folder => join(folder, 'doubling.py'));
    expect(() => reset(course, exercise(course, PY))).toThrow(
      `${place} is a link to ${join(theirs, 'doubling.py')}, which is outside`
    );
    rmSync(join(theirs, 'doubling.py'));
    expect(() => reset(course, exercise(course, PY))).toThrow('which is not there');
    expect(existsSync(join(theirs, 'doubling.py'))).toBe(false);
  });

  test('before any other exercise is reset', async () => {
    const { course } = await withLink(`exercises/${PY}/doubling.py`);
    await edit(course, CARGO, 'src/lib.rs', 'mine\n');
    expect(() => resetAll(course)).toThrow(`Resetting ${PY} was refused`);
    expect(readFileSync(join(course.root, 'exercises', CARGO, 'src/lib.rs'), 'utf8')).toBe(
      'mine\n'
    );
  });
});

test.each([
  [`${shippedPy}/solution`, ''],
  [`${shippedPy}/solution/doubling.py`, 'doubling.py'],
  [`${shippedPy}/solution/more`, '']
])('the solution is not shown through a link: %s', async (place, file) => {
  const { course } = await withLink(place, folder => join(folder, file));
  expect(() => solution(course, exercise(course, PY), true)).toThrow(
    `Showing the solution of ${PY} was refused, and nothing was changed: ${place} is a link to`
  );
  expect(() => reset(course, exercise(course, PY), { solved: true })).toThrow(`${place} is a link`);
});

test.each([shippedPy, `${shippedPy}/exercise.toml`])(
  'an exercise that comes through a link (%s) is left out, and no other',
  async place => {
    const { root } = await bareCourse();
    const moved = join(await scratch(), 'theirs');
    renameSync(join(root, place), moved);
    symlinkSync(moved, join(root, place));
    const read = readCourse(root);
    expect(read.exercises.map(({ id }) => id)).toEqual([CARGO, EXTENSION]);
    expect(read.leftOut.get(PY)).toContain(`${place} is a link to ${moved}`);
  }
);

test('a chapter that is a link is left out, whatever it holds, and target/ is no chapter', async () => {
  const { root } = await bareCourse();
  const shipped = join(root, '.course/exercises');
  symlinkSync(await scratch(), join(shipped, '02_second'));
  symlinkSync('nowhere', join(shipped, '03_third'));
  symlinkSync(await scratch(), join(shipped, 'target'));
  const { exercises, leftOut } = readCourse(root);
  expect(exercises).toHaveLength(3);
  expect([...leftOut.values()]).toEqual([
    expect.stringMatching(/^The chapter 02_second is left out: .* which is outside the course\.$/),
    expect.stringMatching(/^The chapter 03_third is left out: .* which is not there\.$/)
  ]);
});

test.each([['.course'], ['.course/exercises']])(
  'a course whose %s is a link that leads out is not read',
  async place => {
    const { course, theirs } = await withLink(place, folder => {
      mkdirSync(join(folder, 'exercises'));
      return folder;
    });
    expect(() => readCourse(course.root)).toThrow(
      `was refused, and nothing was changed: ${place} is a link to ${theirs}`
    );
    expect(() => updateCourse(join(course.root, 'none'), course.root)).toThrow(
      `${place} is a link`
    );
  }
);

test('progress is neither read nor written through a link', async () => {
  const theirs = join(await scratch(), 'diary');
  const { course } = await withLink('progress.jsonl', () => theirs);
  await write({ diary: 'dear diary' }, join(theirs, '..'));
  for (const act of [hint, skip]) {
    expect(act(course, exercise(course, PY)).notes.join()).toContain(
      `Remembering this step was refused, and nothing was changed: progress.jsonl is a link to ${theirs}`
    );
  }
  expect(readFileSync(theirs, 'utf8')).toBe('dear diary');
});

test.each([`exercises/${PY}/tests`, 'exercises/Cargo.toml', '.course/tested'])(
  'verify refuses a link that leads out: %s',
  async place => {
    const { course, theirs } = await withLink(place);
    await expect(verifying(course, PY)).rejects.toThrow(
      `Verifying ${PY} was refused, and nothing was changed: ${place} is a link to ${theirs}`
    );
  }
);

test.each(['README.md', 'notebooks', `exercises/${PY}`, shippedPy, '.backup'])(
  'an update refuses a link that leads out: %s',
  async place => {
    const { course, theirs } = await withLink(place);
    const before = contentOf(course.root);
    const later = await write({ ...TINY, [`exercises/${CARGO}/src/lib.rs`]: '// later\n' });
    expect(() => updateCourse(later, course.root)).toThrow(`${place} is a link to ${theirs}`);
    expect(contentOf(theirs)).toEqual(THEIRS);
    expect(contentOf(course.root)).toEqual(before);
  }
);

describe('links that people set on purpose go on working', () => {
  test('the course, or a folder above it', async () => {
    const { root } = await bareCourse();
    const folder = await scratch();
    const moved = join(await scratch(), 'disk');
    renameSync(join(root, '..'), moved);
    symlinkSync(moved, join(folder, 'above'));
    symlinkSync(join(moved, 'course'), join(folder, 'course'));
    for (const place of [join(folder, 'above', 'course'), join(folder, 'course')]) {
      const course = readCourse(place);
      expect(course.exercises).toHaveLength(3);
      await edit(course, PY, 'doubling.py', 'mine\n');
      expect(reset(course, exercise(course, PY)).files).toEqual(['doubling.py']);
      expect(hint(course, exercise(course, PY)).notes).toEqual([]);
      expect(updateCourse(await write(TINY), place).kept).toEqual([]);
    }
  });

  test('the target directory, data beside the exercise, and what stays in the course', async () => {
    const course = await bareCourse();
    const folder = join(course.root, 'exercises', PY);
    symlinkSync(await scratch(), join(course.root, 'exercises', 'target'));
    symlinkSync(await scratch(), join(folder, 'data'));
    renameSync(join(folder, 'doubling.py'), join(course.root, 'mine.py'));
    symlinkSync('../../../mine.py', join(folder, 'doubling.py'));
    expect(linkOut(course.root, join(folder, 'doubling.py'))).toBeNull();
    await write({ 'mine.py': 'mine\n' }, course.root);
    const { backup, files } = reset(course, exercise(course, PY));
    expect(files).toEqual(['doubling.py']);
    expect(readFileSync(join(course.root, 'mine.py'), 'utf8')).toBe('mine\n');
    expect(existsSync(backup!)).toBe(true);
    expect(existsSync(join(folder, 'data'))).toBe(true);
  });
});
