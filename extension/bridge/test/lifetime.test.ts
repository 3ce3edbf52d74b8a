import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HELLO, PROTOCOL_VERSION } from '@jupyterlab-maturin/protocol';
import { expect, onTestFinished, test, vi } from 'vitest';
import { VERSION } from '../src/version.js';
import packageJson from '../package.json' with { type: 'json' };
import { startBridge } from './support/bridge.js';
import { asBuilt, build, evaluated, plainEnvironment, request } from './support/builds.js';
import {
  answering,
  manifest,
  pureCrate,
  scratch,
  write,
  writePyo3Crate
} from './support/crates.js';
import {
  endlessEnvironment,
  groupGone,
  groupMembers,
  writeEndlessCrate
} from './support/endless.js';
import { PYTHON } from './support/places.js';

test('the bridge answers a greeting, and refuses another protocol', async () => {
  const { connection, process } = startBridge();
  expect(await connection.sendRequest(HELLO, { protocol: PROTOCOL_VERSION })).toMatchObject({
    protocol: PROTOCOL_VERSION,
    version: VERSION,
    pid: process.pid
  });
  await expect(connection.sendRequest(HELLO, { protocol: 99 })).rejects.toThrow(
    /speaks protocol 99/
  );
  expect(VERSION).toBe(packageJson.version);
});

test('cancelling ends the whole process group before the answer, and the private directory is gone', async () => {
  const crate = await writeEndlessCrate('t_cancel');
  const controller = new AbortController();
  const temporary = await scratch();
  vi.stubEnv('TMPDIR', temporary);
  onTestFinished(() => void vi.unstubAllEnvs());
  const running = crate.running();
  const building = build(
    crate.directory,
    { environment: plainEnvironment(endlessEnvironment(crate)) },
    controller.signal
  );
  const { group } = await running;
  expect(await readdir(temporary)).toHaveLength(1);
  expect(await groupMembers(group)).toEqual(
    expect.arrayContaining(['maturin', 'cargo', 'build-script-bu'])
  );
  controller.abort();
  const { outcome, events } = await building;
  expect(await groupMembers(group)).toEqual([]);
  expect(outcome).toMatchObject({ status: 'cancelled' });
  expect(events.at(-1)).toEqual({ kind: 'finished', outcome });
  expect(await readdir(temporary)).toEqual([]);
});

test('a cancelled build answers its request, and another build of the same bridge goes on', async () => {
  const endless = await writeEndlessCrate('t_cancelled');
  const other = await writePyo3Crate(pureCrate('t_other', '3'));
  const bridge = startBridge();
  const running = endless.running();
  const first = request(endless.directory, {
    environment: plainEnvironment(endlessEnvironment(endless))
  });
  const cancelled = bridge.build(first);
  const { group } = await running;
  const going = bridge.build(request(other));
  await bridge.cancel(first.id);
  expect(await cancelled).toMatchObject({ status: 'cancelled' });
  expect(await groupMembers(group)).toEqual([]);
  expect(evaluated(asBuilt(await going), 't_other.answer()')).toBe('3');
});

test('a build that is cancelled before it has begun answers too', async () => {
  const crate = await write(pureCrate('t_early', '1'));
  const { outcome } = await build(crate, {}, AbortSignal.abort());
  expect(outcome).toMatchObject({ status: 'cancelled' });
});

test('a bridge that is killed takes the build and its private directory with it', async () => {
  const crate = await writeEndlessCrate('t_killed');
  const temporary = await scratch();
  vi.stubEnv('TMPDIR', temporary);
  onTestFinished(() => void vi.unstubAllEnvs());
  const bridge = startBridge();
  const running = crate.running();
  bridge
    .build(
      request(crate.directory, {
        environment: plainEnvironment(endlessEnvironment(crate))
      })
    )
    .catch(() => undefined);
  const { group, gone } = await running;
  bridge.process.kill('SIGKILL');
  await gone;
  await groupGone(group);
  expect(await readdir(temporary)).toEqual([]);
});

test('the end of stdin ends the build, then the bridge', async () => {
  const crate = await writeEndlessCrate('t_ended');
  const bridge = startBridge();
  const running = crate.running();
  bridge
    .build(
      request(crate.directory, {
        environment: plainEnvironment(endlessEnvironment(crate))
      })
    )
    .catch(() => undefined);
  const { group } = await running;
  expect(await bridge.end()).toBe(0);
  expect(await groupMembers(group)).toEqual([]);
});

test('a build that waits for the lock of its target directory says so, and can be cancelled', async () => {
  const crate = await write({
    'Cargo.toml': manifest('t_locked', ''),
    'src/lib.rs': 'wrong'
  });
  const environment = plainEnvironment({
    CARGO_TARGET_DIR: join(crate, 'target')
  });
  const release = await holdLock(join(crate, 'target', 'jupyterlab-maturin', 'lock'));
  const bridge = startBridge();
  const [patient, hasty] = [request(crate, { environment }), request(crate, { environment })];
  const outcomes = [bridge.build(patient), bridge.build(hasty)] as const;
  await bridge.waitForEvents('waiting', 2);
  await bridge.cancel(hasty.id);
  expect(await outcomes[1]).toMatchObject({ status: 'cancelled' });
  expect(bridge.events.filter(({ kind }) => kind === 'building')).toEqual([]);
  release();
  expect(await outcomes[0]).toMatchObject({
    status: 'failed',
    error: { kind: 'build' }
  });
});

test("a build that waits for another cargo's lock says so", async () => {
  const crate = await write({
    'Cargo.toml': manifest('t_blocked', ''),
    'src/lib.rs': 'wrong'
  });
  const environment = plainEnvironment({
    CARGO_TARGET_DIR: join(crate, 'target')
  });
  // Where cargo keeps it, for the profile's directory.
  const release = await holdLock(join(crate, 'target', 'release', '.cargo-lock'));
  const bridge = startBridge();
  const outcome = bridge.build(request(crate, { environment }));
  await bridge.waitForEvents('waiting', 1);
  release();
  expect(await outcome).toMatchObject({
    status: 'failed',
    error: { kind: 'build' }
  });
  const states = bridge.events.filter(({ kind }) => kind === 'waiting' || kind === 'building');
  expect(states[0]?.kind).toBe('building');
  expect(states.at(-1)?.kind).toBe('building');
  // There may be a second wait, for the package cache that all cargos share; each is reported once.
  const reasons = states.flatMap(event => (event.kind === 'waiting' ? [event.reason] : []));
  expect(reasons).toEqual([...new Set(reasons)]);
});

test('two bridges that build one crate at the same moment both get the newest code, edit after edit', async () => {
  const crate = await writePyo3Crate(pureCrate('t_twice', '0'));
  const bridges = [startBridge(), startBridge()];
  for (const answer of ['1', '2', '3', '4']) {
    await writeFile(join(crate, 'src/lib.rs'), answering('t_twice', answer));
    const outcomes = await Promise.all(bridges.map(bridge => bridge.build(request(crate))));
    for (const outcome of outcomes) {
      expect(evaluated(asBuilt(outcome), 't_twice.answer()')).toBe(answer);
    }
  }
});

/** Holds a lock as another build would, until the function that it returns is called. */
async function holdLock(file: string): Promise<() => void> {
  await mkdir(dirname(file), { recursive: true });
  const program =
    'import fcntl, sys; f = open(sys.argv[1], "w"); fcntl.flock(f, fcntl.LOCK_EX); print("held", flush=True); sys.stdin.read()';
  const holder = spawn(PYTHON, ['-c', program, file], {
    stdio: ['pipe', 'pipe', 'inherit']
  });
  onTestFinished(() => void holder.kill());
  await once(holder.stdout, 'data');
  return () => holder.stdin.end();
}
