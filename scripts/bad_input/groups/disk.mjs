/** What lies in the target directory, where a build is kept. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs';
import path from 'node:path';

import { Kernel } from '../kernel.mjs';
import { spoil } from './spoil.mjs';
import { buildEnvironment, writeCrate } from './pyo3.mjs';

/** The folder with a module's builds. */
function builds(place) {
  const home = place.at('target/jupyterlab-maturin');
  const tag = readdirSync(home).find(name => existsSync(path.join(home, name, 'tide')));
  return path.join(home, tag, 'tide');
}

/** The newest build. */
function newest(place) {
  const numbers = readdirSync(builds(place)).filter(name => /^\d{1,9}$/.test(name));
  return path.join(builds(place), String(Math.max(...numbers.map(Number))));
}

/** A file of the newest build that fits. */
function file(place, pattern) {
  const found = readdirSync(newest(place), { recursive: true }).find(name => pattern.test(name));
  return path.join(newest(place), found);
}

const last = text => place => writeFileSync(path.join(builds(place), 'last'), text);

const CHANGES = {
  'its `__init__.py` was edited': place =>
    writeFileSync(file(place, /__init__\.py$/), 'raise SystemExit("somebody else")\n'),
  'its library was cut to 1,000 bytes': place => truncateSync(file(place, /\.so$/), 1000),
  'its library is empty': place => truncateSync(file(place, /\.so$/), 0),
  'its library is gone': place => rmSync(file(place, /\.so$/)),
  'its library is a named pipe': place => spoil('a named pipe', file(place, /\.so$/), ''),
  'its library is a link to /dev/zero': place =>
    spoil('a link to /dev/zero', file(place, /\.so$/), ''),
  'a file was added': place =>
    writeFileSync(path.join(newest(place), 'json.py'), 'raise SystemExit\n'),
  'its manifest is a named pipe': place =>
    spoil('a named pipe', path.join(newest(place), 'jupyterlab-maturin.json'), ''),
  'its manifest is a directory': place =>
    spoil('a directory', path.join(newest(place), 'jupyterlab-maturin.json'), ''),
  'its manifest was cut': place =>
    truncateSync(path.join(newest(place), 'jupyterlab-maturin.json'), 50),
  'it is writable for everybody': place => chmodSync(newest(place), 0o777),
  'a later one is a link to somewhere else': place =>
    symlinkSync(place.at('outside'), path.join(builds(place), '7')),
  'a later one is a copy with another `__init__.py`': place => {
    const copy = path.join(builds(place), '9');
    cpSync(newest(place), copy, { recursive: true });
    writeFileSync(file(place, /__init__\.py$/), 'raise SystemExit("somebody else")\n');
  },
  '`last` says Infinity': last('Infinity'),
  '`last` says NaN': last('NaN'),
  '`last` says -1': last('-1'),
  '`last` says 9007199254740992': last('9007199254740992'),
  '`last` is a named pipe': place => spoil('a named pipe', path.join(builds(place), 'last'), ''),
  '`last` is a link to a file outside': place => {
    rmSync(path.join(builds(place), 'last'), { force: true });
    symlinkSync(place.at('outside/kept.txt'), path.join(builds(place), 'last'));
  },
  'a folder 9007199254740992': place => {
    mkdirSync(path.join(builds(place), '9007199254740992'));
    writeFileSync(path.join(builds(place), '9007199254740992', 'x'), '');
  },
  'the lock is a directory': place => {
    const lock = place.at('target/jupyterlab-maturin/lock');
    rmSync(lock, { recursive: true, force: true });
    mkdirSync(lock);
  },
  'the lock is a named pipe': place =>
    spoil('a named pipe', place.at('target/jupyterlab-maturin/lock'), ''),
  'our folder is a link to somewhere else': place => {
    rmSync(place.at('target/jupyterlab-maturin'), { recursive: true });
    symlinkSync(place.at('outside'), place.at('target/jupyterlab-maturin'));
  },
  'our folder is a file': place => {
    rmSync(place.at('target/jupyterlab-maturin'), { recursive: true });
    writeFileSync(place.at('target/jupyterlab-maturin'), '');
  }
};

export default {
  title: 'What lies in the target directory',
  command: '`%build_extension CRATE`, in a new kernel, and a call',
  slow: true,
  async prepare(place) {
    writeCrate(place, 'tide');
    return buildEnvironment(place);
  },
  inputs: Object.entries(CHANGES).map(([input, change]) => ({
    input: `the newest build: ${input}`.replace('the newest build: `last`', '`last`'),
    async run({ place, env, cli }) {
      rmSync(place.at('target/jupyterlab-maturin'), { recursive: true, force: true });
      const built = await cli(['build', 'tide'], place.folder, env);
      if (built.ended !== 0) return built;
      change(place);
      const kernel = new Kernel(place.folder, env);
      try {
        await kernel.run('%load_ext jupyterlab_maturin');
        const answer = await kernel.run('%build_extension tide');
        const called = await kernel.run('import tide\ntide.answer()');
        return { ...answer, text: `${answer.text}\ntide.answer() gives ${called.text}` };
      } finally {
        await kernel.end();
      }
    },
    shows: /gives 1$|CrateError: /
  }))
};
