import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Exercise } from '../../exercises/course.js';
import { filesBelow } from '../../exercises/exerciseFiles.js';
import type { Problem } from '../report.js';

/** What reads a clock, or waits for one. A limit on a wait (`timeout=`) is fine: it only ends a hang. */
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

/** Reports an exercise's tests that read a clock or sleep: whether they pass would depend on how busy the machine is. */
export function checkClocks({ id, directory }: Exercise): Problem[] {
  const problems: Problem[] = [];
  const tests = path.join(directory, 'tests');
  for (const file of filesBelow(tests)) {
    if (!/\.(py|rs)$/.test(file)) continue;
    const lines = readFileSync(path.join(tests, file), 'utf8').split('\n');
    lines.forEach((line, index) => {
      const code = line.replace(/(#|\/\/).*$/, '');
      const found = CLOCKS.map(clock => clock.exec(code)).find(match => match !== null);
      if (found) {
        const text = `tests/${file}:${index + 1} uses ${found[0]}: a test must not depend on the clock; wait for an event instead.`;
        problems.push({ where: id, text });
      }
    });
  }
  return problems;
}
