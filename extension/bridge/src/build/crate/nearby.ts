import { readdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { sourceIn } from './source.js';
import type { CrateSource } from './source.js';

/** Directories that hold no crate of the user's, and may hold thousands of others'. */
const SKIPPED = new Set(['node_modules', 'target', '__pycache__']);

/** The nearest directory at or above `directory` that holds a package; a workspace's bare root holds none. */
export async function crateAround(directory: string): Promise<CrateSource | null> {
  for (let here = directory; ; here = dirname(here)) {
    const source = await sourceIn(here);
    if (source && 'package' in source.cargo) {
      return source;
    }
    if (here === dirname(here)) {
      return null;
    }
  }
}

/** The exercise of a notebook: `notebooks/A/B.ipynb` has `exercises/A/B`. `null` when there is none. */
export async function exerciseOf(notebook: string): Promise<CrateSource | null> {
  const parts = notebook.replace(/\.ipynb$/, '').split(sep);
  for (let at = parts.lastIndexOf('notebooks'); at >= 0;) {
    const exercise = [...parts.slice(0, at), 'exercises', ...parts.slice(at + 1)];
    const source = await sourceIn(exercise.join(sep) || sep);
    if (source) {
      return source;
    }
    at = at === 0 ? -1 : parts.lastIndexOf('notebooks', at - 1);
  }
  return null;
}

/** The directories one level below that hold a package, sorted. */
export async function cratesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries
      .filter(entry => !entry.name.startsWith('.') && !SKIPPED.has(entry.name))
      .filter(entry => entry.isDirectory() || entry.isSymbolicLink())
      .map(async entry => {
        const path = join(directory, entry.name);
        // A broken neighbour must not hide the others; it speaks up when it is named itself.
        const source = await sourceIn(path).catch(() => null);
        return source && 'package' in source.cargo ? path : null;
      })
  );
  return found.filter(path => path !== null).sort();
}
