import type { StaleCell } from '@jupyterlab-maturin/protocol';
import { type ReactElement, useSyncExternalStore } from 'react';
import { useTask } from '../task-output/context.js';

/** Cells that are looked for: no notebook has more. */
const MOST = 1000;

/** In the card of a build: how many of the cells that it made stale still are, and a button that runs them again. */
export function StaleCellsLine(props: { cells: StaleCell[] }): ReactElement | null {
  const cells = props.cells.slice(0, MOST);
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
  const stale = cells.filter(({ id }) => staleCells.isStale(id));
  const builds = new Set(stale.flatMap(({ modules }) => modules.map(({ used }) => used)));
  return (
    <div className="jp-MaturinBuild-staleCells" data-attention="true">
      <span className="jp-MaturinBuild-label">
        {builds.size === 1
          ? trans._n('%1 cell used build %2', '%1 cells used build %2', left, [...builds][0])
          : trans._n('%1 cell used other builds', '%1 cells used other builds', left)}
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
