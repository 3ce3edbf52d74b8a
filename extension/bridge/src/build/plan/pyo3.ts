import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readOurs, writeOurs } from '../../foreign/ours.js';
import type { Profile } from './profile.js';

/**
 * Returns a sentence when PyO3 itself has to be compiled, which takes most of a first build. It is compiled once for each
 * target directory and profile, and again when the directory is used for another interpreter, for other flags of the
 * compiler or with another toolchain.
 *
 * @param compiler what it is compiled with, see `compilerMark`
 */
export async function pyo3Note(
  target: string,
  profile: Profile,
  interpreter: string,
  compiler: string
): Promise<string[]> {
  if (!(await isCompiled(target, profile))) {
    return ['first build: PyO3 itself is compiled once'];
  }
  const last = (await readOurs(lastInterpreter(target, profile))) ?? interpreter;
  if (last === interpreter) {
    const known = (await readOurs(compilers(target, profile))) ?? compiler;
    return known.split('\n').includes(compiler)
      ? []
      : [
          `PyO3 is compiled again: no build in ${target} had this toolchain and these flags of the compiler (RUSTFLAGS) before`
        ];
  }
  return [
    `PyO3 is compiled again: ${target} was last built for ${last}; give each Python a CARGO_TARGET_DIR of its own to avoid that`
  ];
}

async function isCompiled(target: string, profile: Profile): Promise<boolean> {
  // With cargo's setting `build.target` there is a directory of the target's name in between.
  const folders = ['', ...(await readdir(target).catch(() => []))];
  for (const folder of folders) {
    const prints = join(target, folder, profile.directory, '.fingerprint');
    const units = await readdir(prints).catch(() => []);
    if (units.some(unit => unit.startsWith('pyo3-ffi-'))) {
      return true;
    }
  }
  return false;
}

/** How many kinds of builds are remembered. */
const KINDS = 50;

/** Remembers the interpreter that PyO3 was compiled for in the target directory, and what it was compiled with. */
export async function rememberInterpreter(
  target: string,
  profile: Profile,
  interpreter: string,
  compiler: string
): Promise<void> {
  const [last, known] = await Promise.all([
    readOurs(lastInterpreter(target, profile)),
    readOurs(compilers(target, profile))
  ]);
  // For another interpreter, what was compiled before is gone.
  const kinds = last === interpreter ? (known ?? '').split('\n').filter(Boolean) : [];
  if (!kinds.includes(compiler)) {
    await writeOurs(compilers(target, profile), [...kinds, compiler].slice(-KINDS).join('\n'));
  }
  await writeOurs(lastInterpreter(target, profile), interpreter);
}

function lastInterpreter(target: string, profile: Profile): string {
  return join(target, 'jupyterlab-maturin', `interpreter-${profile.directory}`);
}

function compilers(target: string, profile: Profile): string {
  return join(target, 'jupyterlab-maturin', `compilers-${profile.directory}`);
}
