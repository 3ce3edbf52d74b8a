/** Finds a Python and makes `.venv` with it. */
import { rm } from 'node:fs/promises';
import { SetUpError, again } from './failures.mjs';
import { PYTHON, VENV } from './places.mjs';
import { CommandError, run, runTool } from './run.mjs';

/** What is installed by pip: uv, which installs the rest. */
export const BOOTSTRAP = 'requirements/bootstrap.txt';

const CANDIDATES = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.14', 'python'];

/** Old enough syntax for a Python of any age to answer. Debian keeps `ensurepip` in a package of its own. */
const QUESTION = `
import sys
try:
    import venv, ensurepip.__main__
    able = True
except ImportError:
    able = False
print("%s|%d.%d|%d|%d" % ((sys.executable,) + sys.version_info[:2] + (sys.version_info >= (3, 11), able)))
`;

/**
 * @param {NodeJS.ProcessEnv} environment where `PYTHON` may name the one to take
 * @returns {Promise<string>} the absolute path of a Python ≥ 3.11 with the modules venv and ensurepip
 * @throws {SetUpError} that says what was found instead
 */
export async function findPython(environment = process.env) {
  const candidates = environment.PYTHON ? [environment.PYTHON] : CANDIDATES;
  const tooOld = [];
  const unable = [];
  for (const candidate of candidates) {
    try {
      const answer = await run(candidate, ['-c', QUESTION], { env: environment });
      const [executable, version, isNew, isAble] = answer.trim().split('|');
      if (isNew === '1' && isAble === '1') return executable;
      if (isNew === '1') unable.push({ executable, version });
      else tooOld.push(`${candidate} is ${version}`);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
    }
  }
  if (unable.length > 0) {
    const { executable, version } = unable[0];
    throw new SetUpError(
      `Making .venv: ${executable} is Python ${version} without its modules venv and ensurepip. ` +
        `Install them (Debian and Ubuntu: apt install python${version}-venv), then run \`${again()}\` again.`
    );
  }
  const found = tooOld.length > 0 ? tooOld.join(', ') : `none of ${candidates.join(', ')} runs`;
  throw new SetUpError(
    `Looking for Python 3.11 or newer: ${found}. Install one, or name one that is there: PYTHON=/path/to/python3 ${again()}`
  );
}

/**
 * Makes `.venv` from nothing, with pip and uv in it.
 *
 * @param {{detail: (text: string) => void}} task
 */
export async function makeVenv({ detail }) {
  // Removed here, because `venv --clear` would empty what a link called .venv points to.
  await rm(VENV, { recursive: true, force: true });
  // Without --without-pip venv would call ensurepip by itself, and keep the reason to itself when that fails.
  await run(await findPython(), ['-m', 'venv', '--without-pip', VENV]);
  await runTool('python', ['-m', 'ensurepip', '--upgrade', '--default-pip']);
  const options = ['--disable-pip-version-check', '--no-input', '--require-hashes'];
  await runTool('python', ['-m', 'pip', 'install', ...options, '-r', BOOTSTRAP], detail);
}

/** Whether `.venv` still works: the Python that it was made with may have been removed or upgraded since. */
export async function isVenvSound() {
  try {
    await run(PYTHON, ['-c', 'import pip']);
    return true;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return false;
  }
}
