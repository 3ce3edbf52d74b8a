/**
 * `npm run fuzz` tries the property tests on many new inputs: 20,000 for each claim, or `-- --runs N`, and a fifth of that in
 * Python, where each takes longer to make. It takes about a quarter of an hour. It begins at a seed of its own, which it
 * prints; `--seed N` repeats a run. A word tries only the claims whose name has it: `-- progress`.
 *
 * `npm test` tries a few inputs, the same each time. What is found here becomes an example there.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';

import { PYTHON, ROOT, environment } from './setup/places.mjs';
import { npmTool } from './test/runners/npm-tool.mjs';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '20000' }, seed: { type: 'string' } },
  allowPositionals: true
});
const seed = Number(values.seed ?? randomInt(2 ** 31));
const runs = Number(values.runs);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(runs) || runs < 1) {
  process.stderr.write(
    'Running the property tests needs whole numbers: npm run fuzz -- --runs 1000 --seed 7\n'
  );
  process.exit(2);
}

const scratch = mkdtempSync(path.join(tmpdir(), 'jupyterlab-maturin-fuzz-'));
const report = path.join(scratch, 'report.jsonl');
const env = environment({
  FUZZ_RUNS: String(runs),
  FUZZ_SEED: String(seed),
  FUZZ_REPORT: report
});
const [word] = positionals;

/** Runs one half, whose words come as it says them. Returns whether it found nothing. */
function run([command, ...args]) {
  const { status } = spawnSync(command, args, { cwd: ROOT, env, stdio: 'inherit' });
  return status === 0;
}

process.stdout.write(
  `seed ${seed}, ${runs} inputs for each claim in TypeScript, a fifth of that in Python\n`
);
try {
  const began = performance.now();
  const good = [
    run([
      ...npmTool('vitest', 'run'),
      '--maxWorkers=1',
      '--passWithNoTests',
      ...(word ? ['--testNamePattern', word] : []),
      'test/properties'
    ]),
    run([
      PYTHON,
      '-m',
      'pytest',
      'extension/kernel/tests/properties',
      '--quiet',
      '--timeout=0',
      `--hypothesis-seed=${seed}`,
      ...(word ? ['-k', word] : [])
    ])
  ];
  const claims = existsSync(report)
    ? readFileSync(report, 'utf8').trim().split('\n').map(JSON.parse)
    : [];
  for (const { name, cases, seconds, found } of claims) {
    const end = found ? 'FOUND SOMETHING' : '';
    process.stdout.write(
      `${String(cases).padStart(8)} inputs ${seconds.toFixed(1).padStart(7)} s  ${name} ${end}\n`
    );
  }
  const cases = claims.reduce((sum, claim) => sum + claim.cases, 0);
  const minutes = (performance.now() - began) / 60_000;
  process.stdout.write(
    `${claims.length} claims, ${cases} inputs, ${minutes.toFixed(1)} min, ` +
      `${claims.filter(({ found }) => found).length} found wrong; seed ${seed}\n`
  );
  // pytest ends with 5 when no test has the word in its name.
  process.exitCode = good.every(Boolean) || (word && claims.every(({ found }) => !found)) ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
