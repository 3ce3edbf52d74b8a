import { crateNamedIn } from '../build-cell/source.js';
import { readCrate, type Crate } from '../crates/crate.js';
import { cratesNear } from '../crates/near.js';
import { join, type Tree } from '../crates/tree.js';

/** A notebook as far as finding its crate goes. */
export interface BuildCells {
  /** Contents path. */
  notebook: string;
  /** The sources of all cells. */
  sources: string[];
  /** Index of the active cell. */
  active: number;
}

/** The crate was named by a cell, and there is none in that place. */
export class NoCrateThere extends Error {
  constructor(readonly path: string) {
    super(`No crate at ${path}`);
  }
}

/**
 * The crate that a reader of the notebook means: of the active build extension cell, else of the nearest one
 * above it, else of the first one below, else the likeliest crate near the notebook. `null` when there is none.
 *
 * `contentsPath` maps an absolute path to a contents path, `undefined` outside Jupyter's root.
 */
export async function crateOfNotebook(
  tree: Tree,
  { notebook, sources, active }: BuildCells,
  contentsPath: (absolute: string) => string | undefined
): Promise<Crate | null> {
  const nearest = [...sources.slice(0, active + 1).reverse(), ...sources.slice(active + 1)];
  const named = nearest.map(crateNamedIn).find(crate => crate !== undefined);
  if (typeof named !== 'string') {
    return (await cratesNear(tree, notebook))[0] ?? null;
  }
  const directory = (
    named.startsWith('/') ? contentsPath(named) : join(notebook, '..', named)
  )?.replace(/\/?Cargo\.toml$/, '');
  if (directory === undefined || directory.startsWith('..')) {
    throw new NoCrateThere(named);
  }
  const crate = await readCrate(tree, directory);
  if (crate === null) {
    throw new NoCrateThere(named);
  }
  return crate;
}
