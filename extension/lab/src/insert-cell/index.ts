import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { cratesNear } from '../crates/near.js';
import { contentsTree } from '../crates/tree.js';
import { buildIcon } from '../icon.js';
import { complain, warn } from '../notice.js';
import { choosePath } from './choose.js';
import { insertBuildCell, pathFromNotebook } from './insert.js';

const INSERT = 'jupyterlab-maturin:insert-build-cell';

/** *Insert Build Extension Cell*: in the notebook's toolbar, the palette and the cells' context menu. */
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
          warn(trans.__('A build extension cell goes into a notebook: open one first.'));
          return;
        }
        if (panel.content.model?.readOnly === true) {
          warn(trans.__('%1 is read-only: no cell can be inserted.', panel.context.path));
          return;
        }
        const notebook = contents.localPath(panel.context.path);
        try {
          const chosen = await choosePath(
            await cratesNear(contentsTree(contents), notebook),
            directory => pathFromNotebook(notebook, directory),
            trans
          );
          if (chosen !== null && !panel.isDisposed) {
            insertBuildCell(panel.content, chosen);
            app.shell.activateById(panel.id);
          }
        } catch (error) {
          complain(error);
        }
      }
    });
    palette?.addItem({
      command: INSERT,
      category: trans.__('Notebook Cell Operations')
    });

    // The toolbar asks once whether its button is enabled; a notebook that comes or goes changes the answer.
    notebooks.currentChanged.connect(() => app.commands.notifyCommandChanged(INSERT));
  }
};
