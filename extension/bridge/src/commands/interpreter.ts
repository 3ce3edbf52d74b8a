import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { BuildFailure } from '../build/buildFailure.js';
import { which } from '../build/plan/tools.js';

/** The Python that a terminal command works for. */
export interface Interpreter {
  interpreter: string;
  /** Its `sys.implementation.cache_tag`. */
  tag: string;
}

/** The console script `jupyterlab-maturin` sets both, because it runs in that Python and knows them. */
const INTERPRETER = 'JUPYTERLAB_MATURIN_PYTHON';
const TAG = 'JUPYTERLAB_MATURIN_TAG';

/**
 * Returns the Python that was named on the command line, else the one that the console script belongs to, else the one
 * of the activated environment, else `python3` on PATH.
 *
 * @throws BuildFailure (`tool`) when there is none, or it cannot be run
 */
export async function findInterpreter(named: string | undefined): Promise<Interpreter> {
  const { [INTERPRETER]: own, [TAG]: tag, VIRTUAL_ENV: active, PATH: path = '' } = process.env;
  if (named === undefined && own && tag) {
    return { interpreter: own, tag };
  }
  const interpreter =
    (named && (named.includes('/') ? resolve(named) : await which(named, path))) ??
    own ??
    (active ? join(active, 'bin', 'python') : await which('python3', path));
  if (!interpreter) {
    throw new BuildFailure(
      'tool',
      `There is no ${named ?? 'python3'} on PATH: name a Python with --python.`
    );
  }
  const program = 'import sys; print(sys.implementation.cache_tag)';
  const { stdout, failed, shortMessage } = await execa(interpreter, ['-I', '-S', '-c', program], {
    reject: false,
    stdin: 'ignore'
  });
  if (failed) {
    throw new BuildFailure(
      'tool',
      `${interpreter} could not be run as a Python (${shortMessage}): name another one with --python.`
    );
  }
  return { interpreter, tag: stdout.trim() };
}

/** The environment of this process, without the two variables that the console script sets for it. */
export function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    ([name]) => name !== INTERPRETER && name !== TAG
  );
  return Object.fromEntries(entries) as Record<string, string>;
}
