import { wellFormed } from './clip.js';
import { visibleLine } from './visible.js';

/** Characters of the longest sentence that somebody reads. It has room for a path or two. */
const MOST = 4000;

/** Characters of its end that stay: what to do next stands there. */
const END = 1000;

/**
 * Returns a sentence about what others wrote as it can be told: on one line, with nothing in it that a terminal obeys.
 * Of one that is longer than anybody reads, the middle is left out, and the sentence says so.
 */
export function tellable(sentence: string): string {
  const line = visibleLine(sentence);
  if (line.length <= MOST) return line;
  const omitted = `… (${line.length - MOST} characters left out) …`;
  const start = MOST - END - omitted.length;
  return wellFormed(line.slice(0, start)) + omitted + wellFormed(line.slice(-END));
}
