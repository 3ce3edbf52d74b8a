import { posix } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readCrate } from '../src/crates/crate.js';
import { cratesNear, mirroredFolder } from '../src/crates/near-notebook.js';
import type { ServerFiles } from '../src/crates/server-files.js';
import { crateOfNotebook, NoCrateThere } from '../src/open-crate/crate-of-notebook.js';

// JupyterLab's PathExt is Node's own module, made for browsers.
vi.mock('@jupyterlab/coreutils', () => ({ PathExt: posix }));

const CDYLIB = '[lib]\ncrate-type = ["cdylib"]\n';
const crate = (name: string): string => `[package]\nname = "${name}"\n${CDYLIB}`;

/** Files in memory; `asked` holds the paths that a server would be asked for. */
function inMemory(files: Record<string, string>): ServerFiles & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    list: directory => {
      asked.push(directory);
      const prefix = directory === '' ? '' : `${directory}/`;
      const below = Object.keys(files)
        .filter(path => path.startsWith(prefix))
        .map(path => path.slice(prefix.length).split('/'));
      const names = new Map(below.map(([name = '', ...rest]) => [name, rest.length > 0]));
      return Promise.resolve([...names].map(([name, directory]) => ({ name, directory })));
    },
    read: path => {
      asked.push(path);
      return Promise.resolve(files[path] ?? null);
    }
  };
}

describe('a directory', () => {
  it('is a crate with a manifest alone', async () => {
    const found = await readCrate(inMemory({ 'a/Cargo.toml': crate('primes') }), 'a');
    expect(found).toEqual({
      directory: 'a',
      name: 'primes',
      source: 'a/src/lib.rs'
    });
  });

  it('may point to its manifest and the manifest to its source', async () => {
    const files = inMemory({
      'a/pyproject.toml':
        '[build-system]\nbuild-backend = "maturin"\n[tool.maturin]\nmanifest-path = "core/Cargo.toml"',
      'a/core/Cargo.toml': `[package]\nname = "core"\n${CDYLIB}path = "lib/main.rs"`
    });
    expect((await readCrate(files, 'a'))?.source).toBe('a/core/lib/main.rs');
  });

  it('may keep its manifest in rust/', async () => {
    const found = await readCrate(inMemory({ 'a/rust/Cargo.toml': crate('x') }), 'a');
    expect(found?.source).toBe('a/rust/src/lib.rs');
  });

  it.each([
    [
      'another build backend',
      {
        'a/pyproject.toml': '[build-system]\nbuild-backend = "hatchling.build"',
        'a/Cargo.toml': crate('x')
      }
    ],
    ['a workspace without a package', { 'a/Cargo.toml': '[workspace]\nmembers = []' }],
    ['a library that Python cannot load', { 'a/Cargo.toml': '[package]\nname = "x"' }],
    ['no manifest', { 'a/README.md': '' }]
  ])('is no crate with %s', async (_, files) => {
    expect(await readCrate(inMemory(files), 'a')).toBeNull();
  });

  it('stays a crate while its manifest is being edited', async () => {
    const found = await readCrate(inMemory({ 'x/a/Cargo.toml': '[package\nname' }), 'x/a');
    expect(found?.name).toBe('a');
  });
});

describe('near a notebook', () => {
  it('the exercise with the same path comes first', async () => {
    const files = inMemory({
      'course/exercises/01/03/Cargo.toml': crate('exercise'),
      'course/notebooks/01/own/Cargo.toml': crate('own'),
      'course/notebooks/01/.hidden/Cargo.toml': crate('hidden'),
      'course/notebooks/01/target/Cargo.toml': crate('built'),
      'course/Cargo.toml': crate('above')
    });
    const near = await cratesNear(files, 'course/notebooks/01/03.ipynb');
    expect(near.map(({ name }) => name)).toEqual(['exercise', 'above', 'own']);
  });

  it('the neighbours of the exercise are offered when there is nothing nearer', async () => {
    const files = inMemory({
      'exercises/01/a/Cargo.toml': crate('a'),
      'exercises/01/b/Cargo.toml': crate('b')
    });
    const near = await cratesNear(files, 'notebooks/01/00_welcome.ipynb');
    expect(near.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('a notebook in the root is looked at once', async () => {
    const files = inMemory({ 'Cargo.toml': crate('a') });
    expect(await cratesNear(files, 'x.ipynb')).toHaveLength(1);
    expect(mirroredFolder('x.ipynb')).toBeNull();
  });
});

describe('the crate that a notebook builds', () => {
  const files = {
    'exercises/a/Cargo.toml': crate('a'),
    'exercises/b/Cargo.toml': crate('b'),
    'exercises/n/Cargo.toml': crate('n')
  };
  const find = (sources: string[], active: number) =>
    crateOfNotebook(inMemory(files), { notebook: 'notebooks/n.ipynb', sources, active }, path =>
      path.startsWith('/root/') ? path.slice('/root/'.length) : undefined
    );

  it('is that of the nearest build extension cell at or above the active one, else below', async () => {
    const sources = ['%build_extension ../exercises/a', 'x', '%build_extension /root/exercises/b'];
    expect((await find(sources, 1))?.name).toBe('a');
    expect((await find(sources, 2))?.name).toBe('b');
    expect((await find(sources.slice(1), 0))?.name).toBe('b');
  });

  it('is the likeliest near the notebook when no cell names one', async () => {
    expect((await find(['x', '%build_extension'], 0))?.name).toBe('n');
  });

  it('may be named by the path of its exercise, unless that is a folder below the notebook', async () => {
    const named = async (folder: string, more: Record<string, string> = {}) => {
      const all = inMemory({ 'my/exercises/01/b/example/Cargo.toml': crate('b'), ...more });
      const sources = [`%build_extension ${folder}`];
      const cells = { notebook: 'my/notebooks/01/n.ipynb', sources, active: 0 };
      return (await crateOfNotebook(all, cells, () => undefined))?.name;
    };
    expect(await named('01/b/example')).toBe('b');
    expect(await named('01/b/example/Cargo.toml')).toBe('b');
    const below = { 'my/notebooks/01/01/b/example/Cargo.toml': crate('below') };
    expect(await named('01/b/example', below)).toBe('below');
    await expect(named('./01/b/example')).rejects.toThrow(NoCrateThere);
  });

  it('must be where the cell says', async () => {
    await expect(find(['%build_extension ../../elsewhere'], 0)).rejects.toThrow(NoCrateThere);
    await expect(find(['%build_extension /opt/a'], 0)).rejects.toThrow(NoCrateThere);
  });
});
