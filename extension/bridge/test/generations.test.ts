import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GENERATIONS } from '@jupyterlab-maturin/protocol';
import type {
  GenerationManifest,
  GenerationsAnswer,
  GenerationsFound,
  GenerationsRequest
} from '@jupyterlab-maturin/protocol';
import { expect, test } from 'vitest';
import { startBridge } from './support/bridge.js';
import { built, plainEnvironment } from './support/builds.js';
import { answering, pureCrate, writePyo3Crate } from './support/crates.js';
import { TAG } from './support/places.js';

async function ask(crate: string, more: Partial<GenerationsRequest> = {}) {
  const { connection } = startBridge();
  const request = { crate, cwd: '/', notebook: null, tag: TAG, environment: plainEnvironment() };
  return await connection.sendRequest<GenerationsAnswer>(GENERATIONS, { ...request, ...more });
}

async function found(crate: string, more: Partial<GenerationsRequest> = {}) {
  const answer = await ask(crate, more);
  expect(answer).toMatchObject({ status: 'found' });
  return answer as GenerationsFound;
}

test('the builds of a crate are listed with when they were made and how long that took, the oldest first', async () => {
  const crate = await writePyo3Crate(pureCrate('t_history', '1'));
  const before = Date.now();
  const first = await built(crate);
  await writeFile(join(crate, 'src/lib.rs'), answering('t_history', '2'));
  const second = await built(crate);
  const { crate: name, manifest, generations } = await found(crate);
  expect([name, manifest]).toEqual(['t_history', join(crate, 'Cargo.toml')]);
  expect(generations).toMatchObject([
    {
      number: first.generation,
      directory: first.directory,
      library: first.library,
      profile: 'release'
    },
    {
      number: second.generation,
      directory: second.directory,
      library: second.library,
      profile: 'release'
    }
  ]);
  for (const { made, seconds, digest } of generations) {
    expect(Date.parse(made!)).toBeGreaterThanOrEqual(before);
    expect(seconds).toBeGreaterThan(0);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
  }
  expect(generations[0]!.digest).not.toBe(generations[1]!.digest);
});

test('another crate of the same name, and another Python, have none of them', async () => {
  const one = await writePyo3Crate(pureCrate('t_history_other', '1'));
  const other = await writePyo3Crate(pureCrate('t_history_other', '1'));
  await built(one);
  expect((await found(one)).generations).toHaveLength(1);
  expect((await found(other)).generations).toEqual([]);
  expect((await found(one, { tag: 'cpython-399' })).generations).toEqual([]);
});

test('a generation that says neither, or nonsense, is listed too', async () => {
  const crate = await writePyo3Crate(pureCrate('t_history_old', '1'));
  const { directory, generation } = await built(crate);
  const record = join(directory, 'jupyterlab-maturin.json');
  const manifest = JSON.parse(await readFile(record, 'utf8')) as GenerationManifest;
  await writeFile(record, JSON.stringify({ ...manifest, made: 'on Friday' }));
  expect((await found(crate)).generations).toMatchObject([{ number: generation }]);
  delete manifest.made;
  delete manifest.seconds;
  await writeFile(record, JSON.stringify(manifest));
  const { generations } = await found(crate);
  expect(generations).toMatchObject([{ number: generation, made: null, seconds: null }]);
  expect(await built(crate), 'and is still the same build').toMatchObject({ changed: false });
});

test('of a crate that has renamed its module, those of the newest name are listed', async () => {
  const crate = await writePyo3Crate(pureCrate('t_history_was', '1'));
  await built(crate);
  const manifest = join(crate, 'Cargo.toml');
  const text = await readFile(manifest, 'utf8');
  await writeFile(manifest, text.replaceAll('t_history_was', 't_history_is'));
  await writeFile(join(crate, 'src/lib.rs'), answering('t_history_is', '1'));
  await built(crate);
  const { generations } = await found(crate);
  expect(generations.map(({ module }) => module)).toEqual(['t_history_is']);
});

test('a crate that is not there is a failure with one sentence', async () => {
  expect(await ask('/no/such/crate')).toMatchObject({
    status: 'failed',
    error: { kind: 'crate', message: expect.stringContaining('/no/such/crate') as string }
  });
});
