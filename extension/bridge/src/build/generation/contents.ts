import { createHash } from 'node:crypto';
import { constants, type Dirent } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isOurs } from '../../foreign/ours.js';

/** The file in each generation that says which build made it. */
export const MANIFEST = 'jupyterlab-maturin.json';

/**
 * What may be written into a generation after it was made: its manifest, which holds the digest, and the list of what
 * its module shows, from the first kernel that loads it.
 */
const ADDED_LATER = /^(?:jupyterlab-maturin|\.?jupyterlab-maturin-surface)\.json(?:\.\d+)?$/;

/** Something in a generation's folder with which the generation cannot be used. The message completes "because …". */
export class UnfitContents extends Error {
  override readonly name = 'UnfitContents';
}

/**
 * Returns a SHA-256 over the names and contents of all files of a generation. The kernel computes the same
 * (`reload/look.py`). What Python keeps in `__pycache__` does not count: it changes with every import.
 *
 * @throws UnfitContents when there is a link, or something of another user's
 */
export async function contentsOf(directory: string): Promise<string> {
  const files = await filesBelow(directory, '');
  const whole = createHash('sha256');
  for (const path of files.sort(byBytes)) {
    whole.update(`${path}\0${await digestOf(join(directory, path))}\n`);
  }
  return whole.digest('hex');
}

async function filesBelow(directory: string, inside: string): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(join(directory, inside), { withFileTypes: true })) {
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
    await refuseUnfit(join(directory, path), path, entry);
    if (entry.isDirectory()) {
      const inner = await filesBelow(directory, path);
      if (entry.name !== '__pycache__') files.push(...inner);
    } else if (!ADDED_LATER.test(path)) {
      files.push(path);
    }
  }
  return files;
}

async function refuseUnfit(file: string, path: string, entry: Dirent): Promise<void> {
  if (!entry.isFile() && !entry.isDirectory()) {
    const kind = entry.isSymbolicLink() ? 'a link' : 'neither a file nor a folder';
    throw new UnfitContents(`${path} in it is ${kind}`);
  }
  if (!isOurs(await lstat(file))) {
    throw new UnfitContents(`${path} in it belongs to another user`);
  }
}

async function digestOf(file: string): Promise<string> {
  const digest = createHash('sha256');
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(file, flags);
  for await (const chunk of handle.createReadStream({ highWaterMark: 1 << 20 })) {
    digest.update(chunk as Buffer);
  }
  return digest.digest('hex');
}

function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
