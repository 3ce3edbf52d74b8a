import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { execa } from 'execa';
import { BuildFailure } from '../buildFailure.js';

const INSTALL_RUST = 'install Rust from https://rustup.rs, then build again';

/** The programs that one build runs. */
export interface Tools {
  /** Absolute path of the user's own cargo. */
  cargo: string;
  /** maturin and the arguments that come before its own (`-m maturin` when it is a Python module). */
  maturin: string[];
  maturinVersion: string;
  /** The caller's environment, its PATH completed so that maturin finds cargo and rustc as well. */
  environment: Record<string, string>;
}

/**
 * Finds cargo, rustc and maturin on the PATH of the caller's environment, and where their installers put them.
 *
 * @throws BuildFailure (`tool`) that names what is missing and how to get it
 */
export async function findTools(
  interpreter: string,
  environment: Record<string, string>,
  signal: AbortSignal
): Promise<Tools> {
  await requireInterpreter(interpreter);
  const rust = await findRust(environment);
  const maturin = await findMaturin(interpreter, rust.environment, signal);
  return { ...rust, ...maturin };
}

async function requireInterpreter(interpreter: string): Promise<void> {
  if (!isAbsolute(interpreter) || !(await isExecutable(interpreter))) {
    throw new BuildFailure(
      'tool',
      `The Python interpreter ${interpreter} does not exist or is not executable: restart the kernel, or name another one with --python.`
    );
  }
}

/** Finds cargo, and returns it with an environment in which it and rustc are on PATH. */
export async function findRust(
  environment: Record<string, string>
): Promise<Pick<Tools, 'cargo' | 'environment'>> {
  // rustup installs there. A Jupyter that was not started from the user's login shell does not have it on PATH.
  const home = environment['CARGO_HOME'] || join(environment['HOME'] || homedir(), '.cargo');
  const path = [environment['PATH'] ?? '', join(home, 'bin')].filter(Boolean).join(delimiter);
  const named = environment['CARGO'];
  const cargo =
    named && isAbsolute(named) && (await isExecutable(named)) ? named : await which('cargo', path);
  if (cargo === null) {
    throw new BuildFailure(
      'tool',
      `cargo is neither on PATH nor in ${join(home, 'bin')}: ${INSTALL_RUST}.`
    );
  }
  const rustc = environment['RUSTC'] || 'rustc';
  if (environment['RUSTC'] && (await which(rustc, path)) === null) {
    throw new BuildFailure(
      'tool',
      `RUSTC names ${rustc}, which is not a program that can be run: correct it, or unset it.`
    );
  }
  if ((await which(rustc, path)) === null) {
    throw new BuildFailure(
      'tool',
      `cargo was found (${cargo}), but ${rustc} is neither on PATH nor in ${join(home, 'bin')}: ${INSTALL_RUST}.`
    );
  }
  return { cargo, environment: { ...environment, PATH: path } };
}

async function findMaturin(
  interpreter: string,
  environment: Record<string, string>,
  signal: AbortSignal
): Promise<Pick<Tools, 'maturin' | 'maturinVersion'>> {
  const beside = join(dirname(interpreter), 'maturin');
  const candidates = (await isExecutable(beside)) ? [[beside]] : [[interpreter, '-m', 'maturin']];
  const onPath = await which('maturin', environment['PATH'] ?? '');
  if (onPath !== null && onPath !== beside) {
    candidates.push([onPath]);
  }
  for (const maturin of candidates) {
    const maturinVersion = await versionOf(maturin, environment, signal);
    if (maturinVersion !== null) {
      return { maturin, maturinVersion };
    }
  }
  throw new BuildFailure(
    'tool',
    `maturin is neither beside ${interpreter} nor on PATH: install it with \`${interpreter} -m pip install maturin\`, then build again.`
  );
}

/**
 * Returns `python` for any of the names that an interpreter has in its directory (`python`, `python3`, `python3.13`).
 * PyO3 would be compiled again for each of these names, although they are one file.
 */
export async function canonicalInterpreter(interpreter: string): Promise<string> {
  const plain = join(dirname(interpreter), 'python');
  const [own, other] = await Promise.all(
    [interpreter, plain].map(file => realpath(file).catch(() => null))
  );
  return own !== null && own === other ? plain : interpreter;
}

/** The versions of maturin that are known already, by command, modification time and size. */
const versions = new Map<string, string>();

/** maturin's version, or `null` when this command does not run. */
async function versionOf(
  command: string[],
  environment: Record<string, string>,
  signal: AbortSignal
): Promise<string | null> {
  const [file, ...args] = command as [string, ...string[]];
  const { mtimeMs, size } = await stat(file);
  const key = JSON.stringify([command, mtimeMs, size]);
  const known = versions.get(key);
  if (known !== undefined) {
    return known;
  }
  const { stdout, failed } = await execa(file, [...args, '--version'], {
    env: environment,
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    cancelSignal: signal
  });
  const version = failed ? undefined : /\d+(\.\d+)+/.exec(stdout)?.[0];
  if (version === undefined) {
    return null;
  }
  if (command.length === 1) {
    // Not for `python -m maturin`: there the file is the interpreter, which stays the same when maturin is upgraded.
    versions.set(key, version);
  }
  return version;
}

/** Finds a program on a PATH. Returns its absolute path, or `null`. */
export async function which(name: string, path: string): Promise<string | null> {
  if (name.includes('/')) {
    return (await isExecutable(name)) ? name : null;
  }
  for (const directory of path.split(delimiter).filter(isAbsolute)) {
    const file = join(directory, name);
    if (await isExecutable(file)) {
      return file;
    }
  }
  return null;
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
