import { crateNamedIn } from '../build-cell/source.js';
import { readCrate, type Crate } from '../crates/crate.js';
import { cratesNear } from '../crates/near-notebook.js';
import { joinPath, type ServerFiles } from '../crates/server-files.js';

/** What is looked at in a notebook to find its crate. */
export interface NotebookCells {
  /** Contents path. */
  notebook: string;
  /** The sources of all cells. */
  sources: string[];
  /** Index of the active cell. */
  active: number;
}

/** A build extension cell names a crate, but JupyterLab finds none in that place. */
export class NoCrateThere extends Error {
  constructor(readonly path: string) {
    super(`No crate at ${path}`);
  }
}

/**
 * Finds the crate that a reader of the notebook means: the one that the active cell builds, or else the nearest build
 * extension cell above it, or else the first one below it. Where no cell names a crate, it is the likeliest one near
 * the notebook, and `null` when there is none.
 *
 * `contentsPath` returns the contents path of an absolute path, and `undefined` for a path outside Jupyter's root.
 */
export async function crateOfNotebook(
  files: ServerFiles,
  { notebook, sources, active }: NotebookCells,
  contentsPath: (absolute: string) => string | undefined
): Promise<Crate | null> {
  const nearestFirst = [...sources.slice(0, active + 1).reverse(), ...sources.slice(active + 1)];
  const named = nearestFirst.map(crateNamedIn).find(crate => crate !== undefined);
  if (typeof named !== 'string') {
    return (await cratesNear(files, notebook))[0] ?? null;
  }
  const places = named.startsWith('/')
    ? [contentsPath(named)]
    : [joinPath(notebook, '..', named), inCourse(notebook, named)];
  for (const place of places) {
    const directory = place?.replace(/\/?Cargo\.toml$/, '');
    if (directory === undefined || directory.startsWith('..')) {
      continue;
    }
    const crate = await readCrate(files, directory);
    if (crate !== null) {
      return crate;
    }
  }
  throw new NoCrateThere(named);
}

/** `…/exercises/A/B` where a notebook below `…/notebooks` names the exercise `A/B`, as the bridge understands it. */
function inCourse(notebook: string, named: string): string | undefined {
  const parts = notebook.split('/');
  const at = parts.lastIndexOf('notebooks');
  return at === -1 || named.startsWith('.')
    ? undefined
    : joinPath(...parts.slice(0, at), 'exercises', named);
}
