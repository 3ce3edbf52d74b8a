import { PathExt } from '@jupyterlab/coreutils';
import type { Notebook } from '@jupyterlab/notebook';
import { LOAD_SOURCE, buildSource, loadsExtension } from '../build-cell/source.js';

/**
 * Inserts a build extension cell below the active one, and a cell that loads the extension above that when the
 * notebook has none. One step of undo. The new cell becomes the active one.
 *
 * `path` is what `%build_extension` is given.
 */
export function insertBuildCell(notebook: Notebook, path: string): void {
  const { model } = notebook;
  if (model === null) {
    return;
  }
  const sources = [...model.cells].map(cell => cell.sharedModel.getSource());
  const wanted = sources.some(loadsExtension)
    ? [buildSource(path)]
    : [LOAD_SOURCE, buildSource(path)];
  const at = notebook.widgets.length === 0 ? 0 : notebook.activeCellIndex + 1;
  model.sharedModel.transact(() => {
    model.sharedModel.insertCells(
      at,
      wanted.map(source => ({
        cell_type: 'code',
        source,
        metadata: { trusted: true }
      }))
    );
  });
  notebook.activeCellIndex = at + wanted.length - 1;
  notebook.deselectAll();
  void notebook.scrollToItem(notebook.activeCellIndex);
}

/** How a notebook writes the path of a crate: relative to the notebook's own folder. */
export function pathFromNotebook(notebook: string, directory: string): string {
  return PathExt.relative(PathExt.dirname(notebook), directory) || '.';
}
