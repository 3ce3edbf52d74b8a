/**
 * Makes what the project needs and a fresh clone lacks: `.venv`, Node and npm (by pip), the locked Python and
 * npm dependencies, and the builds. A step is skipped when what it makes is there and its inputs have not changed.
 */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

import { SetUpError, explain } from './failures.mjs';
import { startNodeDirectly } from './node.mjs';
import { installNpmPackages } from './npm.mjs';
import { LABEXTENSION, installPackage } from './package.mjs';
import { BIN, KERNEL, PYTHON, ROOT, VENV } from './places.mjs';
import { BOOTSTRAP, isVenvSound, makeVenv } from './python.mjs';
import { runTool } from './run.mjs';
import { findRust, tryLinking } from './rust.mjs';
import { doSteps } from './steps.mjs';

/** @param {string} rust the version of rustc */
const steps = rust => [
  {
    name: 'linker',
    doing: 'checking that Rust compiles and links',
    inputs: [`=${rust}`],
    makes: [],
    work: tryLinking
  },
  {
    name: 'venv',
    doing: 'making .venv',
    inputs: [`=${VENV}`, BOOTSTRAP],
    makes: [PYTHON, path.join(BIN, 'uv')],
    isSound: isVenvSound,
    work: makeVenv
  },
  {
    name: 'python',
    doing: 'installing the locked Python packages (JupyterLab, maturin, Node)',
    inputs: ['requirements/dev.txt', 'scripts/setup/node.mjs'],
    makes: [path.join(BIN, 'jupyter-lab'), path.join(BIN, 'maturin'), path.join(BIN, 'npm')],
    work: async ({ detail, wasInterrupted }) => {
      // uv takes a package that it was stopped in the middle of for an installed one.
      if (wasInterrupted) await makeVenv({ detail });
      const args = ['pip', 'install', '--require-hashes', '-r', 'requirements/dev.txt'];
      await runTool('uv', args, detail);
      await startNodeDirectly();
    }
  },
  {
    name: 'npm',
    doing: 'installing the locked npm packages',
    inputs: ['package-lock.json'],
    makes: [path.join(ROOT, 'node_modules', '.bin', 'tsc')],
    work: installNpmPackages
  },
  {
    name: 'build',
    doing: 'building the bridge and the JupyterLab extension',
    inputs: [
      'extension/protocol',
      'extension/bridge',
      'extension/lab',
      'package-lock.json',
      'tsconfig.base.json'
    ],
    makes: [
      path.join(KERNEL, '_bridge', 'bridge.mjs'),
      path.join(KERNEL, 'labextension', 'package.json')
    ],
    work: async ({ detail }) => {
      // npm prints the command of each script that it runs: `> webpack --config webpack.config.js`.
      const onLine = line => line.startsWith('> ') && detail(line.slice(2));
      await runTool('npm', ['run', 'build'], onLine);
    }
  },
  {
    name: 'install',
    doing: 'installing jupyterlab-maturin into .venv',
    inputs: ['pyproject.toml', 'extension/install.json'],
    makes: [path.join(BIN, 'jupyterlab-maturin'), LABEXTENSION],
    work: installPackage
  }
];

/**
 * Makes everything that running and testing the project needs.
 *
 * @param {import('./steps.mjs').Step[]} more steps to do after those
 * @throws {Error} with one message for the user
 */
export async function setUp(more = []) {
  try {
    accessSync(ROOT, constants.W_OK);
  } catch (error) {
    throw new SetUpError(explain(`writing into ${ROOT}`, error).sentence, { cause: error });
  }
  await doSteps([...steps(await findRust()), ...more]);
}
