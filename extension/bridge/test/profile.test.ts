import { expect, test } from 'vitest';
import { buildEnvironment, readProfile } from '../src/build/plan/profile.js';
import { profileCosts } from '../src/build/plan/profileCosts.js';
import { pyo3Note, rememberInterpreter } from '../src/build/plan/pyo3.js';
import { manifest, write } from './support/crates.js';

async function profileOf(name: string, profiles: string, environment: Record<string, string> = {}) {
  const root = await write({ 'Cargo.toml': manifest('primes', profiles) });
  return await readProfile(name, root, root, {
    CARGO_HOME: root,
    ...environment
  });
}

test('a release build is incremental when nothing else is set', async () => {
  expect(buildEnvironment({ A: 'b' }, await profileOf('release', ''))).toEqual({
    A: 'b',
    CARGO_TERM_PROGRESS_WHEN: 'always',
    CARGO_TERM_PROGRESS_WIDTH: '80',
    CARGO_PROFILE_RELEASE_INCREMENTAL: 'true'
  });
});

test("a crate's own incremental setting is kept, and a note says what it costs", async () => {
  const profile = await profileOf('release', '[profile.release]\nincremental = false\n');
  expect(buildEnvironment({}, profile)).not.toHaveProperty('CARGO_PROFILE_RELEASE_INCREMENTAL');
  expect(profileCosts(profile).join()).toMatch(/`incremental = false` of profile release .*kept/);
});

test("the user's own environment is kept", async () => {
  const off = { CARGO_PROFILE_RELEASE_INCREMENTAL: 'false' };
  expect(buildEnvironment(off, await profileOf('release', '', off))).toMatchObject(off);
  const all = buildEnvironment({ CARGO_INCREMENTAL: '0' }, await profileOf('release', ''));
  expect(all).not.toHaveProperty('CARGO_PROFILE_RELEASE_INCREMENTAL');
});

test('link-time optimisation is kept, and a note says what it costs', async () => {
  const costs = profileCosts(
    await profileOf('release', '[profile.release]\nlto = true\ncodegen-units = 1\n')
  );
  expect(costs).toHaveLength(2);
  expect(costs[0]).toMatch(
    /`lto = true` of profile release \(.*Cargo.toml\) optimises across all crates/
  );
});

test('a setting that costs nothing is not mentioned', async () => {
  expect(
    profileCosts(await profileOf('release', '[profile.release]\nlto = "off"\ndebug = 1\n'))
  ).toEqual([]);
});

test('a profile inherits, and its own setting wins', async () => {
  const profiles =
    '[profile.release]\nlto = true\n[profile.quick-one]\ninherits = "release"\nlto = "thin"\n';
  const profile = await profileOf('quick-one', profiles);
  expect(profile.settings.get('lto')?.value).toBe('thin');
  expect(buildEnvironment({}, profile)).toHaveProperty(
    'CARGO_PROFILE_QUICK_ONE_INCREMENTAL',
    'true'
  );
});

test("cargo's configuration is stronger than the manifest", async () => {
  const root = await write({
    'Cargo.toml': manifest('primes', '[profile.release]\nlto = true\n'),
    '.cargo/config.toml': '[profile.release]\nlto = false\n'
  });
  const profile = await readProfile('release', root, root, {
    CARGO_HOME: '/nowhere'
  });
  expect(profileCosts(profile)).toEqual([]);
});

test('an unknown profile lists those there are, and suggests the most similar', async () => {
  await expect(profileOf('relaese', '[profile.fast]\ninherits = "dev"\n')).rejects.toThrow(
    /no Cargo profile `relaese`: the profiles of .* are `dev`, `release`, `test`, `bench`, `fast`\. Did you mean `release`\?/
  );
  await expect(profileOf('debug', '')).rejects.toThrow(/Did you mean `dev`\?/);
});

test('a note says when PyO3 itself is compiled: at first, and again for another interpreter', async () => {
  const target = await write({});
  const profile = await profileOf('dev', '');
  expect(await pyo3Note(target, profile, '/a/python', 'flags')).toEqual([
    'first build: PyO3 itself is compiled once'
  ]);
  await write(
    {
      'debug/.fingerprint/pyo3-ffi-1234/lib': '',
      'jupyterlab-maturin/lock': ''
    },
    target
  );
  expect(await pyo3Note(target, profile, '/a/python', 'flags')).toEqual([]);
  await rememberInterpreter(target, profile, '/a/python', 'flags');
  expect(await pyo3Note(target, profile, '/a/python', 'flags')).toEqual([]);
  expect((await pyo3Note(target, profile, '/b/python', 'flags')).join()).toMatch(
    /^PyO3 is compiled again: .* was last built for \/a\/python/
  );
  expect((await pyo3Note(target, profile, '/a/python', 'others')).join()).toMatch(
    /^PyO3 is compiled again: no build in .* had this toolchain/
  );
  await rememberInterpreter(target, profile, '/a/python', 'others');
  expect(await pyo3Note(target, profile, '/a/python', 'flags')).toEqual([]);
  expect(await pyo3Note(target, profile, '/a/python', 'others')).toEqual([]);
});
