import { BUILD_MIME, STALE_CELLS_TARGET } from '@jupyterlab-maturin/protocol';
import type { ISessionContextDialogs } from '@jupyterlab/apputils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import {
  type INotebookModel,
  type Notebook,
  NotebookActions,
  type NotebookPanel
} from '@jupyterlab/notebook';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import { type ISignal, Signal } from '@lumino/signaling';
import { listenToKernel } from '../kernel-comm.js';
import { showsOutput } from '../notebook-outputs.js';
import { StaleMarks } from './marks.js';
import { StaleCellsModel } from './model.js';
import type { IStaleCells } from './tokens.js';

type Context = DocumentRegistry.IContext<INotebookModel>;
type Cells = Notebook['widgets'];

/** All open notebooks, each with what its kernel says of its cells. */
export class StaleNotebooks
  implements IStaleCells, DocumentRegistry.IWidgetExtension<NotebookPanel, INotebookModel>
{
  constructor(
    private readonly _trans: TranslationBundle,
    private readonly _forRunning: {
      dialogs: ISessionContextDialogs | null;
      translator: ITranslator | null;
    }
  ) {}

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  createNew(panel: NotebookPanel, context: Context): void {
    const marks = new StaleMarks(panel.content, this._modelOf(context), this._trans);
    marks.changed.connect(() => this._changed.emit());
    this._marks.set(panel, marks);
    panel.disposed.connect(() => this._marks.delete(panel));
  }

  /** The stale cells of a notebook, from its top. */
  staleIn(panel: NotebookPanel): Cells {
    return this._marks.get(panel)?.cells ?? [];
  }

  isStale(id: string): boolean {
    return [...this._marks.values()].some(({ cells }) => cells.some(cell => cell.model.id === id));
  }

  async rerun(ids: readonly string[]): Promise<void> {
    for (const panel of this._marks.keys()) {
      const cells = this.staleIn(panel).filter(cell => ids.includes(cell.model.id));
      if (cells.length > 0) {
        return this.run(panel, cells);
      }
    }
  }

  /** Runs cells in the order given, as *Run All Cells* does: the first error ends it. */
  async run(panel: NotebookPanel, cells: Cells): Promise<void> {
    const { dialogs, translator } = this._forRunning;
    await NotebookActions.runCells(
      panel.content,
      cells,
      panel.sessionContext,
      dialogs ?? undefined,
      translator ?? undefined
    );
  }

  /** Two views of one notebook share the model, because they share the connection to the kernel. */
  private _modelOf(context: Context): StaleCellsModel {
    const known = this._models.get(context);
    if (known !== undefined) {
      return known;
    }
    const model = new StaleCellsModel();
    this._models.set(context, model);
    void context.ready.then(() =>
      listenToKernel(context.sessionContext, STALE_CELLS_TARGET, model, () =>
        showsOutput(context.model, BUILD_MIME)
      )
    );
    return model;
  }

  private readonly _changed = new Signal<this, void>(this);
  private readonly _marks = new Map<NotebookPanel, StaleMarks>();
  private readonly _models = new WeakMap<Context, StaleCellsModel>();
}
