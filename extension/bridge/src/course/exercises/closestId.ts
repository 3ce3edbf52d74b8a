import { distance } from 'fastest-levenshtein';

import { nearest } from '../../suggestions.js';

/**
 * Returns the id that was probably meant by `typed`, or `null` when none is similar.
 *
 * Learners leave parts out more often than they mistype: `functions`, `03_functions` and `intro/functions` all mean
 * `01_intro/03_functions`.
 */
export function closestId(typed: string, ids: readonly string[]): string | null {
  const wanted = withoutNumbers(typed);
  const edits = (id: string): number =>
    Math.min(
      distance(typed.toLowerCase(), id.toLowerCase()),
      distance(wanted, withoutNumbers(id)),
      distance(wanted, withoutNumbers(id.split('/').at(-1) ?? id))
    );
  return nearest(ids, edits, Math.max(2, Math.floor(wanted.length / 3)));
}

/** Returns the text in lower case, without the numbers that put the folders in order. */
function withoutNumbers(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|\/)\d+[_-]?/g, '$1')
    .replace(/\s+/g, '_');
}
