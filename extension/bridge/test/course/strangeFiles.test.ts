import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs';
import path, { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { hint } from '../../src/course/actions/hint.js';
import { reset } from '../../src/course/actions/reset.js';
import { solution } from '../../src/course/actions/solution.js';
import { updateCourse } from '../../src/course/copy/updateCourse.js';
import { readCourse } from '../../src/course/exercises/course.js';
import { filesBelow } from '../../src/course/exercises/exerciseFiles.js';
import { findExercise } from '../../src/course/exercises/findExercise.js';
import { list } from '../../src/course/progress/list.js';
import {
  appendProgress,
  parseProgress,
  readProgress
} from '../../src/course/progress/progressFile.js';
import { progressEvent } from '../../src/course/progress/event.js';
import { changedTests } from '../../src/course/verify/changedTests.js';
import { readToml } from '../../src/build/crate/toml.js';
import { scratch, write } from '../support/crates.js';
import { bareCourse } from './support/bareCourse.js';
import { CARGO, edit, exercise, EXTENSION, PY, TINY } from './support/tinyCourse.js';

/** What may stand in a file's place. Reading the first two would never end, and the last one would fill the memory. */
const STRANGE: [kind: string, make: (place: string) => void][] = [
  ['a named pipe', place => execFileSync('mkfifo', [place])],
  ['a device', place => symlinkSync('/dev/zero', place)],
  ['a directory', place => mkdirSync(place)],
  [
    'a gibibyte of nothing',
    place => {
      writeFileSync(place, '');
      truncateSync(place, 2 ** 30);
    }
  ]
];

function replace(place: string, make: (place: string) => void): void {
  rmSync(place, { recursive: true, force: true });
  make(place);
}

describe.each(STRANGE)('%s', (kind, make) => {
  test('in the place of exercise.toml costs that exercise only', async () => {
    const { root } = await bareCourse();
    replace(join(root, '.course/exercises', PY, 'exercise.toml'), make);
    const course = readCourse(root);
    expect(course.exercises.map(({ id }) => id)).toEqual([CARGO, EXTENSION]);
    const [note] = list(course).notes;
    expect(note).toContain(`The exercise ${PY} is left out: `);
    expect(note).toMatch(/could not be read: it is|is a link to \/dev\/zero/);
    const asked = { exercise: PY, cwd: root, notebook: null };
    expect(() => findExercise(course, asked)).toThrow(`The exercise ${PY} is left out`);
    if (kind === 'a device') return;
    expect(note).toContain('course --update DIR` puts the shipped one back.');
    updateCourse(await write(TINY), root);
    expect(readCourse(root)).toMatchObject({ exercises: [{}, {}, {}], leftOut: new Map() });
  });

  test('in the place of progress.jsonl costs the progress only, and is said', async () => {
    const course = await bareCourse();
    const file = join(course.root, 'progress.jsonl');
    replace(file, make);
    const { exercises, notes } = list(course);
    expect(exercises).toHaveLength(3);
    expect(notes).toEqual([expect.stringContaining('nothing counts as done until')]);
    if (kind === 'a gibibyte of nothing') return;
    expect(() => appendProgress(course.root, progressEvent(PY, 'failed'))).toThrow(
      /this step is not remembered: .*\(E|Remembering this step was refused/
    );
    expect(hint(course, exercise(course, PY)).text).toBe('first hint');
  });

  test('in the place of a file to reset moves into the backup', async () => {
    const course = await bareCourse();
    const folder = join(course.root, 'exercises', PY);
    replace(join(folder, 'doubling.py'), make);
    const act = () => reset(course, exercise(course, PY));
    if (kind === 'a device') {
      expect(act).toThrow('doubling.py is a link to /dev/zero, which is outside the course');
      return;
    }
    const { backup, files } = act();
    expect(files).toEqual(['doubling.py']);
    expect(existsSync(join(backup!, 'doubling.py'))).toBe(true);
    expect(existsSync(join(backup!, 'exercise.toml'))).toBe(true);
    expect(readFileSync(join(folder, 'doubling.py'), 'utf8')).toBe(
      TINY[`exercises/${PY}/doubling.py`]
    );
    expect(filesBelow(join(course.root, '.course')).filter(file => file.includes('new-'))).toEqual(
      []
    );
  });

  test('among the tests, or in the solution, is not waited for', async () => {
    const course = await bareCourse();
    const one = exercise(course, PY);
    replace(join(one.directory, 'tests/test_doubling.py'), make);
    expect(changedTests(course, one).join()).toContain('tests/test_doubling.py was');
    replace(join(course.root, '.course/exercises', PY, 'solution/doubling.py'), make);
    expect(() => solution(course, one, true)).toThrow(
      /missing or empty|is larger than|is a link to \/dev\/zero/
    );
  });

  test('in the place of .course/files.json does not lose the course', async () => {
    const { root } = await bareCourse();
    replace(join(root, '.course/files.json'), make);
    const update = async () =>
      updateCourse(await write({ ...TINY, [`exercises/${PY}/doubling.py`]: '# clearer\n' }), root);
    if (kind === 'a device') {
      await expect(update()).rejects.toThrow('.course/files.json is a link to /dev/zero');
      return;
    }
    const { notes } = await update();
    expect(notes.join()).toContain('files.json could not be read (it ');
    expect(readFileSync(join(root, 'exercises', PY, 'doubling.py'), 'utf8')).toBe('# clearer\n');
    expect((await update()).notes).toEqual([]);
  });

  test('in the place of Cargo.toml is said in one sentence', async () => {
    const file = join(await scratch(), 'Cargo.toml');
    make(file);
    await expect(readToml(file)).rejects.toThrow(
      /Cargo\.toml could not be read: it is .*: put a TOML file in its place\./
    );
  });
});

describe('a record of files that cannot be read', () => {
  test.each([
    ['it is not JSON', '{"README.md": "0'],
    ['README.md must be a text', '{"README.md": 1}'],
    ['it is not JSON', ''],
    ['it does not exist', null]
  ])('(%s) is made anew, and what the learner changed stays', async (why, text) => {
    const { root } = await bareCourse();
    const record = join(root, '.course/files.json');
    rmSync(record);
    if (text !== null) writeFileSync(record, text);
    const [mine, notebook] = [`exercises/${PY}/doubling.py`, `notebooks/${PY}.ipynb`];
    await write({ [mine]: 'mine\n', [notebook]: '{"mine": 1}' }, root);
    const later = await write({
      ...TINY,
      [mine]: '# clearer\n',
      [`exercises/${CARGO}/src/lib.rs`]: '// clearer\n'
    });
    const { kept, notes } = updateCourse(later, root);
    expect(notes[0]).toContain(`could not be read (${why})`);
    expect(kept.sort()).toEqual([mine, notebook]);
    const read = (file: string) => readFileSync(join(root, file), 'utf8');
    expect([mine, notebook, `exercises/${CARGO}/src/lib.rs`].map(read)).toEqual([
      'mine\n',
      '{"mine": 1}',
      '// clearer\n'
    ]);
    expect(updateCourse(later, root)).toMatchObject({ kept: [], notes: [] });
    expect(read(mine)).toBe('mine\n');
  });

  test('removes nothing outside of .course, whatever it names', async () => {
    const { root } = await bareCourse();
    await write({ '../precious.txt': 'mine', 'mine.txt': 'mine' }, root);
    const record = join(root, '.course/files.json');
    const names = [
      '.course/../../precious.txt',
      '.course/../mine.txt',
      '.course/exercises',
      '.course/'
    ];
    const digests = JSON.parse(readFileSync(record, 'utf8')) as object;
    writeFileSync(
      record,
      JSON.stringify({ ...digests, ...Object.fromEntries(names.map(name => [name, '0'])) })
    );
    expect(updateCourse(await write(TINY), root).notes).toEqual([]);
    expect(existsSync(join(root, '../precious.txt'))).toBe(true);
    expect(existsSync(join(root, 'mine.txt'))).toBe(true);
    expect(readCourse(root).exercises).toHaveLength(3);
  });
});

describe('an update', () => {
  test('leaves a file of the learner alone that a later course ships, too', async () => {
    const { root } = await bareCourse();
    const file = 'notebooks/01_first/03_new.ipynb';
    await write({ [file]: 'mine' }, root);
    const later = await write({ ...TINY, [file]: 'theirs' });
    expect(updateCourse(later, root).kept).toEqual([file]);
    expect(readFileSync(join(root, file), 'utf8')).toBe('mine');
  });

  test('keeps what was changed in .course', async () => {
    const { root } = await bareCourse();
    const edited = `.course/exercises/${PY}/doubling.py`;
    await write({ [edited]: 'mine\n' }, root);
    const notes = updateCourse(await write(TINY), root).notes.join();
    const [, backup] = /is kept in (.+)\.$/.exec(notes)!;
    expect(path.relative(root, backup!)).toMatch(/^\.backup\/course-update\//);
    expect(readFileSync(join(backup!, edited), 'utf8')).toBe('mine\n');
  });

  test('does not write through a link that waits for its new file', async () => {
    const { root } = await bareCourse();
    const theirs = join(await scratch(), 'theirs');
    writeFileSync(theirs, 'theirs');
    const file = `exercises/${PY}/doubling.py`;
    symlinkSync(theirs, join(root, `${file}.new`));
    updateCourse(await write({ ...TINY, [file]: '# clearer\n' }), root);
    expect(readFileSync(join(root, file), 'utf8')).toBe('# clearer\n');
    expect(readFileSync(theirs, 'utf8')).toBe('theirs');
  });
});

describe('progress', () => {
  const good = (key: string): string =>
    JSON.stringify({ v: 1, at: '2026-01-01T10:00:00Z', key, exercise: PY, event: 'failed' });

  test('with a byte order mark loses no line', async () => {
    const { root } = await bareCourse();
    writeFileSync(join(root, 'progress.jsonl'), `\uFEFF${good('a')}\n${good('b')}\n`);
    expect(readProgress(root)).toMatchObject({ events: [{}, {}], problems: [] });
  });

  test('with 200,000 bad lines names five, however long they are', () => {
    const long = JSON.stringify({ ['x'.repeat(10_000)]: 1, v: 'y'.repeat(10_000) });
    const lines = [...Array<string>(5).fill(long), ...Array<string>(199_995).fill('{'), good('a')];
    const { events, problems } = parseProgress(lines.join('\n'));
    expect(events).toHaveLength(1);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.length).toBeLessThan(1500);
    expect(problems[0]).toContain('and 199995 more could not be read and do not count');
  });

  test('of 60,000 exercises that are not here names five', async () => {
    const course = await bareCourse();
    const lines = Array.from({ length: 60_000 }, (_, at) =>
      good(`k${at}`).replace(PY, `${'x'.repeat(100)}${at}`)
    );
    writeFileSync(join(course.root, 'progress.jsonl'), lines.join('\n'));
    const [note] = list(course).notes;
    expect(note!.length).toBeLessThan(1000);
    expect(note).toContain('and 59995 more, which this course does not have');
  });
});

test('a reset keeps what stands in the place of a folder', async () => {
  const course = await bareCourse();
  const folder = join(course.root, 'exercises', CARGO);
  replace(join(folder, 'src'), place => writeFileSync(place, 'a file'));
  const { backup, files } = reset(course, exercise(course, CARGO));
  expect(files).toEqual(['src', 'src/lib.rs']);
  expect(readFileSync(join(backup!, 'src'), 'utf8')).toBe('a file');
  expect(existsSync(join(folder, 'src/lib.rs'))).toBe(true);
  await edit(course, CARGO, 'src/lib.rs', 'mine\n');
  expect(reset(course, exercise(course, CARGO)).files).toEqual(['src/lib.rs']);
});
