import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Returns whether `place` is a folder (links followed). A place that cannot be looked at is none. */
export function isFolder(place: string): boolean {
  try {
    return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false; // a link that leads back to itself, or a folder above that may not be searched
  }
}

/**
 * Makes a folder and those above it that are missing.
 *
 * Node's own recursive `mkdir` never returns below `/proc`: it takes ENOENT to mean that the folder above is missing,
 * finds that one there, and tries again. Here each folder is tried once.
 *
 * @returns the folders that were made, the outermost first
 * @throws the system's error; then the folders made on the way are removed again
 */
export function makeFolders(folder: string, mode = 0o777): string[] {
  const missing: string[] = [];
  let here = path.resolve(folder);
  while (!isFolder(here) && here !== path.dirname(here)) {
    missing.unshift(here);
    here = path.dirname(here);
  }
  const made: string[] = [];
  try {
    for (const one of missing) if (makeFolder(one, mode)) made.push(one);
  } catch (error) {
    removeEmpty(made);
    throw error;
  }
  return made;
}

/** Removes folders that {@link makeFolders} made, the innermost first, as far as they are empty. */
export function removeEmpty(folders: readonly string[]): void {
  for (const folder of [...folders].reverse()) {
    try {
      rmdirSync(folder);
    } catch {
      return; // something was put there in the meantime
    }
  }
}

/** Returns `false` when somebody else made it at the same moment. */
function makeFolder(folder: string, mode: number): boolean {
  try {
    mkdirSync(folder, mode);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && isFolder(folder)) return false;
    throw error;
  }
}
