import type { StaleCell } from '@jupyterlab-maturin/protocol';
import { type ReactElement, useSyncExternalStore } from 'react';
import { useTask } from '../task-output/context.js';

/** In the card of a build: how many of the cells that it made stale still are, and a button that runs them again. */
export function StaleCellsLine({ cells }: { cells: StaleCell[] }): ReactElement | null {
  const { trans, staleCells, notifyError } = useTask();
  const left = useSyncExternalStore(
    notify => {
      staleCells?.changed.connect(notify);
      return () => void staleCells?.changed.disconnect(notify);
    },
    () => cells.filter(({ id }) => staleCells?.isStale(id)).length
  );
  if (staleCells === null || left === 0) {
    return null;
  }
  return (
    <div className="jp-MaturinBuild-staleCells" data-attention="true">
      <span className="jp-MaturinBuild-label">
        {trans._n('%1 cell used another build', '%1 cells used another build', left)}
      </span>
      {' · '}
      <button
        type="button"
        className="jp-MaturinTask-fold"
        onClick={() => {
          staleCells.rerun(cells.map(({ id }) => id)).catch(notifyError);
        }}
      >
        {trans._n('re-run it', 're-run them', left)}
      </button>
    </div>
  );
}
