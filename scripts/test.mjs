/**
 * `npm test`: makes what is missing and runs everything. `npm test -- lint kernel` runs the stages named.
 *
 * Every stage runs even when one before it failed, so that one run tells the whole story.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { setUp } from './setup/index.mjs';
import { BIN, PYTHON, ROOT, environment } from './setup/places.mjs';
import { run } from './setup/run.mjs';
import { secondPython } from './setup/second-python.mjs';

const npx = (...args) => [path.join(BIN, 'npx'), '--no-install', ...args];

/** @returns {string} the browser that the browser tests drive */
function chromium() {
  const asked = process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found =
    asked ?? folders.map(folder => path.join(folder, 'chromium')).find(file => existsSync(file));
  if (found && existsSync(found)) return found;
  throw new Error(
    `Looking for Chromium${asked ? ` at ${asked}` : ' on PATH'}: it is not there. ` +
      'Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to its executable.'
  );
}

/** A stage is a name and the commands it runs, in order. */
const STAGES = {
  lint: () => [
    npx('prettier', '--check', '--log-level', 'warn', '.'),
    npx('eslint', '.'),
    npx('tsc', '-p', 'ui-tests'),
    npx('tsc', '-p', 'extension/bridge/test'),
    [path.join(BIN, 'ruff'), 'check', '.'],
    [path.join(BIN, 'ruff'), 'format', '--check', '.'],
    [path.join(BIN, 'mypy')],
    ['cargo', 'fmt', '--all', '--check', '--manifest-path', 'exercises/Cargo.toml'],
    [process.execPath, 'scripts/labextension_size.mjs']
  ],
  unit: () => [npx('vitest', 'run')],
  kernel: () => [[PYTHON, '-m', 'pytest', '-q']],
  'kernel-second': async () => {
    const second = await secondPython();
    return second ? [[second, '-m', 'pytest', '-q']] : [];
  },
  course: () => [[path.join(BIN, 'npm'), 'run', '--silent', 'check:course']],
  browser: () => {
    process.env.CHROMIUM_PATH = chromium();
    return [npx('playwright', 'test', '--config', 'ui-tests/playwright.config.ts')];
  }
};

/** Tests write nothing into the home folder and read nothing a person has set there. */
function isolated(scratch) {
  const inside = name => {
    const folder = path.join(scratch, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  };
  return environment({
    JUPYTER_CONFIG_DIR: inside('config'),
    JUPYTER_DATA_DIR: inside('data'),
    JUPYTER_RUNTIME_DIR: inside('runtime'),
    IPYTHONDIR: inside('ipython'),
    CHROMIUM_PATH: process.env.CHROMIUM_PATH
  });
}

async function main(names) {
  const unknown = names.filter(name => !(name in STAGES));
  if (unknown.length > 0) {
    throw new Error(
      `No stage is called ${unknown.join(', ')}. There are: ${Object.keys(STAGES).join(', ')}.`
    );
  }
  await setUp();
  const scratch = mkdtempSync(path.join(tmpdir(), 'jupyterlab-maturin-test-'));
  const report = [];
  for (const name of names.length > 0 ? names : Object.keys(STAGES)) {
    const started = Date.now();
    let failure;
    try {
      for (const [command, ...args] of await STAGES[name]()) {
        process.stdout.write(`\n▸ ${name}: ${[path.basename(command), ...args].join(' ')}\n`);
        await run(command, args, {
          cwd: ROOT,
          env: isolated(scratch),
          show: true
        }).catch(error => {
          failure ??= error;
        });
      }
    } catch (error) {
      failure = error;
    }
    if (failure) process.stdout.write(`\n✗ ${name}: ${failure.message}\n`);
    report.push({ name, failure, seconds: (Date.now() - started) / 1000 });
  }
  rmSync(scratch, { recursive: true, force: true });
  process.stdout.write('\n');
  for (const { name, failure, seconds } of report) {
    process.stdout.write(
      `${failure ? '✗ failed' : '✓ passed'}  ${name.padEnd(14)} ${seconds.toFixed(0).padStart(4)} s\n`
    );
  }
  const failed = report.filter(({ failure }) => failure).length;
  process.stdout.write(`\nstages: ${report.length - failed} passed, ${failed} failed\n`);
  return failed > 0 ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
