import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildEvent } from '@jupyterlab-maturin/protocol';
import { execa } from 'execa';
import { expect, onTestFinished, test } from 'vitest';
import { built, plainEnvironment } from './support/builds.js';
import {
  answering,
  crateWithoutPyo3,
  manifest,
  pureCrate,
  write,
  writePyo3Crate
} from './support/crates.js';
import { endlessEnvironment, groupMembers, writeEndlessCrate } from './support/endless.js';
import { BRIDGE, PYTHON, TAG, TARGET } from './support/places.js';

function terminal(cwd: string, args: string[], environment: Record<string, string> = {}) {
  return execa(process.execPath, [BRIDGE, ...args], {
    cwd,
    env: plainEnvironment({
      JUPYTERLAB_MATURIN_PYTHON: PYTHON,
      JUPYTERLAB_MATURIN_TAG: TAG,
      ...environment
    }),
    extendEnv: false,
    reject: false,
    stdin: 'ignore'
  });
}

test('build prints plain lines where there is no terminal', async () => {
  const crate = await writePyo3Crate(pureCrate('t_plain', '1'));
  const { stdout, exitCode } = await terminal(crate, ['build']);
  expect(exitCode).toBe(0);
  expect(stdout.split('\n')[0]).toBe(`t_plain  release  ${join(crate, 'Cargo.toml')}`);
  expect(stdout).toMatch(/t_plain {2}build \d+ .* s {2}\/.*t_plain\/\d+$/);
  expect(stdout).not.toMatch(/[\r\x1b]/); // eslint-disable-line no-control-regex -- that is what is looked for
});

test('a terminal shows the progress in one line that is rewritten, and the result in its place', async () => {
  const crate = await write(crateWithoutPyo3('t_status'));
  const spawn = 'import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)';
  const { stdout } = await execa(PYTHON, ['-c', spawn, process.execPath, BRIDGE, 'build'], {
    cwd: crate,
    env: plainEnvironment({
      JUPYTERLAB_MATURIN_PYTHON: PYTHON,
      JUPYTERLAB_MATURIN_TAG: TAG,
      CARGO_TARGET_DIR: join(crate, 'target')
    }),
    extendEnv: false,
    stdin: 'ignore'
  });
  const [, ...states] = stdout.split('\r\x1b[K');
  expect(states.at(-2)).toMatch(/^ {2}building 3\/3/);
  expect(states.at(-1)).toMatch(/^t_status {2}build 1 /);
});

test('build --json prints one event a line', async () => {
  const crate = await writePyo3Crate(pureCrate('t_json', '1'));
  const { stdout } = await terminal('/', ['build', crate, '--json', '--python', PYTHON]);
  const events = stdout.split('\n').map(line => JSON.parse(line) as BuildEvent);
  expect(events[0]).toMatchObject({ kind: 'planned', crate: 't_json' });
  expect(events.at(-1)).toMatchObject({
    kind: 'finished',
    outcome: { status: 'built', module: 't_json' }
  });
});

test('bad input is one sentence on stderr and exit code 1', async () => {
  const { stderr, exitCode } = await terminal('/', ['build', '/no/such/crate']);
  expect(exitCode).toBe(1);
  expect(stderr).toBe(
    'error: The path /no/such/crate does not exist: name a folder that holds a Cargo.toml.'
  );
});

test('compile errors are printed as rustc prints them, without colours into a pipe', async () => {
  const crate = await write({
    'Cargo.toml': manifest('t_said', ''),
    'src/lib.rs': 'pub fn f() -> u64 { "" }'
  });
  const { stderr, exitCode } = await terminal(crate, ['build']);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('error[E0308]: mismatched types\n');
  expect(stderr).toMatch(
    /\nerror: t_said does not compile: one error in src\/lib.rs:1:21: mismatched types\.$/
  );
});

test('Ctrl-C ends the build and exits with 130', async () => {
  const crate = await writeEndlessCrate('t_ctrl_c');
  const running = crate.running();
  const child = spawn(process.execPath, [BRIDGE, 'build', crate.directory, '--python', PYTHON], {
    env: plainEnvironment(endlessEnvironment(crate)),
    stdio: 'ignore'
  });
  const exited = once(child, 'exit');
  const { group } = await running;
  child.kill('SIGINT');
  expect(await exited).toEqual([130, null]);
  expect(await groupMembers(group)).toEqual([]);
});

test('clean removes the generations that no kernel uses and counts their bytes; no number is used twice', async () => {
  const crate = await writePyo3Crate(pureCrate('t_clean', '1'));
  // Earlier runs of this test made generations of other crates of that name.
  const home = join(TARGET, 'jupyterlab-maturin', TAG, 't_clean');
  await rm(home, { recursive: true, force: true });
  const held = await built(crate);
  await writeFile(join(crate, 'src/lib.rs'), answering('t_clean', '2'));
  const free = await built(crate);
  const release = await holdShared(held.directory);
  const inUse = await terminal(crate, ['clean', '.', '--json']);
  expect(JSON.parse(inUse.stdout)).toEqual({
    removed: 1,
    kept: 1,
    bytes: expect.any(Number) as number
  });
  await release();
  // A kernel that was killed leaves the copy from which it had loaded a generation for the second time.
  await cp(held.directory, `${held.directory}.again-1-1`, { recursive: true });
  const { stdout } = await terminal(crate, ['clean', '.']);
  expect(stdout).toMatch(/^Removed 2 generations \(\d{5,} bytes\) of .*Cargo.toml\.$/);
  const left = await readdir(home);
  expect(left.sort()).toEqual(['last', 'plan.json']);
  expect((await built(crate)).generation).toBeGreaterThan(free.generation);
});

test.each([
  ['no-such-python', 'There is no no-such-python on PATH'],
  ['/no/such/python', '/no/such/python could not be run as a Python (ENOENT)'],
  ['/bin/false', '/bin/false could not be run as a Python (exit code 1)'],
  ['/bin/true', '/bin/true could not be run as a Python (it is another program)']
])('--python %s is refused in one sentence', async (python, sentence) => {
  const { stderr, exitCode } = await terminal('/', ['build', '--python', python]);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^error: [^\n]* --python\.$/);
  expect(stderr).toContain(sentence);
});

test('clean refuses a path without a crate in one sentence', async () => {
  const { stderr, exitCode } = await terminal('/', ['clean', '/no/such/crate']);
  expect(exitCode).toBe(1);
  expect(stderr).toBe(
    'error: The path /no/such/crate does not exist: name a folder that holds a Cargo.toml.'
  );
});

/** Holds a generation as a kernel does. */
async function holdShared(directory: string): Promise<() => Promise<unknown>> {
  const program =
    'import fcntl, os, sys; fcntl.flock(os.open(sys.argv[1], os.O_RDONLY), fcntl.LOCK_SH); print("held", flush=True); sys.stdin.read()';
  const holder = spawn(PYTHON, ['-c', program, directory], {
    stdio: ['pipe', 'pipe', 'inherit']
  });
  onTestFinished(() => void holder.kill());
  await once(holder.stdout, 'data');
  return async () => {
    holder.stdin.end();
    await once(holder, 'exit');
  };
}
