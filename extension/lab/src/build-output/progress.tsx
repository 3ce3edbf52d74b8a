import { type ReactElement, useEffect, useReducer } from 'react';
import { useBuild } from './context.js';
import { phaseText, clockText } from './words.js';

/** Milliseconds between two readings of the clock. */
const TICK = 100;

/** `building 4.2 s`, counting on between two updates. */
export function Clock(): ReactElement {
  const { model, trans } = useBuild();
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  const counting = model.running && !model.silent;
  useEffect(() => {
    if (counting) {
      const timer = setInterval(tick, TICK);
      return () => clearInterval(timer);
    }
    return undefined;
  }, [counting]);

  const elapsed = clockText(model.elapsed, trans);
  return (
    <span className="jp-MaturinBuild-clock">
      <span>{phaseText(model.payload, trans)}</span>{' '}
      {model.silent ? (
        <span
          title={trans.__(
            'The kernel has not been heard of for a while. It may have ended, or this output was saved while the build ran.'
          )}
        >
          {trans.__('no news since %1', elapsed)}
        </span>
      ) : (
        <span className="jp-MaturinBuild-number">{elapsed}</span>
      )}
    </span>
  );
}

/** One line: the bar, the count, and what is being compiled or waited for. */
export function Progress(): ReactElement {
  const { model, trans } = useBuild();
  const { payload, fraction } = model;
  const { progress, waiting, notes, counts } = payload;
  const share = fraction === null ? undefined : Math.round(fraction * 100);
  const counted = progress !== null && progress.total > 0;
  return (
    <div className="jp-MaturinBuild-progress">
      <div
        className="jp-MaturinBuild-bar"
        role="progressbar"
        aria-label={trans.__('Building %1', payload.crate)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
        aria-valuetext={
          counted
            ? trans.__('%1 of %2 crates', progress.done, progress.total)
            : (waiting ?? phaseText(payload, trans))
        }
      >
        <div style={{ width: `${share ?? 0}%` }} />
      </div>
      {counted && (
        <span className="jp-MaturinBuild-number">
          {progress.done}/{progress.total}
        </span>
      )}
      <span className="jp-MaturinBuild-now" title={waiting ?? notes[0]}>
        {waiting ?? whatRuns()}
        {waiting === null && counts.errors + counts.warnings > 0 && (
          <span className="jp-MaturinBuild-aside"> {soFar()}</span>
        )}
        {waiting === null && notes.length > 0 && (
          <span className="jp-MaturinBuild-aside"> ({notes[0]})</span>
        )}
      </span>
    </div>
  );

  function whatRuns(): string {
    if (payload.phase === 'loading') {
      return trans.__('loading the new module');
    }
    return progress !== null && progress.crate !== ''
      ? trans.__('compiling %1', progress.crate)
      : trans.__('finding out what there is to build');
  }

  function soFar(): string {
    const parts: string[] = [];
    if (counts.errors > 0) {
      parts.push(trans._n('%1 error', '%1 errors', counts.errors));
    }
    if (counts.warnings > 0) {
      parts.push(trans._n('%1 warning', '%1 warnings', counts.warnings));
    }
    return `· ${parts.join(', ')}`;
  }
}
