import { lstat } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { isGenerationManifest, type GenerationManifest } from '@jupyterlab-maturin/protocol';
import { isOurs, isWritableForOthers, readOurs } from '../../foreign/ours.js';
import { MANIFEST, UnfitContents, contentsOf } from './contents.js';

/** Reads a generation's manifest. Returns `null` when it is missing, broken or somebody else's. */
export async function readManifest(directory: string): Promise<GenerationManifest | null> {
  try {
    const manifest: unknown = JSON.parse((await readOurs(join(directory, MANIFEST))) ?? 'null');
    return isGenerationManifest(manifest) && isInside(manifest.library) ? manifest : null;
  } catch {
    return null;
  }
}

/** Whether a path that a manifest names stays in the generation's folder. */
function isInside(file: string): boolean {
  const path = normalize(file);
  return !isAbsolute(path) && !/^\.\.(?:\/|$)/.test(path) && !path.includes('\0');
}

/**
 * Looks at a generation before it is handed out again: its code will run as the user.
 *
 * The files are read each time, and their times are not asked: these can be set to anything. Reading 5 MB takes about
 * 8 ms.
 *
 * @returns why it cannot be used, which completes "because …"; `null` when it is the user's own and as it was written
 */
export async function faultOf(directory: string): Promise<string | null> {
  const found = await lstat(directory).catch(() => null);
  if (found === null) return 'it is gone';
  if (!found.isDirectory()) return found.isSymbolicLink() ? 'it is a link' : 'it is no folder';
  if (!isOurs(found)) return 'it belongs to another user';
  // On a file system without permissions everything looks as if everybody could write to it, our own folder around it, too.
  if (isWritableForOthers(found) && !isWritableForOthers(await lstat(dirname(directory)))) {
    return 'other users could write to it';
  }
  const manifest = await readManifest(directory);
  if (manifest === null) return `its ${MANIFEST} is missing, or was not written by this version`;
  try {
    return (await contentsOf(directory)) === manifest.contents
      ? null
      : 'its files are not those that were written';
  } catch (error) {
    if (error instanceof UnfitContents) return error.message;
    return `its files could not be read (${(error as NodeJS.ErrnoException).code})`;
  }
}
