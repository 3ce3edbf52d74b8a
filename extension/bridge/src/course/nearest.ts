import { distance } from 'fastest-levenshtein';

import { nearest as cheapest } from '../suggestions.js';

/**
 * Returns the id that was most probably meant by `typed`, or `null` when none is near.
 *
 * A learner leaves parts out more often than they mistype: `functions`, `03_functions` and `intro/functions` are all near
 * `01_intro/03_functions`.
 */
export function nearest(typed: string, ids: readonly string[]): string | null {
  const wanted = bare(typed);
  const cost = (id: string): number =>
    Math.min(
      distance(typed.toLowerCase(), id.toLowerCase()),
      distance(wanted, bare(id)),
      distance(wanted, bare(id.split('/').at(-1) ?? id))
    );
  return cheapest(ids, cost, Math.max(2, Math.floor(wanted.length / 3)));
}

/** Lower case, without the numbers that order the folders. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|\/)\d+[_-]?/g, '$1')
    .replace(/\s+/g, '_');
}
