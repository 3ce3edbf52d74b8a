import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { makeFolders } from '../../foreign/folders.js';

/**
 * Writes a file of a course: beside its place and then moved, so that it is never half written. The name beside is one
 * that nobody can know, and must be free: a link that waits there is not written through.
 */
export function writeFile(root: string, file: string, content: Buffer): void {
  const target = path.join(root, file);
  const folder = path.dirname(target);
  makeFolders(folder);
  const beside = path.join(folder, `.new-${randomBytes(8).toString('hex')}`);
  try {
    writeFileSync(beside, content, { flag: 'wx' });
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
