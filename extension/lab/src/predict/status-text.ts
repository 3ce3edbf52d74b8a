import type { PredictPayload } from '@jupyterlab-maturin/protocol';
import type { TranslationBundle } from '@jupyterlab/translation';

/** How the prediction turned out, in a few words; `null` as long as that is open. */
export function verdictText({ phase }: PredictPayload, trans: TranslationBundle): string | null {
  switch (phase) {
    case 'right':
      return trans.__('You were right');
    case 'wrong':
      return trans.__('It turned out differently');
    case 'unjudged':
      return trans.__('Now compare');
    case 'failed':
      return trans.__('Not decided');
    default:
      return null;
  }
}

/** What to do now; `null` when there is nothing more to do. */
export function adviceText(
  { phase }: PredictPayload,
  { open, running }: { open: boolean; running: boolean },
  trans: TranslationBundle
): string | null {
  switch (phase) {
    case 'asking':
      return open || running ? null : trans.__('Run this cell, then you can choose.');
    case 'running':
      return running
        ? trans.__('The cell below is running…')
        : trans.__('The cell below did not end. Run this cell to choose again.');
    case 'unjudged':
      return trans.__('Does the cell below show what you predicted?');
    case 'failed':
      return trans.__(
        'The cell below stopped with an error before it could show what happens. Put that right, then run this cell again.'
      );
    default:
      return null;
  }
}

/** What a screen reader says when the phase changes. The texts are Markdown, whose backquotes nobody needs to hear. */
export function announcement(payload: PredictPayload, trans: TranslationBundle): string {
  const { phase, chosen, answer, choices, because } = payload;
  const verdict = verdictText(payload, trans);
  if (phase === 'asking' || chosen === null) {
    return '';
  }
  const sentences = [
    trans.__('You predicted: %1.', choices[chosen - 1] ?? ''),
    verdict === null ? trans.__('The cell below is running.') : `${verdict}.`
  ];
  if (phase === 'wrong' && answer !== null) {
    sentences.push(trans.__('What happens: %1.', choices[answer - 1] ?? ''));
  }
  return [...sentences, because ?? ''].join(' ').replaceAll('`', '').trim();
}
