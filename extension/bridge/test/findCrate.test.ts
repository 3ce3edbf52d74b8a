import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findCrate } from '../src/build/crate/findCrate.js';
import { manifest, scratch, write } from './support/crates.js';

const CRATE = manifest('primes', '');

async function resolved(cwd: string, crate: string | null, notebook: string | null = null) {
  const { directory, manifest: file, named } = await findCrate({ crate, cwd, notebook });
  return { directory, manifest: file, named };
}

test('a directory with a Cargo.toml is a crate; its path may be relative', async () => {
  const root = await write({ 'primes/Cargo.toml': CRATE });
  expect(await resolved(join(root, 'primes'), '.')).toEqual({
    directory: join(root, 'primes'),
    manifest: join(root, 'primes/Cargo.toml'),
    named: false
  });
  expect(await resolved(root, 'primes/Cargo.toml')).toMatchObject({
    directory: join(root, 'primes'),
    named: false
  });
});

test('manifest-path of pyproject.toml decides, unless a manifest is named by its path', async () => {
  const root = await write({
    'pyproject.toml': '[tool.maturin]\nmanifest-path = "native/Cargo.toml"\n',
    'Cargo.toml': manifest('outer', ''),
    'native/Cargo.toml': CRATE
  });
  expect(await resolved(root, '.')).toMatchObject({
    directory: root,
    manifest: join(root, 'native/Cargo.toml')
  });
  expect(await resolved(root, 'Cargo.toml')).toMatchObject({
    manifest: join(root, 'Cargo.toml'),
    named: true
  });
});

test('the rust directory beside Python code is the crate, and belongs to the project above it', async () => {
  const root = await write({
    'pyproject.toml': '[project]\nname = "my-primes"\n',
    'src/my_primes/__init__.py': '',
    'rust/Cargo.toml': CRATE
  });
  const expected = { directory: root, manifest: join(root, 'rust/Cargo.toml') };
  expect(await resolved(root, '.')).toMatchObject(expected);
  expect(await resolved(root, 'rust')).toMatchObject(expected);
});

test('without a name, the crate that holds the notebook is built', async () => {
  const root = await write({
    'primes/Cargo.toml': CRATE,
    'primes/docs/tour.ipynb': ''
  });
  const notebook = join(root, 'primes/docs/tour.ipynb');
  expect(await resolved(root, null, notebook)).toMatchObject({
    directory: join(root, 'primes')
  });
});

test("without a name, the notebook's own exercise is built", async () => {
  const root = await write({
    'notebooks/01_intro/03_functions.ipynb': '',
    'exercises/Cargo.toml': '[workspace]\nmembers = ["*/*"]\n',
    'exercises/01_intro/03_functions/Cargo.toml': CRATE
  });
  const notebook = join(root, 'notebooks/01_intro/03_functions.ipynb');
  expect(await resolved(join(root, 'notebooks/01_intro'), null, notebook)).toMatchObject({
    directory: join(root, 'exercises/01_intro/03_functions')
  });
});

test('without a name, the only crate one level below is built', async () => {
  const root = await write({
    'primes/Cargo.toml': CRATE,
    'data/x.csv': '',
    'target/old/Cargo.toml': CRATE
  });
  expect(await resolved(root, null)).toMatchObject({
    directory: join(root, 'primes')
  });
});

test('when there are several crates one level below, the error lists them', async () => {
  const root = await write({ 'a/Cargo.toml': CRATE, 'b/Cargo.toml': CRATE });
  await expect(resolved(root, null)).rejects.toThrow(/has several: name one of `a`, `b`/);
  await expect(resolved(root, '.')).rejects.toThrow(/name one of the crates in it \(`a`, `b`\)/);
});

test('when a path does not exist, the error suggests a similar one', async () => {
  const root = await write({ 'primes/Cargo.toml': CRATE });
  await expect(resolved(root, 'prims')).rejects.toThrow(
    `The path ${join(root, 'prims')} does not exist: name a folder that holds a Cargo.toml. Did you mean \`primes\`?`
  );
});

const COURSE = {
  'notebooks/01_intro/04_arguments.ipynb': '',
  'exercises/Cargo.toml': '[workspace]\nmembers = ["*/*"]\n',
  'exercises/01_intro/04_arguments/Cargo.toml': CRATE,
  'exercises/01_intro/04_arguments/example/Cargo.toml': manifest('example', '')
};

test('a crate of the course may be named by the path of its exercise', async () => {
  const root = await write(COURSE);
  const folder = join(root, 'notebooks/01_intro');
  const notebook = join(folder, '04_arguments.ipynb');
  const example = { directory: join(root, 'exercises/01_intro/04_arguments/example') };
  // With and without a notebook that is known, and wherever its kernel runs.
  for (const [cwd, known] of [
    [folder, notebook],
    [folder, null],
    ['/', notebook]
  ] as const) {
    expect(await resolved(cwd, '01_intro/04_arguments/example', known)).toMatchObject(example);
    expect(await resolved(cwd, '01_intro/04_arguments/example/', known)).toMatchObject(example);
    expect(await resolved(cwd, '01_intro/04_arguments/example/Cargo.toml', known)).toMatchObject(
      example
    );
  }
});

test('a path that exists is meant before an exercise', async () => {
  const root = await write({ ...COURSE, 'notebooks/01_intro/04_arguments/Cargo.toml': CRATE });
  expect(await resolved(join(root, 'notebooks'), '01_intro/04_arguments')).toMatchObject({
    directory: join(root, 'notebooks/01_intro/04_arguments')
  });
});

test('when neither a path nor an exercise exists, the error names both and suggests a similar one', async () => {
  const root = await write(COURSE);
  await expect(resolved(join(root, 'notebooks/01_intro'), '01_intro/04_argument')).rejects.toThrow(
    `Neither ${join(root, 'notebooks/01_intro/01_intro/04_argument')} nor, in the course, ` +
      `${join(root, 'exercises/01_intro/04_argument')} exists: name a folder that holds a Cargo.toml. ` +
      'Did you mean `04_arguments`?'
  );
});

test.each(['../04_arguments', './01_intro/04_arguments', '/01_intro/04_arguments', 'a/../../x'])(
  '%s is no exercise of the course',
  async typed => {
    const root = await write(COURSE);
    await expect(resolved(join(root, 'notebooks'), typed)).rejects.toThrow(
      /^The path .* does not exist/
    );
  }
);

test('when a directory holds no crate, the error says what a crate needs', async () => {
  const root = await scratch();
  await expect(resolved(root, '.')).rejects.toThrow(
    /has neither a Cargo.toml nor a pyproject.toml/
  );
  await expect(resolved(root, null)).rejects.toThrow(/name the folder that holds Cargo.toml/);
});

test('a source file is not a crate', async () => {
  const root = await write({ 'Cargo.toml': CRATE, 'src/lib.rs': '' });
  await expect(resolved(root, 'src/lib.rs')).rejects.toThrow(/is not a crate: name the folder/);
});

test('broken TOML is reported with its line', async () => {
  const root = await write({ 'Cargo.toml': '[package]\nname = primes\n' });
  await expect(resolved(root, '.')).rejects.toThrow(
    `${join(root, 'Cargo.toml')}:2:8 is not valid TOML`
  );
});

test('a manifest-path that does not exist is named', async () => {
  const root = await write({
    'pyproject.toml': '[tool.maturin]\nmanifest-path = "gone/Cargo.toml"\n'
  });
  await expect(resolved(root, '.')).rejects.toThrow(/manifest-path, but that file does not exist/);
});
