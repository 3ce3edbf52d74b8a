import type { VerifyPayload } from '@jupyterlab-maturin/protocol';
import type { TranslationBundle } from '@jupyterlab/translation';
import { secondsText } from '../task-output/clock.js';

/** How the verification ended; `null` while it runs. */
export function outcomeText({ phase }: VerifyPayload, trans: TranslationBundle): string | null {
  switch (phase) {
    case 'verified':
      return trans.__('verified');
    case 'failed':
      return trans.__('not verified');
    case 'cancelled':
      return trans.__('stopped');
    default:
      return null;
  }
}

/** What happens now, with a number where there is one. */
export function activityText(payload: VerifyPayload, trans: TranslationBundle): string {
  const { phase, waiting, running, progress, tests } = payload;
  if (waiting !== null) {
    return waiting;
  }
  if (running !== null) {
    return trans.__('running %1', running);
  }
  if (phase === 'testing') {
    return tests.length === 0
      ? trans.__('starting the tests')
      : trans._n('%1 test finished', '%1 tests finished', tests.length);
  }
  return progress === null
    ? trans.__('finding out what there is to build')
    : trans.__('compiling %1 (%2/%3)', progress.crate, progress.done, progress.total);
}

/** `1.2 s, 0.4 s of it building`. */
export function durationText(
  { outcome, elapsed }: VerifyPayload,
  trans: TranslationBundle
): string {
  return outcome === null
    ? secondsText(elapsed, trans)
    : trans.__(
        '%1, %2 of it building',
        secondsText(outcome.seconds, trans),
        secondsText(outcome.buildSeconds, trans)
      );
}

/** What a screen reader says when the phase changes. */
export function announcement(payload: VerifyPayload, trans: TranslationBundle): string {
  const { title, exercise, outcome } = payload;
  const name = title ?? exercise;
  const ending = outcomeText(payload, trans);
  return ending === null
    ? trans.__('%1: verifying', name)
    : `${name}: ${ending}. ${outcome?.message ?? ''}`;
}
