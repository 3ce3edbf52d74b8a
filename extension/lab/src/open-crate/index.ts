import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { serverFiles } from '../crates/server-files.js';
import { notifyError, notifyWarning } from '../notifications.js';
import { ISourceOpener } from '../open-source/tokens.js';
import { NoCrateThere, crateOfNotebook } from './crate-of-notebook.js';

const OPEN = 'jupyterlab-maturin:open-crate-source';

/** The command *Open Crate Source*, which shows the notebook's Rust beside it. */
export const openCrate: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-maturin:open-crate',
  description: 'Opens the source of a notebook’s crate beside the notebook.',
  autoStart: true,
  requires: [INotebookTracker, ISourceOpener],
  optional: [ICommandPalette, ITranslator],
  activate: (
    app,
    notebooks: INotebookTracker,
    sources: ISourceOpener,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_maturin');
    const { contents } = app.serviceManager;

    app.commands.addCommand(OPEN, {
      label: trans.__('Open Crate Source'),
      caption: trans.__('Open the source of the crate that this notebook builds'),
      describedBy: { args: { type: 'object', properties: {} } },
      isEnabled: () => notebooks.currentWidget !== null,
      execute: async () => {
        const panel = notebooks.currentWidget;
        if (panel === null) {
          notifyWarning(
            trans.__(
              'Open a notebook first: this command shows the source of the crate that it builds.'
            )
          );
          return;
        }
        try {
          const crate = await crateOfNotebook(
            serverFiles(contents),
            {
              notebook: contents.localPath(panel.context.path),
              sources: panel.content.widgets.map(cell => cell.model.sharedModel.getSource()),
              active: panel.content.activeCellIndex
            },
            path => sources.contentsPath(path)
          );
          if (crate === null) {
            notifyWarning(
              trans.__(
                'No crate was found near %1. Insert a build extension cell that names the crate.',
                panel.context.path
              )
            );
            return;
          }
          await sources.open(crate.source);
        } catch (error) {
          notifyError(
            error instanceof NoCrateThere
              ? trans.__(
                  'The build extension cell names %1, but JupyterLab finds no crate there. Check the path. A crate outside the folder that JupyterLab was started in cannot be opened here.',
                  error.path
                )
              : error
          );
        }
      }
    });
    palette?.addItem({
      command: OPEN,
      category: trans.__('Notebook Operations')
    });
    notebooks.currentChanged.connect(() => app.commands.notifyCommandChanged(OPEN));
  }
};
