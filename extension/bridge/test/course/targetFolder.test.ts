import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path, { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { reset } from '../../src/course/actions/reset.js';
import { updateCourse } from '../../src/course/copy/updateCourse.js';
import { writeCourse } from '../../src/course/copy/writeCourse.js';
import { readCourse } from '../../src/course/exercises/course.js';
import { scratch, write } from '../support/crates.js';
import { exercise, PY, TINY } from './support/tinyCourse.js';

/** Writes a course without a git repository, which takes most of the time. */
async function writing(target: string) {
  const source = await write(TINY);
  const before = process.env['PATH'];
  process.env['PATH'] = source;
  try {
    return await writeCourse(source, target);
  } finally {
    process.env['PATH'] = before;
  }
}

describe.skipIf(process.platform !== 'linux')('no course is written', () => {
  test.each([
    ['/proc/course', 'a folder on the way is missing and could not be made'],
    ['/proc/self/fd/course/mine', 'a folder on the way is missing and could not be made'],
    ['/dev/null', 'there is something of that name that is not a folder: name another folder'],
    ['/dev/null/course', 'something on the way is not a folder (ENOTDIR): move it away'],
    ['/dev/null/course/mine', 'something on the way is not a folder (ENOTDIR): move it away'],
    ['/etc', 'the folder is not empty: name another one'],
    ['', 'no folder was named: name one that does not exist yet'],
    ['two\nlines', 'has a line break or another control character in it: name another folder'],
    ['\u001b]0;x\u0007', '<U+001B>]0;x<U+0007>, because its name has a line break or another'],
    ['x'.repeat(300), 'the name is too long for the system (ENAMETOOLONG): choose a shorter one']
  ])('to %j', async (target, why) => {
    const folder = await scratch();
    const place = target.startsWith('/') || target === '' ? target : join(folder, target);
    await expect(writing(place)).rejects.toThrow(why);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each<[string, (place: string) => void, string]>([
    ['a file', place => writeFileSync(place, 'mine'), 'that is not a folder'],
    ['a named pipe', place => execFileSync('mkfifo', [place]), 'that is not a folder'],
    ['a dangling link', place => symlinkSync('nowhere', place), 'it is a link to nowhere, where'],
    ['a link in a circle', place => symlinkSync('course', place), 'it is a link to course, where'],
    ['a link to a file', place => symlinkSync('/etc/passwd', place), 'it is a link to /etc/passwd']
  ])('to %s, and nothing is left beside it', async (_, make, why) => {
    const folder = await scratch();
    make(join(folder, 'course'));
    await expect(writing(join(folder, 'course'))).rejects.toThrow(why);
    expect(readdirSync(folder)).toEqual(['course']);
  });
});

test('a folder that is there and empty stays the folder it was', async () => {
  const folder = join(await scratch(), 'course');
  mkdirSync(folder, 0o750);
  const { ino } = lstatSync(folder);
  const { root } = await writing(folder);
  expect(lstatSync(root)).toMatchObject({ ino });
  expect(lstatSync(root).mode & 0o777).toBe(0o750);
  expect(readdirSync(root).filter(name => name.startsWith('.new'))).toEqual([]);
  expect(readCourse(root).exercises).toHaveLength(3);
});

test('a link to an empty folder, on another disk say, is followed', async () => {
  const disk = await scratch();
  const link = join(await scratch(), 'course');
  symlinkSync(disk, link);
  expect(await writing(link)).toMatchObject({ root: disk, exercises: 3 });
  expect(readCourse(link).exercises).toHaveLength(3);
});

test('a course is as readable for others as the umask says', async () => {
  const before = process.umask(0o027);
  try {
    const { root } = await writing(join(await scratch(), 'a', 'course'));
    const modes = ['.', '..', 'exercises', 'README.md'].map(
      name => lstatSync(join(root, name)).mode & 0o777
    );
    expect(modes).toEqual([0o750, 0o750, 0o750, 0o640]);
  } finally {
    process.umask(before);
  }
});

test('in a git hook, the first commit goes into the course and nowhere else', async () => {
  const other = await scratch();
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: other, encoding: 'utf8', env: plain });
  const plain = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  );
  git('init', '--quiet');
  Object.assign(process.env, { GIT_DIR: join(other, '.git'), GIT_WORK_TREE: other });
  try {
    const { root, notes } = await writeCourse(await write(TINY), join(await scratch(), 'course'));
    expect(notes).toEqual([]);
    expect(existsSync(join(root, '.git'))).toBe(true);
  } finally {
    delete process.env['GIT_DIR'];
    delete process.env['GIT_WORK_TREE'];
  }
  expect(git('rev-list', '--all', '--count').trim()).toBe('0');
});

function mount(folder: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
}

/** Only root may mount a file system, and not in every container. */
function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'bridge-test-'));
  try {
    mount(folder, 'size=4k');
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!mayMount())('a disk', () => {
  test.each([
    ['that is full', 'size=16k', 'the disk is full (ENOSPC): free some space on it'],
    ['that is read-only', 'ro', 'that disk is read-only (EROFS): choose a place on a disk that']
  ])('%s is called that, and nothing is left on it', async (_, options, why) => {
    const disk = await scratch();
    mount(disk, options);
    try {
      await expect(writing(join(disk, 'a', 'course'))).rejects.toThrow(why);
      expect(readdirSync(disk)).toEqual([]);
      // An empty folder that is a disk of its own.
      await expect(writing(disk)).rejects.toThrow(why);
      expect(readdirSync(disk)).toEqual([]);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  test('of its own for .backup gets all that a reset replaces', async () => {
    const { root } = await writing(join(await scratch(), 'course'));
    const backups = join(root, '.backup');
    mkdirSync(backups);
    mount(backups, 'size=256k');
    try {
      const folder = join(root, 'exercises', PY);
      await write({ 'doubling.py': 'mine\n', 'more/notes.txt': 'a thought\n' }, folder);
      rmSync(join(folder, 'exercise.toml'));
      mkdirSync(join(folder, 'exercise.toml'));
      const course = readCourse(root);
      const { backup } = reset(course, exercise(course, PY));
      expect(readFileSync(join(backup!, 'doubling.py'), 'utf8')).toBe('mine\n');
      expect(readFileSync(join(backup!, 'more/notes.txt'), 'utf8')).toBe('a thought\n');
      expect(lstatSync(join(backup!, 'exercise.toml')).isDirectory()).toBe(true);
      expect(reset(course, exercise(course, PY)).files).toEqual([]);
    } finally {
      execFileSync('umount', [backups]);
    }
  });

  test('that is full stops an update, which loses nothing and goes on later', async () => {
    const disk = await scratch();
    mount(disk, 'size=256k');
    try {
      const { root } = await writing(disk);
      const file = 'exercises/01_first/01_python/doubling.py';
      const before = readFileSync(join(root, file), 'utf8');
      const later = await write({ ...TINY, [file]: `# ${'x'.repeat(400_000)}` });
      expect(() => updateCourse(later, root)).toThrow('the disk is full (ENOSPC): free some');
      expect(readFileSync(join(root, file), 'utf8')).toBe(before);
      const smaller = await write({ ...TINY, [file]: '# clearer\n' });
      expect(updateCourse(smaller, root).kept).toEqual([]);
      expect(readFileSync(join(root, file), 'utf8')).toBe('# clearer\n');
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

test.each(['/dev/null/course', '/proc/course', path.join('/', 'tmp'), ''])(
  'there is no course to update in %j',
  target => {
    expect(() => updateCourse('/nowhere', target)).toThrow(/^There is no course in .* to update/);
  }
);
