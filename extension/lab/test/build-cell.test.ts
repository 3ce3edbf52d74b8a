import { describe, expect, it } from 'vitest';
import { buildSource, crateNamedIn, loadsExtension } from '../src/build-cell/source.js';

describe('a build extension cell', () => {
  it.each(['../../exercises/01_intro/03_functions', '.', 'my crate', 'größe/ö "x"', "it's $HOME"])(
    'names the crate that it was inserted for: %s',
    path => {
      expect(crateNamedIn(buildSource(path))).toBe(path);
    }
  );

  it('may carry options on either side of the crate, and a comment', () => {
    expect(crateNamedIn('%build_extension --profile dev ../a --features x,y # b')).toBe('../a');
    expect(crateNamedIn('%build_extension --features=x --force "../a b"')).toBe('../a b');
  });

  it('may stand among other lines', () => {
    expect(crateNamedIn('import a\n\n%build_extension ../a\nprint(1)')).toBe('../a');
  });

  it('may leave the crate to the place of the notebook', () => {
    expect(crateNamedIn('%build_extension')).toBeNull();
    expect(crateNamedIn('%build_extension --force')).toBeNull();
  });

  it('is told from other cells', () => {
    expect(crateNamedIn('print("%build_extension")')).toBeUndefined();
    expect(crateNamedIn('%build_extensions ../a')).toBeUndefined();
  });
});

describe('a cell that loads the extension', () => {
  it('is recognized among other lines', () => {
    expect(loadsExtension('import os\n%load_ext jupyterlab_maturin\n')).toBe(true);
    expect(loadsExtension('%reload_ext  jupyterlab_maturin')).toBe(true);
    expect(loadsExtension('# %load_ext jupyterlab_maturin')).toBe(false);
    expect(loadsExtension('%load_ext autoreload')).toBe(false);
  });
});
