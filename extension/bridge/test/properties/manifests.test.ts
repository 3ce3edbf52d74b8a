/** `Cargo.toml`, `pyproject.toml`, `.cargo/config.toml` and what cargo says about them, as anybody may have written them. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'smol-toml';
import { afterAll, beforeAll } from 'vitest';
import { foreignText, mutated, withPartsReplaced } from '../../../protocol/test/support/foreign.js';
import { property } from '../../../protocol/test/support/property.js';
import { assertSentence, resultOrRefusal } from '../../../protocol/test/support/sentence.js';
import { BuildFailure } from '../../src/build/buildFailure.js';
import { findCrate } from '../../src/build/crate/findCrate.js';
import type { CrateSource } from '../../src/build/crate/source.js';
import { refuseForeignTarget } from '../../src/build/plan/foreignTarget.js';
import { metadataIn } from '../../src/build/plan/metadata.js';
import { buildablePackage, checkFeatures, moduleName } from '../../src/build/plan/package.js';
import { buildEnvironment, readProfile } from '../../src/build/plan/profile.js';
import { overruledProfile, profileCosts } from '../../src/build/plan/profileCosts.js';
import { refuseNewerAbi, requiresPythonNote } from '../../src/build/plan/pythonVersion.js';

let folder = '';
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'bridge-test-')));
  await mkdir(join(folder, '.cargo'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const CARGO = {
  package: { name: 'primes', version: '0.1.0', edition: '2024' },
  lib: { name: 'primes', 'crate-type': ['cdylib'] },
  dependencies: { pyo3: { version: '0.29', features: ['abi3-py311'] } },
  features: { fast: [] },
  profile: {
    release: { lto: true, inherits: 'dev', 'codegen-units': 1 },
    mine: { inherits: 'release' }
  }
};
const PYPROJECT = {
  'build-system': { 'build-backend': 'maturin' },
  project: { name: 'primes', 'requires-python': '>=3.11' },
  tool: {
    maturin: {
      'module-name': 'primes._lib',
      'manifest-path': 'Cargo.toml',
      profile: 'dev',
      bindings: 'pyo3',
      'python-source': 'py'
    }
  }
};
const CONFIG = {
  build: { target: 'x86_64-unknown-linux-gnu' },
  profile: { release: { 'opt-level': 0, panic: 'abort' } }
};

/** TOML of a table with parts replaced; what cannot be written as TOML is left empty. */
function toml(table: object): fc.Arbitrary<string> {
  const written = (value: unknown): string => {
    try {
      return stringify(value as Record<string, unknown>);
    } catch {
      return '';
    }
  };
  return fc.oneof(
    fc.constant(stringify(table)),
    withPartsReplaced(table).map(written),
    mutated(stringify(table)),
    foreignText
  );
}

const ENVIRONMENT = { HOME: '/nonexistent', CARGO_PROFILE_RELEASE_LTO: 'false' };

/** What cargo would say of a crate that it can read. */
function metadataOf(source: CrateSource) {
  const target = { name: 'primes', kind: ['cdylib'], crate_types: ['cdylib'] };
  const one = {
    name: 'primes',
    manifest_path: source.manifest,
    targets: [target],
    features: {},
    dependencies: []
  };
  return { packages: [one], workspace_root: folder, target_directory: join(folder, 'target') };
}

property(
  'a crate is found and understood, or refused in one sentence',
  fc.record({
    cargo: toml(CARGO),
    pyproject: toml(PYPROJECT),
    config: toml(CONFIG),
    profile: fc.oneof(fc.constantFrom('release', 'mine', 'constructor'), foreignText)
  }),
  async ({ cargo, pyproject, config, profile }) => {
    await Promise.all([
      writeFile(join(folder, 'Cargo.toml'), cargo),
      writeFile(join(folder, 'pyproject.toml'), pyproject),
      writeFile(join(folder, '.cargo/config.toml'), config)
    ]);
    const asked = { crate: folder, cwd: folder, notebook: null };
    const source = await resultOrRefusal(() => findCrate(asked), BuildFailure);
    await resultOrRefusal(() => refuseForeignTarget(folder, ENVIRONMENT), BuildFailure);
    const read = await resultOrRefusal(
      () => readProfile(profile, folder, folder, ENVIRONMENT),
      BuildFailure
    );
    if (read !== null) {
      profileCosts(read).forEach(cost => assert.equal(typeof cost, 'string'));
      for (const value of Object.values(buildEnvironment(ENVIRONMENT, read)))
        assert.equal(typeof value, 'string');
      assert.equal(typeof read.directory, 'string');
    }
    if (source === null) return;
    const found = await resultOrRefusal(
      () => buildablePackage(source, metadataOf(source)),
      BuildFailure
    );
    if (found === null) return;
    assert.match(moduleName(source, found), /^[\p{ID_Start}_][\p{ID_Continue}.]*$/u);
    for (const note of [
      ...requiresPythonNote(source, 'cpython-311'),
      ...overruledProfile(source, 'release')
    ])
      assert.equal(typeof note, 'string');
  },
  {
    share: 0.6,
    examples: [
      // A [tool] that is no table, and a profile called as something that every object has.
      {
        cargo: stringify(CARGO),
        pyproject: 'tool = "x"\n[build-system]\nbuild-backend = "setuptools"',
        config: '[profile.release]\ninherits = "constructor"',
        profile: 'release'
      },
      { cargo: '\u001b = 1', pyproject: '', config: '', profile: '\u001b[2J' }
    ]
  }
);

const METADATA = {
  packages: [
    {
      name: 'primes',
      version: '0.1.0',
      manifest_path: '/p/Cargo.toml',
      targets: [
        { name: 'primes', kind: ['cdylib'], crate_types: ['cdylib'], src_path: '/p/src/lib.rs' }
      ],
      features: { default: ['fast'], fast: ['pyo3/abi3-py313'] },
      dependencies: [{ name: 'pyo3', features: ['abi3-py311'], req: '^0.29' }]
    }
  ],
  workspace_root: '/p',
  target_directory: '/p/target',
  version: 1
};

property(
  'what cargo says of a crate is understood, or refused in one sentence',
  fc.record({
    text: fc.oneof(
      foreignText,
      mutated(JSON.stringify(METADATA)),
      withPartsReplaced(METADATA).map(value => JSON.stringify(value))
    ),
    features: fc.array(
      fc.oneof(fc.constantFrom('fast', 'default', 'constructor', 'pyo3/abi3-py314'), foreignText),
      { maxLength: 3 }
    )
  }),
  async ({ text, features }) => {
    const manifest = join(folder, 'Cargo.toml');
    await writeFile(manifest, '');
    const metadata = await resultOrRefusal(
      () => metadataIn(text.replaceAll('"/p', `"${folder}`), '/bin/cargo', manifest),
      BuildFailure
    );
    if (metadata === null) return;
    const source = { directory: folder, manifest, named: false, cargo: {}, pyproject: null };
    const found = await resultOrRefusal(() => buildablePackage(source, metadata), BuildFailure);
    if (found === null) return;
    await resultOrRefusal(() => checkFeatures(features, found), BuildFailure);
    await resultOrRefusal(() => refuseNewerAbi(found, 'cpython-311', features, true), BuildFailure);
  },
  {
    examples: [
      { text: JSON.stringify({ ...METADATA, packages: [null] }), features: [] },
      { text: JSON.stringify(METADATA).replace('/p/Cargo.toml', ''), features: [] },
      { text: JSON.stringify(METADATA), features: ['constructor'] }
    ]
  }
);

property('a sentence of any length says what to do at its end', foreignText, text => {
  const { message } = new BuildFailure(
    'crate',
    `Reading ${text} failed: ${text.repeat(3)}: correct it.`
  );
  assertSentence(message);
  assert.match(message, /^Reading .*: correct it\.$/su);
});
