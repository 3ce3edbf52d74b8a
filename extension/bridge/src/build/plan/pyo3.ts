import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readOurs, writeOurs } from '../../foreign/ours.js';
import type { Profile } from './profile.js';

/**
 * Returns a sentence when PyO3 itself has to be compiled, which takes most of a first build. It is compiled once for each
 * target directory and profile, and again when the directory is used for another interpreter.
 */
export async function pyo3Note(
  target: string,
  profile: Profile,
  interpreter: string
): Promise<string[]> {
  if (!(await isCompiled(target, profile))) {
    return ['first build: PyO3 itself is compiled once'];
  }
  const last = (await readOurs(lastInterpreter(target, profile))) ?? interpreter;
  return last === interpreter
    ? []
    : [
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

/** Remembers the interpreter that PyO3 was compiled for in the target directory. */
export async function rememberInterpreter(
  target: string,
  profile: Profile,
  interpreter: string
): Promise<void> {
  await writeOurs(lastInterpreter(target, profile), interpreter);
}

function lastInterpreter(target: string, profile: Profile): string {
  return join(target, 'jupyterlab-maturin', `interpreter-${profile.directory}`);
}
