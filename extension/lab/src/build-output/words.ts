import type { BuildPayload } from '@jupyterlab-maturin/protocol';
import type { TranslationBundle } from '@jupyterlab/translation';

/** `0.31 s`, `4.2 s`, `1 min 04 s`. */
export function secondsText(seconds: number, trans: TranslationBundle): string {
  if (seconds >= 60) {
    const whole = Math.floor(seconds);
    return trans.__('%1 min %2 s', Math.floor(whole / 60), String(whole % 60).padStart(2, '0'));
  }
  return trans.__('%1 s', seconds.toFixed(seconds < 1 ? 2 : 1));
}

/** The same for a running clock, whose digits do not change their number. */
export function clockText(seconds: number, trans: TranslationBundle): string {
  return seconds >= 60 ? secondsText(seconds, trans) : trans.__('%1 s', seconds.toFixed(1));
}

/** One word for what is going on. */
export function phaseText(payload: BuildPayload, trans: TranslationBundle): string {
  if (payload.waiting !== null && isBefore(payload.phase)) {
    return trans.__('waiting');
  }
  switch (payload.phase) {
    case 'planning':
      return trans.__('planning');
    case 'building':
      return trans.__('building');
    case 'loading':
      return trans.__('loading');
    case 'done':
      return trans.__('loaded');
    case 'failed':
      return trans.__('failed');
    case 'cancelled':
      return trans.__('cancelled');
  }
}

function isBefore(phase: BuildPayload['phase']): boolean {
  return phase === 'planning' || phase === 'building';
}

/** How it ended, in a few words; `null` while it runs. */
export function outcomeText(payload: BuildPayload, trans: TranslationBundle): string | null {
  const { phase, result, counts, error } = payload;
  switch (phase) {
    case 'done':
      return result === null
        ? trans.__('loaded')
        : trans.__(
            'build %1 · %2 · %3',
            result.generation,
            secondsText(result.seconds, trans),
            result.changed ? trans.__('loaded') : trans.__('nothing changed')
          );
    case 'failed':
      if (counts.errors > 0) {
        return trans._n('%1 error', '%1 errors', counts.errors);
      }
      return error?.kind === 'reload'
        ? trans.__('compiled, but would not load')
        : trans.__('not built');
    case 'cancelled':
      return trans.__('cancelled after %1', secondsText(payload.elapsed, trans));
    default:
      return null;
  }
}

/** What still answers after a build that came to nothing; `null` when there is nothing to say. */
export function previousText(payload: BuildPayload, trans: TranslationBundle): string | null {
  const over = payload.phase === 'failed' || payload.phase === 'cancelled';
  return over && payload.previous !== null
    ? trans.__('build %1 stays in use', payload.previous)
    : null;
}

/** What a screen reader says when the phase changes: no numbers that tick. */
export function announcement(payload: BuildPayload, trans: TranslationBundle): string {
  return [
    `${payload.crate}: ${outcomeText(payload, trans) ?? phaseText(payload, trans)}`,
    previousText(payload, trans)
  ]
    .filter(part => part !== null)
    .join(', ');
}

/** The steps of a build, as the timings name them. */
export function stepText(
  step: BuildPayload['timings'][number]['step'],
  trans: TranslationBundle
): string {
  switch (step) {
    case 'plan':
      return trans.__('finding the crate');
    case 'lock':
      return trans.__('waiting for other builds');
    case 'maturin':
      return trans.__('maturin and cargo');
    case 'unpack':
      return trans.__('unpacking');
    case 'install':
      return trans.__('installing');
    case 'load':
      return trans.__('loading into the kernel');
    default:
      return String(step);
  }
}
