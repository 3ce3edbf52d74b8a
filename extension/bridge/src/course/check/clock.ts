import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Exercise } from '../discover.js';
import { filesBelow } from '../files.js';
import type { Problem } from './problem.js';

/** What reads a clock or waits for one. A limit on waiting (`timeout=`) is fine: it only ends a hang. */
const CLOCKS: readonly RegExp[] = [
  /\btime\.(time|time_ns|perf_counter|perf_counter_ns|monotonic|monotonic_ns|process_time|thread_time|sleep)\b/,
  /\bfrom time import\b/,
  /\b(asyncio|trio|anyio)\.sleep\b/,
  /\btimeit\b/,
  /\bperf_counter\b/,
  /\bInstant::now\b/,
  /\bSystemTime::now\b/,
  /\bthread::sleep\b/,
  /\bdatetime\.(now|utcnow|today)\(/,
  /\bdate\.today\(/
];

/** Says which tests of an exercise look at a clock or sleep: they would decide by the machine's mood. */
export function checkClocks(exercise: Exercise): Problem[] {
  const problems: Problem[] = [];
  for (const file of filesBelow(path.join(exercise.directory, 'tests'))) {
    if (!/\.(py|rs)$/.test(file)) continue;
    const text = readFileSync(path.join(exercise.directory, 'tests', file), 'utf8');
    text.split('\n').forEach((line, index) => {
      const code = line.replace(/(#|\/\/).*$/, '');
      const found = CLOCKS.map(clock => clock.exec(code)).find(match => match !== null);
      if (found) {
        problems.push({
          where: exercise.id,
          text: `tests/${file}:${index + 1} uses ${found[0]}: a test must not decide by the clock; wait for an event instead.`
        });
      }
    });
  }
  return problems;
}
