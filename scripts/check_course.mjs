/**
 * `npm run check:course` checks the content of the course, and `npm run check:course -- 01_intro/03_functions` checks one
 * exercise. `--no-notebooks` does not run the notebooks, which takes the longest, `--no-mutants` not the mutants, and
 * `--no-clippy` neither rustfmt nor clippy.
 * `--solutions N` and `--mutants N` run nothing but these, N times in a row each. `--jobs N` checks N exercises at a time.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '..');
const LIB = path.join(ROOT, 'extension/bridge/lib');

/** Compiles the bridge, which holds the logic. When nothing changed, this takes half a second. */
function compile() {
  const { status } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'node_modules/typescript/bin/tsc'), '-b', path.join(ROOT, 'extension/bridge')],
    { stdio: 'inherit' }
  );
  if (status !== 0 && !existsSync(path.join(LIB, 'course/check/check.js'))) {
    throw new Error('The bridge does not compile, so the course cannot be checked.');
  }
}

function interpreter() {
  const own = path.join(ROOT, '.venv/bin/python');
  return process.env.JUPYTERLAB_MATURIN_PYTHON ?? (existsSync(own) ? own : 'python3');
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'no-notebooks': { type: 'boolean', default: false },
    'no-mutants': { type: 'boolean', default: false },
    'no-clippy': { type: 'boolean', default: false },
    solutions: { type: 'string' },
    mutants: { type: 'string' },
    jobs: { type: 'string', default: '2' }
  }
});
compile();
const { check } = await import(path.join(LIB, 'course/check/check.js'));
const { runBuild } = await import(path.join(LIB, 'build/runBuild.js'));
const started = performance.now();
try {
  const { stubs, solutions, mutants, notebooks, problems } = await check({
    root: ROOT,
    ids: positionals,
    interpreter: interpreter(),
    cache: path.join(ROOT, '.cache'),
    scripts: path.join(ROOT, 'scripts/check_course'),
    build: runBuild,
    notebooks: !values['no-notebooks'],
    mutants: !values['no-mutants'],
    rustTools: !values['no-clippy'],
    repeat:
      values.solutions === undefined && values.mutants === undefined
        ? null
        : { solutions: Number(values.solutions ?? 0), mutants: Number(values.mutants ?? 0) },
    jobs: Math.max(1, Number(values.jobs)),
    print: line => process.stdout.write(`${line}\n`)
  });
  if (problems.length > 0) {
    process.stdout.write(`\n${problems.length} problems:\n`);
    for (const { where, text } of problems) process.stdout.write(`✗ ${where}: ${text}\n`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  process.stdout.write(
    `\nstubs ${stubs}, solutions ${solutions}, mutants ${mutants}, notebooks ${notebooks}: ` +
      `${problems.length === 0 ? 'all as they should be' : `${problems.length} problems`} (${seconds} s)\n`
  );
  process.exitCode = problems.length > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
