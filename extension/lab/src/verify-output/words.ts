import type { VerifyPayload } from '@jupyterlab-maturin/protocol';
import type { TranslationBundle } from '@jupyterlab/translation';
import { secondsText } from '../build-output/words.js';

/** How it ended; `null` while it runs. */
export function verdict({ phase }: VerifyPayload, trans: TranslationBundle): string | null {
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

/** What happens now, with whatever number there is. */
export function activity(payload: VerifyPayload, trans: TranslationBundle): string {
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
      : trans._n('%1 test ended', '%1 tests ended', tests.length);
  }
  return progress === null
    ? trans.__('finding out what there is to build')
    : trans.__('compiling %1 (%2/%3)', progress.crate, progress.done, progress.total);
}

/** `1.2 s, 0.4 s of it building`. */
export function took(payload: VerifyPayload, trans: TranslationBundle): string {
  const { outcome } = payload;
  return outcome === null
    ? secondsText(payload.elapsed, trans)
    : trans.__(
        '%1, %2 of it building',
        secondsText(outcome.seconds, trans),
        secondsText(outcome.buildSeconds, trans)
      );
}

/** What a screen reader says when the phase changes: no numbers that tick. */
export function announcement(payload: VerifyPayload, trans: TranslationBundle): string {
  const ended = verdict(payload, trans);
  const name = payload.title ?? payload.exercise;
  return ended === null
    ? trans.__('%1: verifying', name)
    : `${name}: ${ended}. ${payload.outcome?.message ?? ''}`;
}
