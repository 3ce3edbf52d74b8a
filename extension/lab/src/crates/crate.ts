import { parse, type TomlTable } from 'smol-toml';
import { joinPath, type ServerFiles } from './server-files.js';

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
 * Reads the crate in a directory the way maturin does: a `pyproject.toml` is not required, its
 * `[tool.maturin] manifest-path` may point elsewhere, and `rust/Cargo.toml` is tried after `Cargo.toml`.
 *
 * Returns `null` for a directory that makes no Python module: one with no manifest or another build backend, a
 * workspace without a package, a library that is no `cdylib`. A manifest that is not valid TOML still counts, because
 * it is probably being edited, and building the crate tells the user what is wrong with it.
 */
export async function readCrate(files: ServerFiles, directory: string): Promise<Crate | null> {
  const names = new Set((await files.list(directory)).map(entry => entry.name));
  let path: string | null = names.has('Cargo.toml')
    ? 'Cargo.toml'
    : names.has('rust')
      ? 'rust/Cargo.toml'
      : null;
  if (names.has('pyproject.toml')) {
    const project = await table(files, joinPath(directory, 'pyproject.toml'));
    const backend = text(section(project, 'build-system'), 'build-backend');
    if (backend !== null && backend !== 'maturin') {
      return null;
    }
    path = text(section(section(project, 'tool'), 'maturin'), 'manifest-path') ?? path;
  }
  const manifest = path === null ? null : await table(files, joinPath(directory, path));
  return path === null || manifest === null
    ? null
    : crateOf(directory, joinPath(directory, path, '..'), manifest);
}

function crateOf(directory: string, manifestFolder: string, manifest: TomlTable): Crate | null {
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
    source: joinPath(manifestFolder, text(library, 'path') ?? 'src/lib.rs')
  };
}

/** What a TOML file holds: nothing when it is not valid TOML, and `null` when there is no such file. */
async function table(files: ServerFiles, path: string): Promise<TomlTable | null> {
  const source = await files.read(path);
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
