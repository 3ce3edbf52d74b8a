/** What to offer in an error message when a name is not known. */
import { distance } from 'fastest-levenshtein';

/** Names in a list; the rest of them is counted. */
const LISTED = 10;

/**
 * Returns the candidate that costs least, or `null` when each costs more than `most`.
 *
 * @param cost how far a candidate is from what was typed: the number of letters that differ
 */
export function nearest(
  candidates: Iterable<string>,
  cost: (candidate: string) => number,
  most: number
): string | null {
  let best: string | null = null;
  let lowest = most + 1;
  for (const candidate of candidates) {
    const own = cost(candidate);
    if (own < lowest) {
      best = candidate;
      lowest = own;
    }
  }
  return best;
}

/** Returns ` Did you mean …?`, to be put at the end of a sentence, or nothing when no name is similar. */
export function didYouMean(typed: string, names: Iterable<string>): string {
  // A third of the letters may differ: `relase` finds `release`, `dist` does not find `dev`.
  const most = Math.max(1, Math.floor(typed.length / 3));
  const lower = typed.toLowerCase();
  const name = nearest(names, candidate => distance(lower, candidate.toLowerCase()), most);
  return name === null ? '' : ` Did you mean \`${name}\`?`;
}

/** Returns at most ten of the names, each in backticks, and how many more there are. */
export function listed(names: string[]): string {
  const shown = names.slice(0, LISTED).map(name => `\`${name}\``);
  const more = names.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
