import { constants, copyFileSync, readdirSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';

import { isFolder, makeFolders } from '../../foreign/folders.js';
import { readForeignFile, UnreadableFile } from '../../foreign/readFile.js';
import { CourseError } from '../error.js';

/** Bytes of the largest file of an exercise: a notebook with pictures, say. */
export const FILE_LIMIT = 64 * 2 ** 20;

/** Made by tools; never part of an exercise. */
export const MADE_BY_TOOLS = new Set([
  'target',
  '__pycache__',
  '.pytest_cache',
  '.ipynb_checkpoints',
  '.git',
  '.DS_Store'
]);

/**
 * Returns the files below `folder`, relative to it and with `/`, in order. What tools make is left out, and so is
 * whatever is not a file: links, which are not followed, named pipes, devices. A folder that does not exist has none.
 *
 * @param onLink is called with the absolute path of each link
 * @throws CourseError when a folder may not be read
 */
export function filesBelow(
  folder: string,
  onLink: (link: string) => void = () => undefined
): string[] {
  const found: string[] = [];
  const walk = (relative: string): void => {
    const here = path.join(folder, relative);
    for (const entry of entriesOf(here)) {
      if (MADE_BY_TOOLS.has(entry.name)) continue;
      const name = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isSymbolicLink()) onLink(path.join(here, entry.name));
      else if (entry.isDirectory()) walk(name);
      else if (entry.isFile() && !name.endsWith('.pyc')) found.push(name);
    }
  };
  if (isFolder(folder)) walk('');
  return found.sort();
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CourseError(
      `The folder ${folder} could not be read (${code}): give yourself permission to read it.`,
      { cause: error }
    );
  }
}

/** Returns whether there is a file at `own` with the content of the shipped one. */
export function isSameFile(shipped: string, own: string): boolean {
  try {
    const [one, two] = [statSync(shipped), statSync(own)];
    // A file of another size is another file, and need not be read.
    if (!two.isFile() || one.size !== two.size) return false;
    return readForeignFile(shipped, FILE_LIMIT).equals(readForeignFile(own, FILE_LIMIT));
  } catch (error) {
    if (error instanceof UnreadableFile) return false;
    if ((error as NodeJS.ErrnoException).syscall === 'stat') return false;
    throw error;
  }
}

/** Copies files, given relative to `from`, to the same places below `to`. */
export function copyFiles(files: readonly string[], from: string, to: string): void {
  for (const file of files) copyFile(path.join(from, file), path.join(to, file));
}

/** Copies a file to where nothing is yet, and makes the folders that `to` is in. */
export function copyFile(from: string, to: string): void {
  makeFolders(path.dirname(to));
  copyFileSync(from, to, constants.COPYFILE_EXCL);
}
