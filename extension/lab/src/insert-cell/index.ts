import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { cratesNear } from '../crates/near-notebook.js';
import { serverFiles } from '../crates/server-files.js';
import { buildIcon } from './icon.js';
import { notifyError, notifyWarning } from '../notifications.js';
import { chooseCratePath } from './crate-dialog.js';
import { insertBuildCell, pathFromNotebook } from './insert.js';

const INSERT = 'jupyterlab-maturin:insert-build-cell';

/** The command *Insert Build Extension Cell*: in the notebook's toolbar, the palette and the cells' context menu. */
export const insertCell: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-maturin:insert-cell',
  description: 'Inserts a cell that builds a crate near the notebook.',
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ICommandPalette, ITranslator],
  activate: (
    app,
    notebooks: INotebookTracker,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_maturin');
    const { contents } = app.serviceManager;

    app.commands.addCommand(INSERT, {
      label: trans.__('Insert Build Extension Cell'),
      caption: trans.__('Insert a cell that builds a crate near this notebook'),
      icon: buildIcon,
      describedBy: { args: { type: 'object', properties: {} } },
      isEnabled: () => notebooks.currentWidget !== null,
      execute: async () => {
        const panel = notebooks.currentWidget;
        if (panel === null) {
          notifyWarning(
            trans.__('Open a notebook first: a build extension cell can only be inserted into one.')
          );
          return;
        }
        if (panel.content.model?.readOnly === true) {
          notifyWarning(trans.__('No cell can be inserted: %1 is read-only.', panel.context.path));
          return;
        }
        const notebook = contents.localPath(panel.context.path);
        try {
          const chosen = await chooseCratePath(
            await cratesNear(serverFiles(contents), notebook),
            directory => pathFromNotebook(notebook, directory),
            trans
          );
          if (chosen !== null && !panel.isDisposed) {
            insertBuildCell(panel.content, chosen);
            app.shell.activateById(panel.id);
          }
        } catch (error) {
          notifyError(error);
        }
      }
    });
    palette?.addItem({
      command: INSERT,
      category: trans.__('Notebook Cell Operations')
    });

    // The toolbar asks only once whether its button is enabled, but that changes when a notebook is opened or closed.
    notebooks.currentChanged.connect(() => app.commands.notifyCommandChanged(INSERT));
  }
};
