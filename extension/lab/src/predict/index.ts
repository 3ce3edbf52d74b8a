import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ISessionContextDialogs } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { ISourceOpener } from '../open-source/tokens.js';
import { addTaskRenderer } from '../task-output/plugin.js';
import { predictionKind } from './kind.js';
import { PredictionNotebooks } from './notebooks.js';

/** The outputs of `%%predict` cells: one chooses what the cell below will show, and then it runs. */
export const predictions: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-maturin:predict-output',
  description:
    'Shows the questions of predict cells, runs the cell below once something was chosen, and says whether that was right.',
  autoStart: true,
  requires: [IRenderMimeRegistry, INotebookTracker, ISourceOpener],
  optional: [ISessionContextDialogs, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    registry: IRenderMimeRegistry,
    tracker: INotebookTracker,
    sources: ISourceOpener,
    dialogs: ISessionContextDialogs | null,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_maturin');
    const notebooks = new PredictionNotebooks(tracker, trans, { dialogs, translator });
    app.docRegistry.addWidgetExtension('Notebook', notebooks);
    addTaskRenderer(registry, predictionKind(notebooks), { sources, staleCells: null, trans });
  }
};
