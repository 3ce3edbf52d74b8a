/** The candidate that `wanted` most likely meant, or `null` when none is near. */
export function nearest(wanted: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  // A third of the letters may differ: `relase` finds `release`, `dist` does not find `dev`.
  let bound = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted.toLowerCase(), candidate.toLowerCase());
    if (distance < bound) {
      best = candidate;
      bound = distance;
    }
  }
  return best;
}

/** ` Did you mean …?`, or nothing: to be put at the end of a sentence. */
export function didYouMean(wanted: string, candidates: Iterable<string>): string {
  const name = nearest(wanted, candidates);
  return name === null ? '' : ` Did you mean \`${name}\`?`;
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
