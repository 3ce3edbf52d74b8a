import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, ISessionContextDialogs } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { StaleNotebooks } from './notebooks.js';
import { IStaleCells } from './tokens.js';

const RERUN = 'jupyterlab-maturin:rerun-stale-cells';

/** Marks the cells that ran with another build than the one in use, and the command *Re-run Stale Cells*. */
export const staleCells: JupyterFrontEndPlugin<IStaleCells> = {
  id: 'jupyterlab-maturin:stale-cells',
  description: 'Marks cells whose results came from another build, and runs them again.',
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ICommandPalette, ISessionContextDialogs, ITranslator],
  provides: IStaleCells,
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    palette: ICommandPalette | null,
    dialogs: ISessionContextDialogs | null,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_maturin');
    const notebooks = new StaleNotebooks(trans, { dialogs, translator });
    app.docRegistry.addWidgetExtension('Notebook', notebooks);

    app.commands.addCommand(RERUN, {
      label: trans.__('Re-run Stale Cells'),
      caption: trans.__('Run the cells again whose results came from another build'),
      describedBy: { args: { type: 'object', properties: {} } },
      isEnabled: () =>
        tracker.currentWidget !== null && notebooks.staleIn(tracker.currentWidget).length > 0,
      execute: async () => {
        const panel = tracker.currentWidget;
        if (panel !== null) {
          await notebooks.run(panel, notebooks.staleIn(panel));
        }
      }
    });
    palette?.addItem({ command: RERUN, category: trans.__('Notebook Operations') });
    notebooks.changed.connect(() => app.commands.notifyCommandChanged(RERUN));
    tracker.currentChanged.connect(() => app.commands.notifyCommandChanged(RERUN));
    return notebooks;
  }
};
