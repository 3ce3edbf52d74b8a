/** What is said before anything is compiled. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceIn, type CrateSource } from '../src/build/crate/source.js';
import { compilerMark } from '../src/build/plan/compilerMark.js';
import { refuseEndlessDescription } from '../src/build/plan/describedFiles.js';
import { refuseForeignTarget } from '../src/build/plan/foreignTarget.js';
import type { CargoPackage } from '@jupyterlab-maturin/protocol';
import { readMetadata } from '../src/build/plan/metadata.js';
import { overruledProfile } from '../src/build/plan/profileCosts.js';
import { refuseNewerAbi, requiresPythonNote } from '../src/build/plan/pythonVersion.js';
import { findRust } from '../src/build/plan/tools.js';
import { unlessSaidBefore } from '../src/build/plan/saidBefore.js';
import { manifest, write } from './support/crates.js';

const HOST = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
const HERE = process.platform === 'darwin' ? `${HOST}-apple-darwin` : `${HOST}-unknown-linux-gnu`;

describe('a build for another machine', () => {
  const environment = { HOME: '/nowhere' };

  test.each([
    'wasm32-unknown-unknown',
    'x86_64-pc-windows-msvc',
    's390x-unknown-linux-gnu',
    'aarch64-linux-android'
  ])('that CARGO_BUILD_TARGET asks for is refused: %s', async target => {
    const refused = refuseForeignTarget('/', { ...environment, CARGO_BUILD_TARGET: target });
    await expect(refused).rejects.toThrow(
      RegExp(
        `^CARGO_BUILD_TARGET is .${target}., so cargo builds for another machine .*: unset it\\.$`
      )
    );
  });

  test('that a configuration above asks for is refused with the name of that file', async () => {
    const directory = await write({
      '.cargo/config.toml': '[build]\ntarget = ["wasm32-unknown-unknown"]\n',
      'crate/src/lib.rs': ''
    });
    const refused = refuseForeignTarget(join(directory, 'crate'), environment);
    await expect(refused).rejects.toThrow(
      `\`target\` in [build] of ${join(directory, '.cargo/config.toml')} is \`wasm32-unknown-unknown\``
    );
    const variable = { ...environment, CARGO_BUILD_TARGET: HERE };
    await expect(refuseForeignTarget(join(directory, 'crate'), variable)).resolves.toBeUndefined();
  });

  test.each([HERE, '', 'my-target.json'])('is not one for this machine: %j', async target => {
    const asked = refuseForeignTarget('/', { ...environment, CARGO_BUILD_TARGET: target });
    await expect(asked).resolves.toBeUndefined();
  });
});

async function sourceWith(pyproject: string): Promise<CrateSource> {
  const directory = await write({
    'Cargo.toml': manifest('plan', ''),
    'src/lib.rs': '',
    'pyproject.toml': pyproject
  });
  return (await sourceIn(directory))!;
}

test.each([
  ['>=3.13', 1],
  ['>3.11,>=3.12', 1],
  ['==3.12.*', 1],
  ['~=3.12', 1],
  ['<3.11', 1],
  ['!=3.11.*', 1],
  ['>=3.9', 0],
  ['>=3.11.4', 0],
  ['<4,>=3.8', 0],
  ['~=3.10', 0],
  ['==3.11.*', 0],
  ['!=3.11.2', 0],
  ['<3.11.9', 0],
  ['three', 0]
])('requires-python = %j has, for Python 3.11, notes: %i', async (required, count) => {
  const source = await sourceWith(`[project]\nname = "plan"\nrequires-python = "${required}"\n`);
  expect(requiresPythonNote(source, 'cpython-311')).toHaveLength(count);
});

test("maturin's own profile is said to be overruled, unless it is the one that is used", async () => {
  const source = await sourceWith('[tool.maturin]\nprofile = "dev"\n');
  expect(overruledProfile(source, 'release').join()).toMatch(
    /`profile = "dev"` in \[tool.maturin\] .* this build uses release; `--profile dev` chooses it/
  );
  expect(overruledProfile(source, 'dev')).toEqual([]);
});

describe('the stable ABI of a newer Python', () => {
  const crate = (features: string[], own: Record<string, string[]> = {}): CargoPackage => ({
    name: 'plan',
    manifest_path: '/plan/Cargo.toml',
    targets: [],
    features: own,
    dependencies: [{ name: 'pyo3', features }]
  });

  test.each([
    ['by the dependency', crate(['abi3-py313']), []],
    ['by a feature', crate([], { stable: ['abi'], abi: ['pyo3/abi3-py313'] }), ['stable']],
    ['by default', crate([], { default: ['pyo3?/abi3-py313'] }), []],
    ['by a feature of PyO3 itself', crate([]), ['pyo3/abi3-py313']]
  ])('is refused when it is chosen %s', (_, found, features) => {
    expect(() => refuseNewerAbi(found, 'cpython-311', features, true)).toThrow(
      /`abi3-py313`, which needs Python 3\.13 or newer, and this is Python 3\.11: choose `abi3-py311` or older in \/plan\/Cargo\.toml/
    );
    expect(() => refuseNewerAbi(found, 'cpython-313', features, true)).not.toThrow();
  });

  test('is no matter where it is not chosen', () => {
    const found = crate(['abi3-py38', 'abi3'], { default: ['pyo3/abi3-py313'] });
    expect(() => refuseNewerAbi(found, 'cpython-311', [], false)).not.toThrow();
    expect(() => refuseNewerAbi(crate(['abi3-py313']), 'pypy311', [], false)).not.toThrow();
  });
});

test('the notes about a profile stand over the first build, and again when they change', () => {
  expect(unlessSaidBefore('/a', 'release', ['lto'])).toEqual(['lto']);
  expect(unlessSaidBefore('/a', 'release', ['lto'])).toEqual([]);
  expect(unlessSaidBefore('/b', 'release', ['lto'])).toEqual(['lto']);
  expect(unlessSaidBefore('/a', 'release', ['panic'])).toEqual(['panic']);
  expect(unlessSaidBefore('/a', 'release', ['lto'])).toEqual(['lto']);
});

test("what PyO3 is compiled with differs by the compiler's flags and by the toolchain", async () => {
  const plain = await write({ 'src/lib.rs': '' });
  const environment = { HOME: '/nowhere' };
  const mark = (directory: string, more = {}): Promise<string> =>
    compilerMark('/cargo', directory, { ...environment, ...more });
  const marks = await Promise.all([
    mark(plain),
    mark(plain, { RUSTFLAGS: '-C target-cpu=native' }),
    mark(plain, { RUSTUP_TOOLCHAIN: 'nightly' }),
    mark(await write({ 'rust-toolchain.toml': '[toolchain]\nchannel = "1.90"\n' })),
    mark(await write({ '.cargo/config.toml': '[build]\nrustflags = ["-g"]\n' })),
    mark(await write({ '.cargo/config.toml': '[target.x]\nrustflags = ["-g"]\n' }))
  ]);
  expect(new Set(marks).size).toBe(marks.length);
  expect(await mark(await write({ '.cargo/config.toml': '[target.x]\nlinker = "l"\n' }))).not.toBe(
    marks[5]
  );
  expect(await mark(plain, { OTHER: '1' })).toBe(marks[0]);
});

describe('tools that are none', () => {
  test('RUSTC names nothing that can be run', async () => {
    const finding = findRust({ PATH: '/usr/bin:/bin', CARGO: '/bin/true', RUSTC: '/no/rustc' });
    await expect(finding).rejects.toThrow('RUSTC names /no/rustc, which is not a program');
  });

  test.each(['echo hello', 'echo "{}"', 'echo "[]"', 'echo null', ':'])(
    'what stands for cargo answers with something else: %s',
    async script => {
      const source = await sourceWith('');
      const cargo = join(source.directory, 'cargo');
      await writeFile(cargo, `#!/bin/sh\n${script}\n`, { mode: 0o700 });
      const asked = readMetadata(cargo, source, { PATH: '/bin' }, new AbortController().signal);
      await expect(asked).rejects.toThrow(/did not describe .*: correct CARGO or PATH\.$/);
    }
  );
});

describe('a readme that never ends', () => {
  const found = (directory: string, readme: string | null): CargoPackage => ({
    name: 'plan',
    manifest_path: join(directory, 'Cargo.toml'),
    readme,
    license_file: null,
    targets: [],
    features: {},
    dependencies: []
  });

  test('is refused, whichever manifest names it', async () => {
    const source = await sourceWith('[project]\nname = "plan"\nreadme = "/dev/zero"\n');
    expect(() => refuseEndlessDescription(found(source.directory, null), source)).toThrow(
      `\`readme\` in ${join(source.directory, 'pyproject.toml')} names /dev/zero, which is a device: name a file, or remove the setting.`
    );
    const table = await sourceWith('[project]\nname = "plan"\nreadme = {file = "/dev"}\n');
    expect(() => refuseEndlessDescription(found(table.directory, null), table)).toThrow(
      'names /dev, which is a directory'
    );
    const plain = await sourceWith('[project]\nname = "plan"\n');
    expect(() => refuseEndlessDescription(found(plain.directory, '/dev/zero'), plain)).toThrow(
      `\`readme\` in ${join(plain.directory, 'Cargo.toml')} names /dev/zero`
    );
  });

  test('is told apart from a file, a text and one that is not there', async () => {
    for (const readme of ['"Cargo.toml"', '"nowhere.md"', '{text = "/dev/zero"}']) {
      const source = await sourceWith(`[project]\nname = "plan"\nreadme = ${readme}\n`);
      refuseEndlessDescription(found(source.directory, 'Cargo.toml'), source);
    }
  });
});
