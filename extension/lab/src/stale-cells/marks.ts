import type { Notebook } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import { type ISignal, Signal } from '@lumino/signaling';
import type { PanelLayout } from '@lumino/widgets';
import { StaleMark } from './mark.js';
import type { StaleCellsModel } from './model.js';

type Cell = Notebook['widgets'][number];

/** The marks at the stale cells of one notebook. They are in the page only: nothing of them gets into the notebook. */
export class StaleMarks {
  constructor(
    private readonly _notebook: Notebook,
    private readonly _model: StaleCellsModel,
    private readonly _trans: TranslationBundle
  ) {
    _model.changed.connect(this._update, this);
    _notebook.modelChanged.connect(this._followCells, this);
    _notebook.disposed.connect(() => Signal.clearData(this));
    this._followCells();
  }

  /** Emits when there may be other stale cells than before. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** The stale cells, from the top of the notebook. */
  get cells(): Cell[] {
    return this._notebook.widgets.filter(cell => this._isStale(cell));
  }

  private _isStale(cell: Cell): boolean {
    return cell.model.type === 'code' && this._model.cells.has(cell.model.id);
  }

  private readonly _followCells = (): void => {
    // A cell that is moved gets a new widget.
    this._notebook.model?.cells.changed.connect(this._update, this);
    this._update();
  };

  private readonly _update = (): void => {
    for (const cell of this._notebook.widgets) {
      this._mark(cell);
    }
    this._changed.emit();
  };

  private _mark(cell: Cell): void {
    const stale = this._isStale(cell) ? this._model.cells.get(cell.model.id) : undefined;
    cell.toggleClass('jp-MaturinStale-cell', stale !== undefined);
    const mark = this._marks.get(cell);
    if (stale === undefined) {
      mark?.dispose();
      this._marks.delete(cell);
    } else if (mark !== undefined) {
      mark.explain(stale);
    } else {
      const added = new StaleMark(this._trans);
      added.explain(stale);
      this._marks.set(cell, added);
      // A cell that was not in view yet is a placeholder that has no input area.
      void cell.ready.then(() => {
        if (!cell.isDisposed && !added.isDisposed) {
          insertBeforeOutputs(cell, added);
        }
      });
    }
  }

  private readonly _changed = new Signal<this, void>(this);
  private readonly _marks = new WeakMap<Cell, StaleMark>();
}

function insertBeforeOutputs(cell: Cell, mark: StaleMark): void {
  const layout = cell.layout as PanelLayout;
  const at = layout.widgets.findIndex(part => part.hasClass('jp-Cell-outputWrapper'));
  layout.insertWidget(at < 0 ? layout.widgets.length : at, mark);
}
