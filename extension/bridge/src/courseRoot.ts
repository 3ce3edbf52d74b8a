import path from 'node:path';

import { isFolder } from './foreign/folders.js';

/** Returns the nearest parent of `from` (`from` included) that holds a course, or `null`. */
export function findCourseRoot(from: string): string | null {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (isFolder(path.join(folder, 'exercises')) && isFolder(path.join(folder, 'notebooks'))) {
      return folder;
    }
    if (folder === path.dirname(folder)) return null;
  }
}
