import { PREDICT_MIME, PREDICTIONS_TARGET } from '@jupyterlab-maturin/protocol';
import type { ISessionContextDialogs } from '@jupyterlab/apputils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import {
  type INotebookModel,
  type INotebookTracker,
  NotebookActions,
  type NotebookPanel
} from '@jupyterlab/notebook';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import { type ISignal, Signal } from '@lumino/signaling';
import { listenToKernel } from '../kernel-comm.js';
import { showsOutput } from '../notebook-outputs.js';
import { PredictionsModel } from './model.js';
import { cellBelow, endedBadly, findPlace, showOutputs } from './place.js';
import type { IPredictions } from './tokens.js';

type Context = DocumentRegistry.IContext<INotebookModel>;

/** All open notebooks, each with the questions that its kernel waits for an answer to. */
export class PredictionNotebooks
  implements IPredictions, DocumentRegistry.IWidgetExtension<NotebookPanel, INotebookModel>
{
  constructor(
    private readonly _tracker: INotebookTracker,
    private readonly _trans: TranslationBundle,
    private readonly _forRunning: {
      dialogs: ISessionContextDialogs | null;
      translator: ITranslator | null;
    }
  ) {}

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Two views of one notebook share the model, because they share the connection to the kernel. */
  createNew(_panel: NotebookPanel, context: Context): void {
    if (this._models.has(context)) {
      return;
    }
    const model = new PredictionsModel(this._trans);
    model.changed.connect(() => this._changed.emit());
    this._models.set(context, model);
    context.disposed.connect(() => this._models.delete(context));
    void context.ready.then(() => {
      model.send = listenToKernel(context.sessionContext, PREDICTIONS_TARGET, model, () =>
        showsOutput(context.model, PREDICT_MIME)
      );
    });
  }

  isOpen(id: string): boolean {
    return [...this._models.values()].some(({ open }) => open.has(id));
  }

  isRunning(id: string): boolean {
    return this._running.has(id);
  }

  async choose(id: string, choice: number, node: HTMLElement): Promise<void> {
    const place = findPlace(this._tracker, id, node);
    const model = place === null ? undefined : this._models.get(place.panel.context);
    if (place === null || model === undefined) {
      throw new Error(this._trans.__('The notebook that asks this is not open any more.'));
    }
    const below = cellBelow(place);
    if (below === null) {
      throw new Error(
        this._trans.__('There is no code cell below this one. Add one that shows what happens.')
      );
    }
    this._setRunning(id, true);
    try {
      showOutputs(place, id, await model.tell({ id, choice, failed: false }));
      const { content, sessionContext } = place.panel;
      if (document.activeElement === document.body) {
        content.activate(); // the button that had the keyboard's focus is gone
      }
      const { dialogs, translator } = this._forRunning;
      await NotebookActions.runCells(
        content,
        [below],
        sessionContext,
        dialogs ?? undefined,
        translator ?? undefined
      );
      const failed = below.isDisposed || endedBadly(below);
      showOutputs(place, id, await model.tell({ id, choice: null, failed }));
    } finally {
      this._setRunning(id, false);
    }
  }

  private _setRunning(id: string, running: boolean): void {
    if (running) {
      this._running.add(id);
    } else {
      this._running.delete(id);
    }
    this._changed.emit();
  }

  private readonly _changed = new Signal<this, void>(this);
  private readonly _models = new Map<Context, PredictionsModel>();
  private readonly _running = new Set<string>();
}
