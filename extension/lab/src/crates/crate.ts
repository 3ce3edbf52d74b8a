import { parse, type TomlTable } from 'smol-toml';
import { join, type Entry, type Tree } from './tree.js';

/** A directory that maturin can build a Python module from. */
export interface Crate {
  /** Contents path of the directory to hand to `%build_extension`. */
  directory: string;
  /** The Cargo package's name, or the directory's where the manifest cannot be read. */
  name: string;
  /** Contents path of the library's first source file. */
  source: string;
}

/**
 * Looks at one directory the way maturin does: a `pyproject.toml` is not required, its
 * `[tool.maturin] manifest-path` may point elsewhere, and `rust/Cargo.toml` is tried after `Cargo.toml`.
 *
 * Returns `null` for what makes no Python module: no manifest, another build backend, a workspace without a
 * package, a library that is no `cdylib`. A manifest in the middle of an edit (broken TOML) still counts:
 * building it says what is wrong with it.
 */
export async function readCrate(
  tree: Tree,
  directory: string,
  entries?: Entry[]
): Promise<Crate | null> {
  const names = new Set((entries ?? (await tree.list(directory))).map(entry => entry.name));
  let declared: string | null = null;
  if (names.has('pyproject.toml')) {
    const project = await table(tree, join(directory, 'pyproject.toml'));
    const backend = text(section(project, 'build-system'), 'build-backend');
    if (backend !== null && backend !== 'maturin') {
      return null;
    }
    declared = text(section(section(project, 'tool'), 'maturin'), 'manifest-path');
  }
  const candidates =
    declared !== null
      ? [declared]
      : names.has('Cargo.toml')
        ? ['Cargo.toml']
        : names.has('rust')
          ? ['rust/Cargo.toml']
          : [];
  for (const candidate of candidates) {
    const manifest = await table(tree, join(directory, candidate));
    if (manifest !== null) {
      return crateOf(directory, join(directory, candidate, '..'), manifest);
    }
  }
  return null;
}

function crateOf(directory: string, home: string, manifest: TomlTable): Crate | null {
  const folder = directory.split('/').at(-1) ?? directory;
  const broken = Object.keys(manifest).length === 0;
  const packageTable = section(manifest, 'package');
  const library = section(manifest, 'lib');
  const kinds = library?.['crate-type'] ?? library?.['crate_type'];
  if (!broken && (packageTable === null || !(Array.isArray(kinds) && kinds.includes('cdylib')))) {
    return null;
  }
  return {
    directory,
    name: text(packageTable, 'name') ?? folder,
    source: join(home, text(library, 'path') ?? 'src/lib.rs')
  };
}

/** A TOML file's table; empty when it is not valid TOML, `null` when there is no such file. */
async function table(tree: Tree, path: string): Promise<TomlTable | null> {
  const source = await tree.read(path);
  if (source === null) {
    return null;
  }
  try {
    return parse(source);
  } catch {
    return {};
  }
}

function section(parent: TomlTable | null, name: string): TomlTable | null {
  const value = parent?.[name];
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
    ? value
    : null;
}

function text(parent: TomlTable | null, name: string): string | null {
  const value = parent?.[name];
  return typeof value === 'string' ? value : null;
}
