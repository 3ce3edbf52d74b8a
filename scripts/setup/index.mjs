/**
 * Makes what the project needs and a fresh clone lacks: `.venv`, Node and npm (by pip), the locked Python and
 * npm dependencies, and the builds. Everything is skipped when it is there and its inputs have not changed.
 */
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { BIN, KERNEL, PYTHON, ROOT, VENV, environment } from './places.mjs';
import { findPython } from './python.mjs';
import { CommandError, run } from './run.mjs';
import { once } from './steps.mjs';

const EXTENSION = [
  'extension/protocol',
  'extension/bridge',
  'extension/lab',
  'package-lock.json',
  'tsconfig.base.json'
];

/** Says clearly what is missing before anything long begins. */
async function checkRust() {
  for (const tool of ['cargo', 'rustc']) {
    try {
      await run(tool, ['--version'], { env: environment() });
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      throw new Error(
        `Looking for ${tool}: it does not run here. Install Rust 1.85 or newer (https://rustup.rs), then run this again.`,
        { cause: error }
      );
    }
  }
}

/** Makes `.venv` with the locked Python packages, Node among them. */
async function python() {
  if (existsSync(VENV)) {
    try {
      await run(PYTHON, ['-c', 'import pip']);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      rmSync(VENV, { recursive: true }); // its interpreter has gone: nothing in it can run
    }
  }
  await once({
    name: 'venv',
    says: 'making .venv',
    inputs: ['requirements/bootstrap.txt'],
    makes: [PYTHON, path.join(BIN, 'uv')],
    work: async () => {
      await run(await findPython(), ['-m', 'venv', VENV]);
      await run(
        PYTHON,
        ['-m', 'pip', 'install', '--quiet', '--require-hashes', '-r', 'requirements/bootstrap.txt'],
        {
          cwd: ROOT
        }
      );
    }
  });
  await once({
    name: 'python',
    says: 'installing the locked Python packages (JupyterLab, maturin, Node)',
    inputs: ['requirements/dev.txt'],
    makes: [path.join(BIN, 'jupyter-lab'), path.join(BIN, 'maturin'), path.join(BIN, 'npm')],
    work: async () => {
      await run(
        path.join(BIN, 'uv'),
        ['pip', 'install', '--require-hashes', '-r', 'requirements/dev.txt'],
        {
          cwd: ROOT,
          env: environment()
        }
      );
    }
  });
}

/** Installs the locked npm packages with the Node that pip brought. */
async function npm() {
  await once({
    name: 'npm',
    says: 'installing the locked npm packages',
    inputs: ['package-lock.json'],
    makes: [path.join(ROOT, 'node_modules', '.bin', 'tsc')],
    work: async () => {
      await run(path.join(BIN, 'npm'), ['ci'], {
        cwd: ROOT,
        env: environment()
      });
    }
  });
}

/** Compiles the TypeScript, bundles the bridge and builds the JupyterLab extension. */
async function build() {
  await once({
    name: 'build',
    says: 'building the bridge and the JupyterLab extension',
    inputs: EXTENSION,
    makes: [
      path.join(KERNEL, '_bridge', 'bridge.mjs'),
      path.join(KERNEL, 'labextension', 'package.json')
    ],
    work: async () => {
      await run(path.join(BIN, 'npm'), ['run', 'build'], {
        cwd: ROOT,
        env: environment()
      });
    }
  });
}

/** Installs the Python package so that edits count at once, and shows JupyterLab the built extension. */
async function install() {
  const shown = path.join(VENV, 'share', 'jupyter', 'labextensions', 'jupyterlab-maturin');
  await once({
    name: 'install',
    says: 'installing jupyterlab-maturin into .venv',
    inputs: ['pyproject.toml', 'extension/install.json'],
    makes: [path.join(BIN, 'jupyterlab-maturin'), shown],
    work: async () => {
      await run(
        path.join(BIN, 'uv'),
        ['pip', 'install', '--no-deps', '--no-build-isolation', '-e', '.'],
        {
          cwd: ROOT,
          env: environment()
        }
      );
      // The package's own copy of the labextension would go stale at the next build; a link does not.
      rmSync(shown, { recursive: true, force: true });
      mkdirSync(path.dirname(shown), { recursive: true });
      symlinkSync(path.join(KERNEL, 'labextension'), shown);
      // The course works offline; JupyterLab's news would ask for the network, and about itself, on the first page.
      const config = path.join(VENV, 'etc', 'jupyter', 'labconfig');
      mkdirSync(config, { recursive: true });
      writeFileSync(
        path.join(config, 'page_config.json'),
        JSON.stringify({
          disabledExtensions: {
            '@jupyterlab/apputils-extension:announcements': true
          }
        })
      );
    }
  });
}

/** Everything that running and testing the project needs. */
export async function setUp() {
  await checkRust();
  await python();
  await npm();
  await build();
  await install();
}
