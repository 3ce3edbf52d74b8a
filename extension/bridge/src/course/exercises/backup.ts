import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { makeFolders } from '../../foreign/folders.js';

/** The folder in the course's root that keeps what a reset or an update replaced. */
export const BACKUP = '.backup';

/**
 * Makes a folder `.backup/<about>/<date>` that nobody else has, and returns its path. It is as readable for others as
 * the course is: people who share a course share its backups.
 *
 * @param about an exercise's id, or another relative path
 */
export function backupFolder(root: string, about: string): string {
  const parent = path.join(root, BACKUP, about);
  makeFolders(parent);
  const name = new Date()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  for (let count = 1; ; count += 1) {
    const folder = path.join(parent, count === 1 ? name : `${name}-${count}`);
    try {
      mkdirSync(folder);
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
