import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { BuildFailure } from '../buildFailure.js';
import { readToml, stringAt, tableAt } from './toml.js';
import type { Table } from './toml.js';

/** The files of a crate, found by the rules of maturin. */
export interface CrateSource {
  /** Absolute path of the directory to run maturin in, where it finds this crate. */
  directory: string;
  /** Absolute path of Cargo.toml. */
  manifest: string;
  /** Whether the manifest must be passed to maturin, which would find another crate in that directory. */
  named: boolean;
  /** Content of Cargo.toml. */
  cargo: Table;
  /** Absolute path and content of the pyproject.toml that maturin reads, if there is one. */
  pyproject: { file: string; table: Table } | null;
}

/**
 * Returns the crate that maturin finds when it runs in `directory`, or `null` when it finds none there.
 *
 * maturin looks for `[tool.maturin] manifest-path`, then for `rust/Cargo.toml` beside Python code, then for `Cargo.toml`.
 *
 * @throws BuildFailure (`crate`) when one of these files cannot be read, or names a manifest that does not exist
 */
export async function sourceIn(directory: string): Promise<CrateSource | null> {
  const file = join(directory, 'pyproject.toml');
  const table = await readToml(file);
  if (table) {
    const manifest = await manifestOf(directory, table);
    if (manifest) {
      const cargo = await readToml(manifest);
      if (!cargo) {
        throw new BuildFailure(
          'crate',
          `${file} names the manifest ${manifest} in [tool.maturin] manifest-path, but that file does not exist: correct the path.`
        );
      }
      return { directory, manifest, named: false, cargo, pyproject: { file, table } };
    }
  }
  const manifest = join(directory, 'Cargo.toml');
  const cargo = await readToml(manifest);
  if (!cargo) {
    return null;
  }
  const pyproject = table ? { file, table } : null;
  const outer = pyproject ? null : await outerProject(manifest);
  return outer ?? { directory, manifest, named: false, cargo, pyproject };
}

/** Returns the crate of this Cargo.toml, even if a pyproject.toml beside it names another manifest. */
export async function sourceOf(manifest: string): Promise<CrateSource | null> {
  const directory = dirname(manifest);
  const found = await sourceIn(directory);
  if (found?.manifest === manifest) {
    return found;
  }
  const cargo = await readToml(manifest);
  return cargo && { directory, manifest, named: true, cargo, pyproject: null };
}

/** The manifest that pyproject.toml leads to, or `null` when it is the Cargo.toml beside it. */
async function manifestOf(directory: string, pyproject: Table): Promise<string | null> {
  const named = stringAt(pyproject, 'tool', 'maturin', 'manifest-path');
  if (named !== null) {
    return resolve(directory, named);
  }
  const inner = join(directory, 'rust', 'Cargo.toml');
  if (!(await isFile(inner))) {
    return null;
  }
  if ('python-source' in tableAt(pyproject, 'tool', 'maturin')) {
    return inner;
  }
  const project = stringAt(pyproject, 'project', 'name')?.replaceAll('-', '_');
  return project && (await isDirectory(join(directory, 'src', project))) ? inner : null;
}

/**
 * The project further up whose pyproject.toml leads to this manifest. The Python half of `project/rust/Cargo.toml` and
 * the settings lie one or two directories above it, and a build without them would make another module.
 */
async function outerProject(manifest: string): Promise<CrateSource | null> {
  let directory = dirname(dirname(manifest));
  for (let level = 0; level < 2 && directory !== dirname(directory); level++) {
    const file = join(directory, 'pyproject.toml');
    const table = await readToml(file).catch(() => null);
    if (table && (await manifestOf(directory, table)) === manifest) {
      const cargo = (await readToml(manifest)) ?? {};
      return { directory, manifest, named: false, cargo, pyproject: { file, table } };
    }
    directory = dirname(directory);
  }
  return null;
}

/** Whether `path` is a file (links followed). */
export async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    found => found.isFile(),
    () => false
  );
}

/** Whether `path` is a directory (links followed). */
export async function isDirectory(path: string): Promise<boolean> {
  return await stat(path).then(
    found => found.isDirectory(),
    () => false
  );
}
