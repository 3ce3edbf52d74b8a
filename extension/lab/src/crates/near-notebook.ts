import { readCrate, type Crate } from './crate.js';
import { joinPath, type ServerFiles } from './server-files.js';

/** Folders that hold no crate of the user's own. */
const NOT_SEARCHED = /^\.|^(target|node_modules|__pycache__)$/;

/** At most this many folders below another one are looked into, because each costs a request. */
const MOST_FOLDERS = 60;

/**
 * The crates near a notebook, the likeliest first, each once:
 *
 * 1. the exercise with the notebook's own path (`notebooks/A/B.ipynb` ↔ `exercises/A/B`);
 * 2. the notebook's folder, then its parents up to Jupyter's root;
 * 3. the folders one level below the notebook's own;
 * 4. the folders beside 1 (`exercises/A/*`), where the notebook belongs to no exercise and 2 and 3 gave nothing.
 */
export async function cratesNear(files: ServerFiles, notebook: string): Promise<Crate[]> {
  const folder = joinPath(notebook, '..');
  const mirrored = mirroredFolder(notebook);
  const found = new Map<string, Crate>();
  const add = (crate: Crate | null): void => {
    if (crate !== null && !found.has(crate.directory)) {
      found.set(crate.directory, crate);
    }
  };

  if (mirrored !== null) {
    add(await readCrate(files, mirrored));
  }
  for (const directory of ancestors(folder)) {
    add(await readCrate(files, directory));
  }
  for (const crate of await cratesBelow(files, folder)) {
    add(crate);
  }
  if (mirrored !== null && found.size === 0) {
    for (const crate of await cratesBelow(files, joinPath(mirrored, '..'))) {
      add(crate);
    }
  }
  return [...found.values()];
}

/** `…/exercises/A/B` for `…/notebooks/A/B.ipynb`; `null` for a notebook that is not below a folder `notebooks`. */
export function mirroredFolder(notebook: string): string | null {
  const parts = notebook.replace(/\.ipynb$/, '').split('/');
  const at = parts.lastIndexOf('notebooks');
  if (at === -1 || at === parts.length - 1) {
    return null;
  }
  return parts.with(at, 'exercises').join('/');
}

async function cratesBelow(files: ServerFiles, directory: string): Promise<Crate[]> {
  const folders = (await files.list(directory))
    .filter(entry => entry.directory && !NOT_SEARCHED.test(entry.name))
    .map(entry => joinPath(directory, entry.name))
    .sort()
    .slice(0, MOST_FOLDERS);
  const crates = await Promise.all(folders.map(folder => readCrate(files, folder)));
  return crates.filter(crate => crate !== null);
}

/** The folder itself and every one above it; the root (`''`) comes last. */
function ancestors(folder: string): string[] {
  const all = [folder];
  for (let path = folder; path !== '';) {
    path = path.split('/').slice(0, -1).join('/');
    all.push(path);
  }
  return all;
}
