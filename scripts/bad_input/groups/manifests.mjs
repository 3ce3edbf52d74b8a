/** The manifests of a crate. */
import { rmSync } from 'node:fs';

import { buildEnvironment, writeCrate } from './pyo3.mjs';
import { SPOILT, spoil } from './spoil.mjs';

const CARGO = `[package]
name = "tide"
version = "0.1.0"
edition = "2021"

[lib]
crate-type = ["cdylib"]

[dependencies]
pyo3 = "0.29"
`;
const PYPROJECT = `[build-system]
requires = ["maturin>=1,<2"]
build-backend = "maturin"

[project]
name = "tide"
version = "0.1.0"
`;

/** A crate of which some files are others. `fine`: it can be built all the same. */
const crate = (input, files, { fine = false } = {}) => ({
  input,
  async run({ place, cli, env }) {
    rmSync(place.at('tide'), { recursive: true, force: true });
    writeCrate(place, 'tide');
    for (const [name, change] of Object.entries(files)) {
      if (typeof change === 'string') place.write({ [`tide/${name}`]: change });
      else change(place.at('tide', name));
    }
    return cli(['build', 'tide'], place.folder, env);
  },
  shows: fine ? /build \d|error: / : /error: /
});

const cargo = (input, pattern, text, options) =>
  crate(input, { 'Cargo.toml': CARGO.replace(pattern, () => text) }, options);
const pyproject = (input, text, options) =>
  crate(input, { 'pyproject.toml': `${PYPROJECT}${text}` }, options);
const TEXTS = ['with a byte order mark', 'empty'];

export default {
  title: 'The manifests of a crate',
  command: 'jupyterlab-maturin build CRATE',
  prepare: place => buildEnvironment(place),
  inputs: [
    ...Object.keys(SPOILT)
      .filter(way => !TEXTS.includes(way))
      .flatMap(way => [
        crate(`Cargo.toml: ${way}`, { 'Cargo.toml': file => spoil(way, file, CARGO) }),
        crate(
          `pyproject.toml: ${way}`,
          {
            'pyproject.toml': file => spoil(way, file, PYPROJECT)
          },
          { fine: way === 'a link to nothing' }
        )
      ]),
    cargo('Cargo.toml: empty', /[^]*/, ''),
    cargo('no [package]', /\[package\][^]*?\n\n/, ''),
    cargo('a number as name', /name = .*/, 'name = 3'),
    cargo('a name that leads out', /name = .*/, 'name = "../tide"'),
    cargo('a name with an escape sequence', /name = .*/, 'name = "ti\\u001b[2Jde"'),
    cargo('a name of the standard library', /name = .*/, 'name = "json"', { fine: true }),
    cargo('`sitecustomize` as name', /name = .*/, 'name = "sitecustomize"'),
    cargo('`usercustomize` as name', /name = .*/, 'name = "usercustomize"'),
    cargo('an edition of the year 9999', /edition = .*/, 'edition = "9999"'),
    cargo('`rlib` only', /"cdylib"/, '"rlib"'),
    cargo('no PyO3', /pyo3 = .*/, ''),
    cargo(
      'a dependency on a path that is not there',
      /pyo3 = .*/,
      'pyo3 = { path = "../nowhere" }'
    ),
    cargo('a version that is none', /version = .*/, 'version = "one"'),
    cargo('a readme that is /dev/zero', /edition = .*/, 'edition = "2021"\nreadme = "/dev/zero"'),
    crate('src/lib.rs a directory', {
      'src/lib.rs': file => spoil('a directory', file, '')
    }),
    pyproject('a module name that leads out', '[tool.maturin]\nmodule-name = "../tide"\n'),
    pyproject('a module name with a newline', '[tool.maturin]\nmodule-name = "ti\\nde"\n'),
    pyproject('a list as module name', '[tool.maturin]\nmodule-name = ["tide"]\n'),
    pyproject('a python-source that is not there', '[tool.maturin]\npython-source = "nowhere"\n'),
    pyproject('a manifest-path that is not there', '[tool.maturin]\nmanifest-path = "nowhere"\n'),
    pyproject('`requires-python` of a later Python', 'requires-python = ">=4"\n', {
      fine: true
    }),
    crate('a toolchain that is not installed', {
      'rust-toolchain.toml': '[toolchain]\nchannel = "1.1.0"\n'
    }),
    crate('a target that does not exist', {
      '.cargo/config.toml': '[build]\ntarget = "pdp11-unknown-none"\n'
    }),
    {
      input: 'a path that is not there',
      run: ({ place, cli }) => cli(['build', 'nowhere'], place.folder),
      shows: /error: /
    },
    {
      input: 'a file',
      run: ({ place, cli }) => cli(['build', 'outside/kept.txt'], place.folder),
      shows: /error: /
    },
    {
      input: 'a folder without a crate',
      run: ({ place, cli }) => cli(['build', 'outside'], place.folder),
      shows: /error: /
    },
    {
      input: 'a folder with an escape sequence in its name',
      async run({ place, cli }) {
        place.write({ 'a\u001b[2J\u202eb/Cargo.toml': 'x' });
        return cli(['build', 'a\u001b[2J\u202eb'], place.folder);
      },
      shows: /error: /
    },
    {
      input: 'a profile that is not defined',
      async run({ place, cli, env }) {
        writeCrate(place, 'tide');
        return cli(['build', 'tide', '--profile', 'fastest'], place.folder, env);
      },
      shows: /error: /
    }
  ]
};
