import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { contentsTree } from '../crates/tree.js';
import { complain, warn } from '../notice.js';
import { ISourceOpener } from '../open-source/tokens.js';
import { NoCrateThere, crateOfNotebook } from './find.js';

const OPEN = 'jupyterlab-maturin:open-crate-source';

/** *Open Crate Source*: the Rust beside the notebook. */
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
          warn(trans.__('Open a notebook first: its crate is opened beside it.'));
          return;
        }
        try {
          const crate = await crateOfNotebook(
            contentsTree(contents),
            {
              notebook: contents.localPath(panel.context.path),
              sources: panel.content.widgets.map(cell => cell.model.sharedModel.getSource()),
              active: panel.content.activeCellIndex
            },
            path => sources.known(path)
          );
          if (crate === null) {
            warn(
              trans.__(
                'No crate was found near %1. Insert a build extension cell that names one.',
                panel.context.path
              )
            );
            return;
          }
          await sources.open(crate.source);
        } catch (error) {
          complain(
            error instanceof NoCrateThere
              ? trans.__(
                  'The build extension cell names %1, but JupyterLab finds no crate there: check the path, or open the file another way if it lies outside the folder that JupyterLab was started in.',
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
