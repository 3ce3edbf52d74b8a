import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { BuildFailure } from '../build/buildFailure.js';
import { which } from '../build/plan/tools.js';

/** The Python that a terminal command works for. */
export interface Interpreter {
  interpreter: string;
  /** Its `sys.implementation.cache_tag`, with a `t` when it is free-threaded. */
  tag: string;
}

const PRINT_TAG = `
import sys
tag = sys.implementation.cache_tag
print(tag + "t" if "t" in sys.abiflags and not tag.endswith("t") else tag)
`;

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
  const interpreter = named?.includes('/')
    ? resolve(named)
    : named === undefined && active
      ? join(active, 'bin', 'python')
      : await which(named ?? 'python3', path);
  if (interpreter === null) {
    throw new BuildFailure(
      'tool',
      `There is no ${named ?? 'python3'} on PATH: name a Python with --python.`
    );
  }
  const { stdout, code, exitCode } = await execa(interpreter, ['-I', '-S', '-c', PRINT_TAG], {
    reject: false,
    stdin: 'ignore'
  });
  if (exitCode !== 0 || !/^\S+$/.test(stdout)) {
    const reason = code ?? (exitCode === 0 ? 'it is another program' : `exit code ${exitCode}`);
    throw new BuildFailure(
      'tool',
      `${interpreter} could not be run as a Python (${reason}): name another one with --python.`
    );
  }
  return { interpreter, tag: stdout };
}

/** The environment of this process, without the two variables that the console script sets for it. */
export function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    ([name]) => name !== INTERPRETER && name !== TAG
  );
  return Object.fromEntries(entries) as Record<string, string>;
}
