import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { chmod, lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { TEXT_LIMIT, UnreadableFile, readForeignText } from './readFile.js';

/**
 * The folders and files that this program keeps for itself, in places where others may write, too. What is ours is a
 * real folder or a regular file that belongs to the user. A link is never followed: somebody else may have put it there
 * to make us read or write elsewhere.
 */

/** Something stands where a folder or file of ours has to be. The message says so, and what to do. */
export class NotOurs extends Error {
  override readonly name = 'NotOurs';

  constructor(path: string, found: string, expected: 'folder' | 'file') {
    super(
      `${path} ${found}, where this program keeps a ${expected} of its own: remove it, or set CARGO_TARGET_DIR to a folder of your own, and build again`
    );
  }
}

/** Whether a file or folder belongs to the user that runs this process. */
export function isOurs(stats: Stats): boolean {
  return stats.uid === process.geteuid!();
}

/** Whether others than its owner may write to a file or folder. */
export function isWritableForOthers(stats: Stats): boolean {
  return (stats.mode & 0o022) !== 0;
}

/**
 * Makes a folder that only the user can look into, whatever the umask, or makes the one that is there private.
 *
 * @throws NotOurs when a link, a file or somebody else's folder is in its place
 */
export async function makePrivate(directory: string): Promise<void> {
  await mkdir(directory, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const found = await lstat(directory);
  if (!found.isDirectory()) {
    throw new NotOurs(directory, found.isSymbolicLink() ? 'is a link' : 'is no folder', 'folder');
  }
  if (!isOurs(found)) throw new NotOurs(directory, 'belongs to another user', 'folder');
  if ((found.mode & 0o077) !== 0) await chmod(directory, 0o700);
}

/**
 * Reads a text of ours.
 *
 * @returns `null` when it is missing, not regular, too large or somebody else's
 */
export async function readOurs(file: string, limit = TEXT_LIMIT): Promise<string | null> {
  const found = await lstat(file).catch(() => null);
  if (!found?.isFile() || !isOurs(found)) return null;
  try {
    return readForeignText(file, limit);
  } catch (error) {
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
}

/**
 * Writes a text for the user's eyes only. It replaces what has that name in one step: a link or a pipe gives way, and
 * what the link points to stays as it is.
 *
 * @throws NotOurs when a folder is in its place
 */
export async function writeOurs(file: string, text: string): Promise<void> {
  await refuseFolder(file);
  const beside = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  try {
    await writeFile(beside, text, { mode: 0o600, flag: 'wx' });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/**
 * Makes sure that a tool can write a file of ours: a link or a pipe of that name is taken away.
 *
 * @throws NotOurs when a folder is in its place
 */
export async function clearWayFor(file: string): Promise<void> {
  await refuseFolder(file);
  const found = await lstat(file).catch(() => null);
  if (found !== null && !found.isFile()) await rm(file, { force: true });
}

/** @throws NotOurs when there is a folder */
export async function refuseFolder(file: string): Promise<void> {
  const found = await lstat(file).catch(() => null);
  if (found?.isDirectory()) throw new NotOurs(file, 'is a folder', 'file');
}
