import { readCrate, type Crate } from './crate.js';
import { join, type Tree } from './tree.js';

/** Folders that hold no crate of the user's own. */
const SKIPPED = /^\.|^(target|node_modules|__pycache__)$/;

/** Folders looked into one level below another, at most: each costs a request. */
const MOST_FOLDERS = 60;

/**
 * The crates near a notebook, the likeliest first, each once:
 *
 * 1. the exercise with the notebook's own path (`notebooks/A/B.ipynb` ↔ `exercises/A/B`);
 * 2. the notebook's folder, then its parents up to Jupyter's root;
 * 3. the folders one level below the notebook's own;
 * 4. the neighbours of 1 (`exercises/A/*`), for a notebook that is no exercise itself.
 */
export async function cratesNear(tree: Tree, notebook: string): Promise<Crate[]> {
  const folder = join(notebook, '..');
  const mirrored = mirroredFolder(notebook);
  const found = new Map<string, Crate>();
  const add = (crate: Crate | null): void => {
    if (crate !== null && !found.has(crate.directory)) {
      found.set(crate.directory, crate);
    }
  };

  if (mirrored !== null) {
    add(await readCrate(tree, mirrored));
  }
  for (const directory of ancestors(folder)) {
    add(await readCrate(tree, directory));
  }
  for (const crate of await cratesBelow(tree, folder)) {
    add(crate);
  }
  if (mirrored !== null && found.size === 0) {
    for (const crate of await cratesBelow(tree, join(mirrored, '..'))) {
      add(crate);
    }
  }
  return [...found.values()];
}

/** `exercises/A/B` for `notebooks/A/B.ipynb`, under whatever stands before; `null` for other notebooks. */
export function mirroredFolder(notebook: string): string | null {
  const parts = notebook.replace(/\.ipynb$/, '').split('/');
  const at = parts.lastIndexOf('notebooks');
  if (at === -1 || at === parts.length - 1) {
    return null;
  }
  return parts.with(at, 'exercises').join('/');
}

async function cratesBelow(tree: Tree, directory: string): Promise<Crate[]> {
  const folders = (await tree.list(directory))
    .filter(entry => entry.directory && !SKIPPED.test(entry.name))
    .map(entry => join(directory, entry.name))
    .sort()
    .slice(0, MOST_FOLDERS);
  const crates = await Promise.all(folders.map(folder => readCrate(tree, folder)));
  return crates.filter(crate => crate !== null);
}

/** The folder itself, then every one above it, the root (`''`) last. */
function ancestors(folder: string): string[] {
  const all = [folder];
  for (let path = folder; path !== '';) {
    path = path.split('/').slice(0, -1).join('/');
    all.push(path);
  }
  return all;
}
