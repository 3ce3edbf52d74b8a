import { copyFile, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ROOT } from './places.js';

/** Text files by their paths relative to a directory. */
export type Files = Record<string, string>;

/** Makes a directory that is removed when the test ends. */
export async function scratch(): Promise<string> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'bridge-test-')));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** Writes files into a directory, by default a new one, and returns it. */
export async function write(files: Files, into?: string): Promise<string> {
  const directory = into ?? (await scratch());
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
  return directory;
}

/** Writes a crate that depends on PyO3, with the lock file of the course, so that all tests share one compiled PyO3. */
export async function writePyo3Crate(files: Files, into?: string): Promise<string> {
  const directory = await write(files, into);
  await copyFile(join(ROOT, 'exercises', 'Cargo.lock'), join(directory, 'Cargo.lock'));
  return directory;
}

/** A manifest of a cdylib. */
export function manifest(name: string, rest = '[dependencies]\npyo3 = "0.29"\n'): string {
  return `[package]
name = "${name}"
version = "0.1.0"
edition = "2024"

[lib]
crate-type = ["cdylib"]

${rest}`;
}

/** A module with one function `answer`, whose body is the expression given. */
export function answering(module: string, expression: string): string {
  return `#[pyo3::pymodule]
mod ${module} {
    #[pyo3::pyfunction]
    fn answer() -> u64 {
        ${expression}
    }
}
`;
}

/** A crate of one file, `answer()` inside. */
export function pureCrate(name: string, expression: string): Files {
  return {
    'Cargo.toml': manifest(name),
    'src/lib.rs': answering(name, expression)
  };
}

/**
 * A crate of three, with an empty one in place of PyO3: maturin builds it, and a build from nothing takes no time. Python
 * cannot import it.
 */
export function crateWithoutPyo3(name: string): Files {
  const dependency = (crate: string): Files => ({
    [`${crate}/Cargo.toml`]: `[package]\nname = "${crate}"\nversion = "0.29.0"\n`,
    [`${crate}/src/lib.rs`]: ''
  });
  return {
    'Cargo.toml': manifest(name, '[dependencies]\npyo3.path = "pyo3"\nother.path = "other"\n'),
    'src/lib.rs': '',
    ...dependency('pyo3'),
    ...dependency('other')
  };
}
