import { execFileSync } from 'node:child_process';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  readFile,
  readdir,
  symlink,
  writeFile
} from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { findHome, homeNotes, makeHome } from '../src/build/plan/home.js';
import { runCommand } from '../src/process/run.js';
import { CAN_BE_ANOTHER, asAnotherUser, openForAll } from './support/anotherUser.js';
import { asBuilt, build, plainEnvironment } from './support/builds.js';
import { crateWithoutPyo3, scratch, write } from './support/crates.js';
import { PYTHON } from './support/places.js';

let target: string;

beforeEach(async () => {
  target = join(await scratch(), 'target');
});

const make = async (): Promise<void> => makeHome(await findHome(target), ['demo']);

async function mode(path: string): Promise<number> {
  return (await lstat(path)).mode & 0o777;
}

test('the home is for the user alone, and one that was open to others is closed', async () => {
  await make();
  const home = join(target, 'jupyterlab-maturin');
  expect([await mode(home), await mode(join(home, 'owners'))]).toEqual([0o700, 0o700]);
  await chmod(home, 0o777);
  await make();
  expect(await mode(home)).toBe(0o700);
});

test.each(['jupyterlab-maturin', 'jupyterlab-maturin/owners'])(
  '%s as a link is not followed, and the sentence says what to do',
  async place => {
    const theirs = await write({ file: '' });
    await mkdir(join(target, place, '..'), { recursive: true });
    await symlink(theirs, join(target, place));
    await expect(make()).rejects.toThrow(
      /is a link, where this program keeps a folder .* remove it/
    );
    expect(await mode(theirs)).not.toBe(0o777);
  }
);

test.each(['lock', 'owners/demo'])('%s as a link or a pipe gives way', async name => {
  const precious = join(await write({ precious: 'mine' }), 'precious');
  await make();
  const place = join(target, 'jupyterlab-maturin', name);
  await symlink(precious, place);
  await make();
  await expect(lstat(place)).rejects.toThrow(/ENOENT/);
  execFileSync('mkfifo', [place]);
  await make();
  await expect(lstat(place)).rejects.toThrow(/ENOENT/);
  expect(await readFile(precious, 'utf8')).toBe('mine');
});

test.each(['lock', 'owners/demo'])('%s as a folder is refused with what to do', async name => {
  await mkdir(join(target, 'jupyterlab-maturin', name), { recursive: true });
  await expect(make()).rejects.toThrow(/is a folder, where this program keeps a file .* remove it/);
});

test.each([
  ['a link', (lock: string) => symlink(join(lock, '..', 'elsewhere'), lock)],
  ['a folder', (lock: string) => mkdir(lock)]
])('the guard takes no lock through %s, and says so without a traceback', async (_what, put) => {
  const directory = await scratch();
  const lockFile = join(directory, 'lock');
  await put(lockFile);
  const ending = await runCommand(
    { interpreter: PYTHON, command: ['true'], directory, environment: {}, lockFile },
    new AbortController().signal
  );
  expect(ending).toMatchObject({ how: 'unlocked', output: '' });
  await expect(lstat(join(directory, 'elsewhere'))).rejects.toThrow(/ENOENT/);
});

test('the lock file is for the user alone', async () => {
  const directory = await scratch();
  const lockFile = join(directory, 'lock');
  const command = ['sh', '-c', 'umask 000'];
  await runCommand(
    { interpreter: PYTHON, command, directory, environment: {}, lockFile },
    new AbortController().signal
  );
  expect(await mode(lockFile)).toBe(0o600);
});

describe.skipIf(!CAN_BE_ANOTHER)('two users (only root can act as both)', () => {
  beforeEach(async () => {
    await mkdir(target);
    await openForAll(target);
    await chmod(join(target, '..'), 0o755);
  });

  test('the second one to build gets a target directory of their own, and is told', async () => {
    await make();
    const theirs = await asAnotherUser(async () => {
      const found = await findHome(target);
      await makeHome(found, ['demo']);
      return found;
    });
    const own = join(target, 'jupyterlab-maturin-65534');
    expect(theirs).toEqual({ target: own, home: join(own, 'jupyterlab-maturin'), shared: true });
    expect([await mode(own), (await lstat(own)).uid]).toEqual([0o700, 65534]);
    expect(homeNotes(target, theirs)).toEqual([expect.stringContaining(own)]);
    const mine = await findHome(target);
    expect([mine.target, mine.shared, homeNotes(target, mine)]).toEqual([target, false, []]);
  });

  test('a home that another user prepared for us is not used', async () => {
    await asAnotherUser(async () => {
      await mkdir(join(target, 'jupyterlab-maturin'), { mode: 0o777 });
      await mkdir(join(target, 'jupyterlab-maturin-0'), { mode: 0o777 });
      await writeFile(join(target, 'jupyterlab-maturin-0', 'trap'), '');
    });
    await expect(make()).rejects.toThrow(/jupyterlab-maturin-0 belongs to another user/);
  });

  test('a build goes there too, and nothing is written into what belongs to the other', async () => {
    const crate = await write(crateWithoutPyo3('t_second'));
    const environment = plainEnvironment({ CARGO_TARGET_DIR: target });
    const home = join(target, 'jupyterlab-maturin');
    await mkdir(home, { mode: 0o777 });
    await chown(home, 65534, 65534);
    const { outcome, events } = await build(crate, { environment });
    const own = join(target, 'jupyterlab-maturin-0');
    expect(asBuilt(outcome).library.startsWith(own)).toBe(true);
    expect(events[0]).toMatchObject({
      kind: 'planned',
      target: own,
      notes: expect.arrayContaining([expect.stringContaining('another user has built')]) as unknown
    });
    expect(await readdir(home)).toEqual([]);
    expect((await readdir(target)).sort()).toEqual(['jupyterlab-maturin', 'jupyterlab-maturin-0']);
  });
});
