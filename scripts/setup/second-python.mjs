/**
 * A second Python, of another minor version than `.venv`'s, to run the kernel tests on as well.
 *
 * `TEST_PYTHON` names it; otherwise the newest of the candidates that is on PATH or under pyenv is taken.
 */
import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';

import { PYTHON, ROOT } from './places.mjs';
import { CommandError, run, runTool } from './run.mjs';
import { doSteps } from './steps.mjs';

/** Newer than what the tests have been run on is not tried. */
const VERSIONS = ['3.13', '3.12', '3.11'];

const version = async python => {
  try {
    return (await run(python, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'])).trim();
  } catch (error) {
    if (error instanceof CommandError) return undefined;
    throw error;
  }
};

function candidates() {
  const pyenv = path.join(
    process.env.PYENV_ROOT ?? path.join(process.env.HOME ?? '', '.pyenv'),
    'versions'
  );
  const installed = existsSync(pyenv) ? readdirSync(pyenv) : [];
  return VERSIONS.flatMap(wanted => [
    ...installed
      .filter(name => name.startsWith(`${wanted}.`))
      .map(name => path.join(pyenv, name, 'bin', 'python')),
    `python${wanted}`
  ]);
}

/** @returns {Promise<string | undefined>} a Python with the locked packages, or `undefined` when there is no second one */
export async function secondPython() {
  const own = await version(PYTHON);
  const asked = process.env.TEST_PYTHON;
  for (const candidate of asked ? [asked] : candidates()) {
    const found = await version(candidate);
    if (!found || found === own) continue;
    const venv = path.join(ROOT, `.venv-${found}`);
    const python = path.join(venv, 'bin', 'python');
    await doSteps([
      {
        name: `venv-${found}`,
        doing: `making .venv-${found} for the kernel tests`,
        inputs: ['requirements/dev.txt', 'pyproject.toml'],
        makes: [python],
        work: async ({ detail }) => {
          const install = (...args) =>
            runTool('uv', ['pip', 'install', '--python', python, ...args], detail);
          await rm(venv, { recursive: true, force: true });
          await run(candidate, ['-m', 'venv', '--without-pip', venv]);
          await install('--require-hashes', '-r', 'requirements/dev.txt');
          await install('--no-deps', '--no-build-isolation', '-e', '.');
        }
      }
    ]);
    return python;
  }
  if (asked)
    throw new Error(`TEST_PYTHON is ${asked}: it does not run, or is Python ${own} like .venv's.`);
  process.stdout.write(
    `\n! Only Python ${own} was found: the kernel tests were not run on a second version. TEST_PYTHON=/path/to/python names one.\n`
  );
  return undefined;
}
