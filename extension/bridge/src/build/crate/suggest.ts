import { distance } from 'fastest-levenshtein';

/** The candidate that `wanted` most likely meant, or `null` when none is near. */
export function nearest(wanted: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  // A third of the letters may differ: `relase` finds `release`, `dist` does not find `dev`.
  let bound = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = distance(wanted.toLowerCase(), candidate.toLowerCase());
    if (edits < bound) {
      best = candidate;
      bound = edits;
    }
  }
  return best;
}

/** ` Did you mean …?`, or nothing: to be put at the end of a sentence. */
export function didYouMean(wanted: string, candidates: Iterable<string>): string {
  const name = nearest(wanted, candidates);
  return name === null ? '' : ` Did you mean \`${name}\`?`;
}
