/** Shows what is being done and for how long: in place on a terminal, elsewhere a line at the start and one at the end. */

import { performance } from 'node:perf_hooks';

/** Erases the line that the cursor is on. */
const ERASE = '\r\x1b[K';

/** @param {number} seconds */
export function duration(seconds) {
  const whole = Math.floor(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/**
 * Begins a line such as `[2/8] installing the locked npm packages … 12 s  210 of 591 packages`.
 *
 * @param {string} place how far the steps are: `[2/8]`
 * @param {string} doing
 * @param {NodeJS.WriteStream} out
 * @returns {{detail: (text: string) => void, end: (how?: string) => void}}
 *   `detail` is shown behind the time, on a terminal only; `end` takes `''`, `'failed after'` or `'stopped after'`.
 */
export function progress(place, doing, out = process.stderr) {
  const started = performance.now();
  const inPlace = out.isTTY && process.env.TERM !== 'dumb';
  const elapsed = () => duration((performance.now() - started) / 1000);
  let latest = '';
  const draw = () => {
    const line = `${place} ${doing} … ${elapsed()}  ${latest}`;
    // A line that wraps could not be rewritten.
    out.write(`${ERASE}${line.slice(0, (out.columns || 80) - 1)}`);
  };
  if (inPlace) draw();
  else out.write(`${place} ${doing} …\n`);
  const clock = inPlace ? setInterval(draw, 1000) : undefined;
  return {
    detail(text) {
      latest = text.trim();
      if (inPlace) draw();
    },
    end(how = '') {
      clearInterval(clock);
      const time = [how, elapsed()].filter(Boolean).join(' ');
      if (inPlace) out.write(`${ERASE}${place} ${doing} … ${time}\n`);
      else out.write(`${place} ${how ? time : `done in ${time}`}\n`);
    }
  };
}
