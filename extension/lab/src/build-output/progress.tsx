import type { BuildPayload } from '@jupyterlab-maturin/protocol';
import type { ReactElement } from 'react';
import { useTask } from '../task-output/context.js';
import { phaseText } from './status-text.js';

/** One line: the bar, the count, and what is being compiled or waited for. */
export function Progress({ payload }: { payload: BuildPayload }): ReactElement {
  const { trans } = useTask();
  const { crate, waiting, notes } = payload;
  const count = crateCount(payload);
  const percent = percentDone(payload);
  const soFar = diagnosticsSoFar();
  return (
    <div className="jp-MaturinBuild-progress">
      <div
        className="jp-MaturinBuild-bar"
        role="progressbar"
        aria-label={trans.__('Building %1', crate)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={
          count === null
            ? (waiting ?? phaseText(payload, trans))
            : trans.__('%1 of %2 crates', count.done, count.total)
        }
      >
        <div style={{ width: `${percent ?? 0}%` }} />
      </div>
      {count !== null && (
        <span className="jp-MaturinTask-number">
          {count.done}/{count.total}
        </span>
      )}
      <span className="jp-MaturinBuild-now" title={waiting ?? notes[0]}>
        {waiting ?? activity()}
        {waiting === null && soFar !== '' && (
          <span className="jp-MaturinTask-aside"> · {soFar}</span>
        )}
        {waiting === null && notes.length > 0 && (
          <span className="jp-MaturinTask-aside"> ({notes[0]})</span>
        )}
      </span>
    </div>
  );

  function activity(): string {
    const { phase, progress } = payload;
    if (phase === 'loading') {
      return trans.__('loading the new module');
    }
    if (progress === null) {
      return trans.__('finding out what there is to build');
    }
    if (progress.done >= progress.total) {
      return trans.__('putting the new build in place');
    }
    return trans.__('compiling %1', progress.crate);
  }

  function diagnosticsSoFar(): string {
    const { errors, warnings } = payload.counts;
    return [
      errors > 0 ? trans._n('%1 error', '%1 errors', errors) : null,
      warnings > 0 ? trans._n('%1 warning', '%1 warnings', warnings) : null
    ]
      .filter(part => part !== null)
      .join(', ');
  }
}

/** The crates that are compiled and those that there are; `null` while cargo has not counted them. */
function crateCount({ phase, progress }: BuildPayload): { done: number; total: number } | null {
  if (progress === null || progress.total <= 0) {
    return null;
  }
  const { done, total } = progress;
  // cargo does not report the last crate: it just ends.
  return { done: phase === 'loading' ? total : Math.min(Math.max(done, 0), total), total };
}

/** From 0 to 100; `undefined` while it is not known. */
export function percentDone(payload: BuildPayload): number | undefined {
  const count = crateCount(payload);
  if (payload.phase === 'loading') {
    return 100;
  }
  return count === null ? undefined : Math.round((100 * count.done) / count.total);
}
