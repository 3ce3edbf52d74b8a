/** One line for each stage while it runs: rewritten in place on a terminal, elsewhere a line at its start and at its end. */
import { performance } from 'node:perf_hooks';

import { duration } from '../setup/progress.mjs';
import { counts } from './summary.mjs';

const ERASE = '\r\x1b[K';
const UP = '\x1b[A';

/**
 * @param {string[]} names the stages
 * @param {NodeJS.WriteStream} out
 */
export function board(names, out = process.stdout) {
  const inPlace = Boolean(out.isTTY) && process.env.TERM !== 'dumb';
  const width = Math.max(...names.map(name => name.length));
  const lines = new Map(names.map(name => [name, { mark: '·', began: undefined, text: '' }]));
  let drawn = 0;

  const elapsed = line => duration((performance.now() - line.began) / 1000);
  const written = name => {
    const line = lines.get(name);
    const time = line.time ?? (line.began === undefined ? 'waits' : elapsed(line));
    return `${line.mark} ${name.padEnd(width)}  ${time.padStart(11)}  ${line.text}`.trimEnd();
  };
  const draw = () => {
    out.write(UP.repeat(drawn));
    // A line that wraps could not be rewritten.
    const most = (out.columns || 80) - 1;
    for (const name of names) out.write(`${ERASE}${written(name).slice(0, most)}\n`);
    drawn = names.length;
  };
  const changed = name => (inPlace ? draw() : out.write(`${written(name)}\n`));
  if (inPlace) draw();
  const clock = inPlace ? setInterval(draw, 1000) : undefined;

  return {
    start(name) {
      Object.assign(lines.get(name), { mark: '▸', began: performance.now() });
      if (inPlace) draw();
      else out.write(`▸ ${name} …\n`);
    },
    /** @param {string} text the runner's own progress: `120/240 tests`; shown on a terminal only */
    progress(name, text) {
      lines.get(name).text = text;
    },
    /** @param {import('./result.mjs').Result} result */
    end(name, result) {
      const line = lines.get(name);
      const mark = result.failed > 0 ? '✗' : '✓';
      Object.assign(line, { mark, text: counts(result), time: elapsed(line) });
      changed(name);
    },
    close: () => clearInterval(clock)
  };
}
