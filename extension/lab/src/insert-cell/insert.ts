import { PathExt } from '@jupyterlab/coreutils';
import type { Notebook } from '@jupyterlab/notebook';
import { LOAD_SOURCE, buildSource, loadsExtension } from '../build-cell/source.js';

/**
 * Inserts a build extension cell for the crate at `path` below the active cell, and makes it the active one.
 *
 * When no cell of the notebook loads the extension, a cell that does is inserted above it. One undo removes both.
 */
export function insertBuildCell(notebook: Notebook, path: string): void {
  const { model } = notebook;
  if (model === null) {
    return;
  }
  const sources = [...model.cells].map(cell => cell.sharedModel.getSource());
  const newSources = sources.some(loadsExtension)
    ? [buildSource(path)]
    : [LOAD_SOURCE, buildSource(path)];
  const at = notebook.widgets.length === 0 ? 0 : notebook.activeCellIndex + 1;
  model.sharedModel.transact(() => {
    model.sharedModel.insertCells(
      at,
      newSources.map(source => ({
        cell_type: 'code',
        source,
        metadata: { trusted: true }
      }))
    );
  });
  notebook.activeCellIndex = at + newSources.length - 1;
  notebook.deselectAll();
  void notebook.scrollToItem(notebook.activeCellIndex);
}

/** The path of a crate's directory as a cell of the notebook writes it: relative to the notebook's folder. */
export function pathFromNotebook(notebook: string, directory: string): string {
  return PathExt.relative(PathExt.dirname(notebook), directory) || '.';
}
