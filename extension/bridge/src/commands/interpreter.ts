import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { BuildFailure } from '../build/failure.js';
import { which } from '../build/plan/tools.js';

/** The Python that a terminal command works for. */
export interface Interpreter {
  interpreter: string;
  /** Its `sys.implementation.cache_tag`. */
  tag: string;
}

/** Set by the `jupyterlab-maturin` console script, which knows both without asking. */
const INTERPRETER = 'JUPYTERLAB_MATURIN_PYTHON';
const TAG = 'JUPYTERLAB_MATURIN_TAG';

/**
 * The Python named on the command line, else the one that the console script belongs to, else the activated
 * environment's, else `python3` on PATH.
 *
 * @throws BuildFailure (`tool`) when it does not answer
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
  const ask = 'import sys; print(sys.implementation.cache_tag)';
  const { stdout, failed, shortMessage } = await execa(interpreter, ['-I', '-S', '-c', ask], {
    reject: false,
    stdin: 'ignore'
  });
  if (failed) {
    throw new BuildFailure(
      'tool',
      `${interpreter} does not answer as a Python does (${shortMessage}): name another one with --python.`
    );
  }
  return { interpreter, tag: stdout.trim() };
}

/** The terminal's environment, without what only the console script and the bridge tell each other. */
export function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    ([name]) => name !== INTERPRETER && name !== TAG
  );
  return Object.fromEntries(entries) as Record<string, string>;
}
