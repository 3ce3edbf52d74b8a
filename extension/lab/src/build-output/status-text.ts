import type { BuildPayload } from '@jupyterlab-maturin/protocol';
import type { TranslationBundle } from '@jupyterlab/translation';
import { secondsText } from '../task-output/clock.js';

/** One word for what happens now. */
export function phaseText({ phase, waiting }: BuildPayload, trans: TranslationBundle): string {
  switch (phase) {
    case 'planning':
      return waiting === null ? trans.__('planning') : trans.__('waiting');
    case 'building':
      return waiting === null ? trans.__('building') : trans.__('waiting');
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

/** How the build ended, in a few words; `null` while it runs. */
export function outcomeText(payload: BuildPayload, trans: TranslationBundle): string | null {
  const { phase, result, counts, error, unloaded, elapsed } = payload;
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
      if (unloaded === 'installed') {
        return trans.__('installed, but could not be loaded');
      }
      return unloaded === 'built' || error?.kind === 'reload'
        ? trans.__('compiled, but could not be loaded')
        : trans.__('not built');
    case 'cancelled':
      return trans.__('cancelled after %1', secondsText(elapsed, trans));
    default:
      return null;
  }
}

/** Which build stays in use after one that failed or was cancelled; `null` when there is none. */
export function previousText(
  { phase, previous }: BuildPayload,
  trans: TranslationBundle
): string | null {
  if ((phase !== 'failed' && phase !== 'cancelled') || previous === null) {
    return null;
  }
  return previous === 0
    ? trans.__('the installed version stays in use')
    : trans.__('build %1 stays in use', previous);
}

/** What a screen reader says when the phase changes. */
export function announcement(payload: BuildPayload, trans: TranslationBundle): string {
  const status = outcomeText(payload, trans) ?? phaseText(payload, trans);
  return [`${payload.crate}: ${status}`, previousText(payload, trans)]
    .filter(part => part !== null)
    .join(', ');
}
