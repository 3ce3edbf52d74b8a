import { posix } from 'node:path';

/** The module that Python can import from a wheel. */
export interface ImportableModule {
  /** The name to import. */
  module: string;
  /** The native library's path inside the wheel. */
  library: string;
}

/**
 * Finds the module among a wheel's files. The library may be alone, directly in a package, or deeper inside of one.
 *
 * @param name the library target's name, or the last part of `module-name`; the crate's own library is called so
 * @returns `null` when the wheel holds no native library
 */
export function importableModule(files: string[], name: string): ImportableModule | null {
  const libraries = files.filter(
    file => /\.(?:so|pyd|dylib)$/.test(file) && !/^[^/]+\.(?:libs|data|dist-info)\//.test(file)
  );
  const library = libraries.find(file => stem(file) === name) ?? libraries[0];
  if (library === undefined) {
    return null;
  }
  const folders = posix.dirname(library).split('/');
  if (folders[0] === '.') {
    return { module: stem(library), library };
  }
  // A namespace package has no __init__.py. Importing it loads nothing, so the first package below it is imported.
  for (let depth = 1; depth <= folders.length; depth++) {
    if (files.includes([...folders.slice(0, depth), '__init__.py'].join('/'))) {
      return { module: folders.slice(0, depth).join('.'), library };
    }
  }
  return { module: [...folders, stem(library)].join('.'), library };
}

/** `pure.cpython-313-x86_64-linux-gnu.so` → `pure`. */
function stem(file: string): string {
  return posix.basename(file).split('.')[0]!;
}
