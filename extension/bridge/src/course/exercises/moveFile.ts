import { constants, cpSync, lstatSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { makeFolders } from '../../foreign/folders.js';

/**
 * Moves whatever is at `from` to `to`, where nothing is: a file of any size, a folder, a link (itself, not what it leads
 * to). What is not there is not moved.
 */
export function moveFile(from: string, to: string): void {
  if (!isThere(from)) return;
  makeFolders(path.dirname(to));
  try {
    renameSync(from, to);
  } catch (error) {
    // The two are on different disks.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, {
      recursive: true,
      force: false,
      errorOnExist: true,
      mode: constants.COPYFILE_EXCL,
      preserveTimestamps: true,
      verbatimSymlinks: true
    });
    rmSync(from, { recursive: true });
  }
}

/** Returns whether there is anything at that path; a link counts, wherever it leads. */
export function isThere(place: string): boolean {
  try {
    return lstatSync(place, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false; // a folder above is a link in a circle, or may not be searched
  }
}
