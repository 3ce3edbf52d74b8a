import { PREDICT_MIME } from '@jupyterlab-maturin/protocol';
import type { CodeCell } from '@jupyterlab/cells';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';

/** Where a question is asked. */
export interface Place {
  panel: NotebookPanel;
  cell: CodeCell;
}

/**
 * Finds the cell whose output holds `node`. Where an output is shown in a view of its own, it is the cell that has an
 * output with this id.
 */
export function findPlace(tracker: INotebookTracker, id: string, node: HTMLElement): Place | null {
  let byId: Place | null = null;
  let byNode: Place | null = null;
  tracker.forEach(panel => {
    for (const cell of panel.content.widgets) {
      if (isCode(cell) && outputIndex(cell, id) !== null) {
        byId ??= { panel, cell };
        if (cell.node.contains(node)) {
          byNode = { panel, cell };
        }
      }
    }
  });
  return byNode ?? byId;
}

/** The next code cell of the notebook; `null` when there is none. */
export function cellBelow({ panel, cell }: Place): CodeCell | null {
  const { widgets } = panel.content;
  return widgets.slice(widgets.indexOf(cell) + 1).find(isCode) ?? null;
}

/** Replaces all forms of the output with this id, as the kernel would; the notebook saves it so. */
export function showOutputs({ cell }: Place, id: string, data: Record<string, unknown>): void {
  const index = cell.isDisposed ? null : outputIndex(cell, id);
  if (index !== null) {
    const { outputs } = cell.model;
    outputs.set(index, { ...outputs.get(index).toJSON(), data } as never);
  }
}

/** Whether the cell stopped with an error that nobody expected. */
export function endedBadly({ model }: CodeCell): boolean {
  const tags = model.getMetadata('tags') as unknown;
  const expected = Array.isArray(tags) && tags.includes('raises-exception');
  return !expected && model.sharedModel.getOutputs().some(each => each.output_type === 'error');
}

function isCode(cell: NotebookPanel['content']['widgets'][number]): cell is CodeCell {
  return cell.model.type === 'code';
}

function outputIndex({ model }: CodeCell, id: string): number | null {
  const at = model.sharedModel.getOutputs().findIndex(output => {
    const data = 'data' in output ? (output.data as Record<string, unknown> | null) : null;
    return (data?.[PREDICT_MIME] as { id?: unknown } | null | undefined)?.id === id;
  });
  return at < 0 ? null : at;
}
