import { execFileSync } from 'node:child_process';
import {
  appendFile,
  chmod,
  chown,
  lstat,
  mkdir,
  readFile,
  readdir,
  readlink,
  rename,
  rm,
  symlink,
  truncate,
  writeFile
} from 'node:fs/promises';
import { join } from 'node:path';
import { RECORD_VERSION, type GenerationManifest } from '@jupyterlab-maturin/protocol';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { contentsOf } from '../src/build/generation/contents.js';
import { addGeneration, newDirectory } from '../src/build/generation/generations.js';
import { faultOf } from '../src/build/generation/look.js';
import { CAN_BE_ANOTHER, asAnotherUser, openForAll } from './support/anotherUser.js';
import { scratch, write } from './support/crates.js';

const FILES = { 'demo/__init__.py': 'answer = 1\n', 'demo/demo.so': 'native'.repeat(1000) };

/** Where generations of the module `demo` go. */
let modules: string;

beforeEach(async () => {
  modules = join(await scratch(), 'demo');
});

/** Does what a build does when it has made a wheel of these files. */
async function add(
  files: Record<string, string> = FILES,
  { force = false, signal = new AbortController().signal } = {}
) {
  const unpacked = await newDirectory(join(modules, '..'));
  await write(files, unpacked);
  const manifest: GenerationManifest = {
    version: RECORD_VERSION,
    digest: JSON.stringify(files),
    contents: await contentsOf(unpacked),
    crate: 'demo',
    module: 'demo',
    library: 'demo/demo.so',
    manifest: '/demo/Cargo.toml',
    profile: 'release',
    features: [],
    defaultFeatures: true,
    interpreter: '/usr/bin/python'
  };
  return await addGeneration(modules, unpacked, manifest, force, signal);
}

test('the same files are the same generation, with what kernels add to it', async () => {
  const first = await add();
  expect(first).toMatchObject({ number: 1, changed: true, note: null });
  await write(
    { 'demo/__pycache__/x.cpython-313.pyc': 'cache', 'jupyterlab-maturin-surface.json': '{}' },
    first.directory
  );
  expect(await add()).toMatchObject({ number: 1, changed: false, note: null });
  expect(await add({ ...FILES, 'demo/more.py': '' })).toMatchObject({ number: 2, note: null });
});

const DAMAGE: Record<string, [damage: (generation: string) => Promise<unknown>, why: RegExp]> = {
  'a file is edited': [
    one => appendFile(join(one, 'demo/__init__.py'), 'import os\n'),
    /not those that were written/
  ],
  'the library is cut': [one => truncate(join(one, 'demo/demo.so'), 1000), /not those that were/],
  'the library is gone': [one => rm(join(one, 'demo/demo.so')), /not those that were written/],
  'a file is added': [one => writeFile(join(one, 'numpy.py'), ''), /not those that were written/],
  'a file is renamed': [
    one => rename(join(one, 'demo/__init__.py'), join(one, 'demo/init.py')),
    /not those that were written/
  ],
  'a file is a link to the same': [
    async one => {
      await rename(join(one, 'demo/demo.so'), join(one, '..', 'kept.so'));
      await symlink('../../kept.so', join(one, 'demo/demo.so'));
    },
    /demo\/demo\.so in it is a link/
  ],
  'a file is a pipe': [
    async one => {
      await rm(join(one, 'demo/demo.so'));
      execFileSync('mkfifo', [join(one, 'demo/demo.so')]);
    },
    /demo\/demo\.so in it is neither a file nor a folder/
  ],
  'the manifest is a pipe': [
    async one => {
      await rm(join(one, 'jupyterlab-maturin.json'));
      execFileSync('mkfifo', [join(one, 'jupyterlab-maturin.json')]);
    },
    /jupyterlab-maturin\.json is missing/
  ],
  'the manifest is cut': [
    one => truncate(join(one, 'jupyterlab-maturin.json'), 20),
    /jupyterlab-maturin\.json is missing/
  ],
  'all could write to it': [one => chmod(one, 0o777), /other users could write to it/]
};

describe('a new generation is made, with a word, when', () => {
  test.each(Object.entries(DAMAGE))('%s', async (_what, [damage, why]) => {
    const { directory } = await add();
    await damage(directory);
    expect(await faultOf(directory)).toMatch(why);
    const next = await add();
    expect(next).toMatchObject({ number: 2, changed: true });
    expect(next.note).toMatch(why);
    expect(await add(), 'and that one is used from then on').toMatchObject({
      number: 2,
      changed: false,
      note: null
    });
  });
});

test('a link in the place of a generation is not followed, and its number is passed over', async () => {
  const elsewhere = await write({ 'demo/__init__.py': 'theirs' });
  await mkdir(modules);
  await symlink(elsewhere, join(modules, '1'));
  expect(await add()).toMatchObject({ number: 2 });
  expect(await readdir(elsewhere)).toEqual(['demo']);
  expect(await faultOf(join(modules, '1'))).toBe('it is a link');
});

test.each([
  'Infinity',
  'NaN',
  '-1',
  '1e308',
  '9007199254740992',
  '99999999999999999999',
  '0x10',
  '',
  '999999999'
])('`last` holds %s, and the next number is one more than the newest', async text => {
  await add();
  await writeFile(join(modules, 'last'), text);
  expect(await add(FILES, { force: true })).toMatchObject({ number: 2 });
  expect(await add(FILES, { force: true })).toMatchObject({ number: 3 });
  expect(await readFile(join(modules, 'last'), 'utf8')).toBe('3');
});

test('no number comes twice, even when its generation was removed', async () => {
  await add();
  const { directory } = await add(FILES, { force: true });
  await rm(directory, { recursive: true });
  expect(await add(FILES, { force: true })).toMatchObject({ number: 3 });
});

test.each([
  '9007199254740992',
  '9007199254740991',
  '1e3',
  '01',
  '+5',
  '٣',
  '1'.repeat(5000).slice(0, 200)
])('a folder called %s is no generation', async name => {
  await write({ [`${name}/file`]: '' }, modules);
  expect(await add()).toMatchObject({ number: 1 });
  expect(await add(FILES, { force: true })).toMatchObject({ number: 2 });
});

test('when the largest number is taken, the build ends with one sentence', async () => {
  await write({ '999999999/file': '' }, modules);
  await expect(add()).rejects.toThrow(/No number from 1000000000 on is free .* build again\.$/);
});

test('a cancelled build takes no number', async () => {
  await expect(add(FILES, { signal: AbortSignal.abort() })).rejects.toThrow(/aborted/i);
  expect((await readdir(modules)).filter(name => /^\d/.test(name))).toEqual([]);
});

test('`last` as a link or a pipe gives way, and what the link points to stays', async () => {
  const theirs = join(await write({ precious: '41' }), 'precious');
  await add();
  const last = join(modules, 'last');
  await rm(last);
  await symlink(theirs, last);
  expect(await add(FILES, { force: true })).toMatchObject({ number: 2 });
  expect(await readFile(theirs, 'utf8')).toBe('41');
  await rm(last);
  execFileSync('mkfifo', [last]);
  expect(await add(FILES, { force: true })).toMatchObject({ number: 3 });
  expect((await lstat(last)).isFile()).toBe(true);
});

test('`last` as a folder is refused with what to do, before anything is made', async () => {
  await mkdir(join(modules, 'last'), { recursive: true });
  await expect(add()).rejects.toThrow(/last is a folder, .* remove it/);
  expect(await readdir(modules)).toEqual(['last']);
});

test.each([0o000, 0o002, 0o077])(
  'under umask %o, all of ours is for the user alone',
  async mask => {
    const before = process.umask(mask);
    onTestFinished(() => void process.umask(before));
    const { directory } = await add();
    for (const path of [modules, directory]) expect((await lstat(path)).mode & 0o777).toBe(0o700);
    for (const path of [join(modules, 'last'), join(directory, 'jupyterlab-maturin.json')]) {
      expect((await lstat(path)).mode & 0o777).toBe(0o600);
    }
  }
);

describe.skipIf(!CAN_BE_ANOTHER)('two users (only root can act as both)', () => {
  test.each([0o000, 0o002])(
    'under umask %o, nobody uses or replaces what the other made',
    async mask => {
      const before = process.umask(mask);
      onTestFinished(() => void process.umask(before));
      await openForAll(join(modules, '..'));
      await mkdir(modules, { mode: 0o777 });
      await chmod(modules, 0o777);
      const theirs = await asAnotherUser(async () => {
        const unpacked = join(modules, '1');
        await write(FILES, unpacked);
        await writeFile(join(unpacked, 'demo/__init__.py'), 'answer = "theirs"\n');
        await symlink('/etc/hostname', join(modules, 'last'));
        return unpacked;
      });
      const mine = await add();
      expect(mine).toMatchObject({ number: 2, changed: true });
      expect(mine.note).toMatch(
        /build 1 on disk is not used again, because it belongs to another user/
      );
      expect(await readFile(join(theirs, 'demo/__init__.py'), 'utf8')).toBe('answer = "theirs"\n');
      expect((await lstat('/etc/hostname')).isFile()).toBe(true);
      await expect(
        asAnotherUser(() => appendFile(join(mine.directory, 'demo/__init__.py'), 'evil'))
      ).rejects.toThrow(/EACCES/);
      await expect(asAnotherUser(() => add())).rejects.toThrow(/EACCES|another user/);
      expect(await faultOf(mine.directory)).toBeNull();
    }
  );

  test('one file of another user spoils a generation, even with the right content', async () => {
    const { directory } = await add();
    await chown(join(directory, 'demo/demo.so'), 65534, 65534);
    expect(await faultOf(directory)).toBe('demo/demo.so in it belongs to another user');
  });
});

test('a target directory that is itself a link works as ever', async () => {
  const disk = await scratch();
  const link = join(await scratch(), 'target');
  await symlink(disk, link);
  await mkdir(join(disk, 'tag'));
  modules = join(link, 'tag', 'demo');
  expect(await add()).toMatchObject({ number: 1 });
  expect(await add()).toMatchObject({ number: 1, changed: false });
  expect(await readlink(link)).toBe(disk);
});
