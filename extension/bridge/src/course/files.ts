import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** What tools leave behind: never part of an exercise. */
const LEFT_BEHIND = new Set([
  'target',
  '__pycache__',
  '.pytest_cache',
  '.ipynb_checkpoints',
  '.git',
  '.DS_Store'
]);

/** Returns the files below `folder`, relative to it with `/`, in order; none when it does not exist. */
export function filesBelow(folder: string): string[] {
  const found: string[] = [];
  const walk = (relative: string): void => {
    const here = path.join(folder, relative);
    for (const entry of readdirSync(here, { withFileTypes: true })) {
      if (LEFT_BEHIND.has(entry.name)) continue;
      const name = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      else if (entry.isFile() && !name.endsWith('.pyc')) found.push(name);
    }
  };
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) walk('');
  return found.sort();
}
