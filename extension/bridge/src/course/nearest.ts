/** The number of single-letter edits (change, insert, delete, swap of neighbours) between two words. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min(
        last[column]! + 1,
        here[column - 1]! + 1,
        last[column - 1]! + (same ? 0 : 1)
      );
      if (
        row > 1 &&
        column > 1 &&
        a[row - 1] === b[column - 2] &&
        a[row - 2] === b[column - 1]
      ) {
        best = Math.min(best, before[column - 2]! + 1);
      }
      here.push(best);
    }
    before = last;
    last = here;
  }
  return last[b.length]!;
}

/**
 * Returns the id that was most probably meant by `typed`, or `null` when none is near.
 *
 * A learner leaves parts out more often than they mistype: `functions`, `03_functions` and `intro/functions` are all near
 * `01_intro/03_functions`.
 */
export function nearest(typed: string, ids: readonly string[]): string | null {
  const wanted = bare(typed);
  let best: { id: string; cost: number } | null = null;
  for (const id of ids) {
    const name = id.split('/').at(-1) ?? id;
    const cost = Math.min(
      distance(typed.toLowerCase(), id.toLowerCase()),
      distance(wanted, bare(id)),
      distance(wanted, bare(name))
    );
    if (best === null || cost < best.cost) best = { id, cost };
  }
  const bearable = Math.max(2, Math.floor(wanted.length / 3));
  return best !== null && best.cost <= bearable ? best.id : null;
}

/** Lower case, without the numbers that order the folders. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|\/)\d+[_-]?/g, '$1')
    .replace(/\s+/g, '_');
}
