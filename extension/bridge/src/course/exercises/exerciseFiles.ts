import { cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Made by tools; never part of an exercise. */
const MADE_BY_TOOLS = new Set([
  'target',
  '__pycache__',
  '.pytest_cache',
  '.ipynb_checkpoints',
  '.git',
  '.DS_Store'
]);

/**
 * Returns the files below `folder`, relative to it and with `/`, in order. What tools make is left out. A folder that
 * does not exist has none.
 */
export function filesBelow(folder: string): string[] {
  const found: string[] = [];
  const walk = (relative: string): void => {
    const here = path.join(folder, relative);
    for (const entry of readdirSync(here, { withFileTypes: true })) {
      if (MADE_BY_TOOLS.has(entry.name)) continue;
      const name = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      else if (entry.isFile() && !name.endsWith('.pyc')) found.push(name);
    }
  };
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) walk('');
  return found.sort();
}

/** Copies files, given relative to `from`, to the same places below `to`. */
export function copyFiles(files: readonly string[], from: string, to: string): void {
  for (const file of files) copyFile(path.join(from, file), path.join(to, file));
}

/** Copies a file, and makes the folders that `to` is in. */
export function copyFile(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, to);
}
