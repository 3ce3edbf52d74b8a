import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { INotebookTracker, type INotebookModel } from '@jupyterlab/notebook';
import { JSONExt, type JSONObject } from '@lumino/coreutils';
import { loadsExtension } from '../build-cell/source.js';

/** Opening a notebook does not mark it as changed, whatever version of Python its kernel runs. */
export const openNotebook: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-maturin:open-notebook',
  description:
    'Does not count it as a change when a notebook that loads the extension is opened with another version of Python.',
  autoStart: true,
  requires: [INotebookTracker],
  activate: (_app, notebooks: INotebookTracker) => {
    notebooks.widgetAdded.connect((_, panel) => leaveUnmarked(panel.context.model));
  }
};

/**
 * When a kernel starts, JupyterLab writes the kernel's description of its language into the notebook and marks the
 * notebook as changed if anything differs. The description holds the exact version of Python, so no file can hold
 * what every reader's kernel will say.
 */
function leaveUnmarked(model: INotebookModel): void {
  model.metadataChanged.connect((_, { key, oldValue, newValue }) => {
    // JupyterLab marks the notebook after this signal: what is marked already holds somebody's edits.
    if (
      !model.dirty &&
      key === 'language_info' &&
      onlyVersionDiffers(oldValue as JSONObject, newValue as JSONObject) &&
      model.sharedModel.cells.some(cell => loadsExtension(cell.getSource()))
    ) {
      queueMicrotask(() => {
        model.dirty = false;
      });
    }
  });
}

function onlyVersionDiffers(one: JSONObject, other: JSONObject): boolean {
  return JSONExt.deepEqual({ ...one, version: '' }, { ...other, version: '' });
}
