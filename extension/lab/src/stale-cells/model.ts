import { isStaleCells, type StaleCell } from '@jupyterlab-maturin/protocol';
import { type ISignal, Signal } from '@lumino/signaling';

/** The stale cells of one kernel, as it said last. They may be of another notebook, or deleted by now. */
export class StaleCellsModel {
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** What is known of each stale cell, by the cell's id. */
  get cells(): ReadonlyMap<string, StaleCell> {
    return this._cells;
  }

  /** Takes in what the kernel sent; what is not a list of stale cells is ignored. */
  receive(data: unknown): void {
    if (isStaleCells(data)) {
      this._replace(data.cells);
    }
  }

  /** Forgets all cells: the kernel that knew them is gone. */
  clear(): void {
    this._replace([]);
  }

  private _replace(cells: readonly StaleCell[]): void {
    if (cells.length > 0 || this._cells.size > 0) {
      this._cells = new Map(cells.map(cell => [cell.id, cell]));
      this._changed.emit();
    }
  }

  private readonly _changed = new Signal<this, void>(this);
  private _cells = new Map<string, StaleCell>();
}
