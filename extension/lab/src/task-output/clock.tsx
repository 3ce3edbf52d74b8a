import type { TranslationBundle } from '@jupyterlab/translation';
import { type ReactElement, useEffect, useReducer } from 'react';
import { useTask } from './context.js';

/** Milliseconds between two readings of the clock. */
const TICK = 100;

/** `building 4.2 s`, counting on between two payloads. */
export function Clock({ phase }: { phase: string }): ReactElement {
  const { model, trans } = useTask();
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  const counting = model.state === 'running' && !model.silent;
  useEffect(() => {
    if (counting) {
      const timer = setInterval(tick, TICK);
      return () => clearInterval(timer);
    }
    return undefined;
  }, [counting]);

  const elapsed = clockText(model.elapsed, trans);
  return (
    <span className="jp-MaturinTask-clock">
      <span>{phase}</span>{' '}
      {model.silent ? (
        <span
          title={trans.__(
            'Nothing has come from the kernel for a while. It may have stopped, or the notebook was saved while this was running.'
          )}
        >
          {trans.__('no update since %1', elapsed)}
        </span>
      ) : (
        <span className="jp-MaturinTask-number">{elapsed}</span>
      )}
    </span>
  );
}

/** `0.31 s`, `4.2 s`, `1 min 04 s`. */
export function secondsText(seconds: number, trans: TranslationBundle): string {
  return seconds < 1 ? trans.__('%1 s', seconds.toFixed(2)) : clockText(seconds, trans);
}

/** The same with one decimal from the start, so that the digits of a running clock do not jump. */
function clockText(seconds: number, trans: TranslationBundle): string {
  if (seconds < 60) {
    return trans.__('%1 s', seconds.toFixed(1));
  }
  const whole = Math.floor(seconds);
  return trans.__('%1 min %2 s', Math.floor(whole / 60), String(whole % 60).padStart(2, '0'));
}
