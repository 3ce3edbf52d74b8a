import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canonicalInterpreter, which } from '../src/build/plan/tools.js';
import { build, failed, plainEnvironment } from './support/builds.js';
import { manifest, pureCrate, scratch, write } from './support/crates.js';

test('a program is refused, because Python cannot import it', async () => {
  const crate = await write({
    'Cargo.toml': '[package]\nname = "tool"\nversion = "0.1.0"\n',
    'src/main.rs': 'fn main() {}'
  });
  expect(await failed(crate)).toEqual({
    kind: 'crate',
    message: expect.stringMatching(
      /^tool builds a program and nothing that Python can import: .*cdylib/
    ) as string
  });
});

test('a library that is not a cdylib is refused, with the line to add', async () => {
  const crate = await write({
    'Cargo.toml': '[package]\nname = "plain"\nversion = "0.1.0"\n',
    'src/lib.rs': ''
  });
  expect(await failed(crate)).toEqual({
    kind: 'crate',
    message: `plain builds a library that Python cannot load (lib): add \`crate-type = ["cdylib"]\` to [lib] in ${join(crate, 'Cargo.toml')}.`
  });
});

test('a project of another build backend is refused', async () => {
  const crate = await write({
    ...pureCrate('other', '1'),
    'pyproject.toml':
      '[build-system]\nrequires = ["setuptools-rust"]\nbuild-backend = "setuptools.build_meta"\n'
  });
  expect(await failed(crate)).toEqual({
    kind: 'crate',
    message: expect.stringMatching(
      /pyproject.toml names the build backend `setuptools.build_meta`/
    ) as string
  });
});

test('broken TOML is reported with file and line, in Cargo.toml and in pyproject.toml', async () => {
  const crate = await write({
    ...pureCrate('broken', '1'),
    'pyproject.toml': '[project]\nname = \n'
  });
  expect(await failed(crate)).toEqual({
    kind: 'crate',
    message: expect.stringContaining(`${join(crate, 'pyproject.toml')}:2:`) as string
  });
});

test("a manifest that cargo cannot read is reported with cargo's own error", async () => {
  const crate = await write({
    'Cargo.toml': '[package]\nversion = "0.1.0"\n',
    'src/lib.rs': ''
  });
  const { kind, message } = await failed(crate);
  expect(kind).toBe('crate');
  expect(message).toMatch(/cargo could not read .*Cargo.toml: .*name/);
});

test('the bare root of a workspace lists its members', async () => {
  const root = await write({
    'Cargo.toml': '[workspace]\nresolver = "3"\nmembers = ["one", "two"]\n',
    'one/Cargo.toml': manifest('one', ''),
    'one/src/lib.rs': '',
    'two/Cargo.toml': manifest('two', ''),
    'two/src/lib.rs': ''
  });
  expect(await failed(root)).toEqual({
    kind: 'crate',
    message: `${join(root, 'Cargo.toml')} is a workspace without a package of its own: name one of its members (\`one\`, \`two\`).`
  });
});

test('a module name that Python cannot import is refused, with how to change it', async () => {
  const crate = await write(pureCrate('lambda', '1'));
  expect(await failed(crate)).toEqual({
    kind: 'crate',
    message: expect.stringMatching(/^Python cannot import a module called `lambda`/) as string
  });
});

test('unknown profiles and features are reported as errors of the crate', async () => {
  const crate = await write(pureCrate('choosy', '1'));
  expect(await failed(crate, { profile: 'fast' })).toMatchObject({
    kind: 'crate'
  });
  expect(await failed(crate, { features: ['fast'] })).toEqual({
    kind: 'crate',
    message: expect.stringMatching(/choosy has no feature `fast`: .*defines none\./) as string
  });
});

test('when cargo, rustc or maturin is missing, the error says how to install it', async () => {
  const crate = await write(pureCrate('toolless', '1'));
  const home = await scratch();
  const environment = plainEnvironment({
    PATH: home,
    CARGO_HOME: home,
    HOME: home
  });
  expect(await failed(crate, { environment })).toEqual({
    kind: 'tool',
    message: expect.stringMatching(
      /^cargo is neither on PATH nor in .*https:\/\/rustup\.rs/
    ) as string
  });

  const cargo = await which('cargo', process.env['PATH'] ?? '');
  await symlink(cargo!, join(home, 'cargo'));
  expect(await failed(crate, { environment })).toEqual({
    kind: 'tool',
    message: expect.stringMatching(/rustc is neither on PATH.*https:\/\/rustup\.rs/) as string
  });

  await symlink('/bin/true', join(home, 'rustc'));
  await mkdir(join(home, 'bin'));
  await writeFile(join(home, 'bin', 'python'), '#!/bin/sh\nexit 1\n');
  await chmod(join(home, 'bin', 'python'), 0o755);
  const interpreter = join(home, 'bin', 'python');
  expect(await failed(crate, { environment, interpreter })).toEqual({
    kind: 'tool',
    message: expect.stringMatching(/^maturin is neither beside .*pip install maturin/) as string
  });
});

test('an interpreter that does not exist is a missing tool', async () => {
  const crate = await write(pureCrate('orphan', '1'));
  expect(await failed(crate, { interpreter: '/nowhere/python' })).toMatchObject({ kind: 'tool' });
});

test('a toolchain that is not installed is a missing tool', async () => {
  const crate = await write({
    ...pureCrate('pinned', '1'),
    'rust-toolchain.toml': '[toolchain]\nchannel = "1.0.0"\n'
  });
  const environment = plainEnvironment({ RUSTUP_AUTO_INSTALL: '0' });
  expect(await failed(crate, { environment })).toEqual({
    kind: 'tool',
    message: expect.stringMatching(
      /^rustup could not start cargo \(.*1\.0\.0.*\): install it with `rustup toolchain install 1\.0\.0`/
    ) as string
  });
});

test('a PyO3 that is too old for the interpreter is reported with both versions', async () => {
  // What PyO3's build script prints, from a build script of our own: no old PyO3 has to be downloaded.
  const crate = await write({
    'Cargo.toml': manifest('too_old', ''),
    'src/lib.rs': '',
    'build.rs':
      'fn main() { eprintln!("error: the configured Python interpreter version (3.13) is newer than PyO3\'s maximum supported version (3.12)"); std::process::exit(1) }'
  });
  expect(await failed(crate)).toEqual({
    kind: 'tool',
    message: expect.stringMatching(
      /^The crate's PyO3 refuses Python 3\.13 .* up to 3\.12; raise `pyo3`/
    ) as string
  });
});

test('a dependency that does not exist fails the build, with its name', async () => {
  const crate = await write({
    'Cargo.toml': manifest('lonely', '[dependencies]\nnot-there = { path = "../not-there" }\n'),
    'src/lib.rs': ''
  });
  const { kind, message } = await failed(crate);
  expect(kind).toBe('build');
  expect(message).toMatch(/^Building lonely failed: .*not-there/);
});

test('a target directory that cannot be written is an error of the crate', async () => {
  const crate = await write({ ...pureCrate('sealed', '1'), 'a file': '' });
  const environment = plainEnvironment({
    CARGO_TARGET_DIR: join(crate, 'a file')
  });
  const { events, outcome } = await build(crate, { environment });
  expect(events).toHaveLength(1);
  expect(outcome).toMatchObject({ status: 'failed', error: { kind: 'crate' } });
});

test('the names of one interpreter in its directory are one interpreter', async () => {
  const bin = await write({ python: '', other: '' });
  await symlink('python', join(bin, 'python3'));
  expect(await canonicalInterpreter(join(bin, 'python3'))).toBe(join(bin, 'python'));
  expect(await canonicalInterpreter(join(bin, 'other'))).toBe(join(bin, 'other'));
});
