/**
 * `npm start`: makes what is missing, then serves JupyterLab on a copy of the course that is the learner's own.
 *
 * `npm start -- --no-browser` opens no browser and prints the URL, token included, on a line of its own on stdout.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

import { setUp } from './setup/index.mjs';
import { BIN, ROOT, environment } from './setup/places.mjs';
import { run } from './setup/run.mjs';
import { expectSteps, once } from './setup/steps.mjs';

/** The learner's copy: git-ignored, so that their edits and the project's files never mix. */
const COURSE = path.join(ROOT, 'course');
const MATURIN = path.join(BIN, 'jupyterlab-maturin');
/** The crate that warms PyO3: its stub compiles. */
const FIRST_CRATE = 'exercises/03_concurrency/03_releasing_the_gil';
const FIRST_PAGE = [
  'notebooks/01_intro/00_welcome.ipynb',
  'notebooks/03_concurrency/03_releasing_the_gil.ipynb'
];

async function course() {
  if (existsSync(COURSE)) return;
  process.stderr.write('making your copy of the course in course/ …\n');
  await run(MATURIN, ['course', COURSE], { cwd: ROOT, env: environment() });
}

async function warm() {
  await once({
    name: 'pyo3',
    says: 'compiling PyO3 once, so that the first build cell is quick',
    inputs: ['exercises/Cargo.lock', 'requirements/dev.txt', `=${COURSE}`],
    makes: [path.join(COURSE, 'exercises', 'target')],
    work: async () => {
      // A learner's edit may not compile; that is theirs to see in the notebook, not a reason to stop here.
      await run(MATURIN, ['build', path.join(COURSE, FIRST_CRATE)], {
        cwd: COURSE,
        env: environment()
      }).catch(error =>
        process.stderr.write(`  ${FIRST_CRATE} does not build now (${error.message}); going on\n`)
      );
    }
  });
}

/** Serves until it is stopped. Resolves to JupyterLab's exit code. */
function serve(browser) {
  const token = process.env.JUPYTER_TOKEN || randomBytes(24).toString('hex');
  const page = FIRST_PAGE.find(page => existsSync(path.join(COURSE, page))) ?? '';
  const args = [
    '--no-browser',
    `--ServerApp.root_dir=${ROOT}`,
    '--ServerApp.ip=127.0.0.1',
    `--LabApp.news_url=`,
    '--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate'
  ];
  // In a container one is often root, and JupyterLab, which listens on loopback only, would refuse.
  if (process.getuid?.() === 0) args.push('--allow-root');
  const jupyter = spawn(path.join(BIN, 'jupyter-lab'), args, {
    cwd: ROOT,
    env: environment({ JUPYTER_TOKEN: token }),
    stdio: ['inherit', 'inherit', 'pipe']
  });
  let announced = false;
  createInterface({ input: jupyter.stderr }).on('line', line => {
    const address = /https?:\/\/(?:127\.0\.0\.1|localhost):\d+\//.exec(line)?.[0];
    if (!announced && address) {
      announced = true;
      const url = `${address}lab/tree/course/${page}?token=${token}`;
      process.stderr.write('JupyterLab is up. Ctrl-C twice ends it.\n');
      process.stdout.write(`${url}\n`);
      if (browser) open(url);
    }
    // The server repeats its address with the token; once is enough.
    if (!line.includes('token=')) process.stderr.write(`${line}\n`);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal's Ctrl-C reaches JupyterLab by itself; another process's signal does not.
    process.on(signal, () =>
      signal === 'SIGINT' && process.stdin.isTTY ? undefined : jupyter.kill(signal)
    );
  }
  return new Promise((resolve, reject) => {
    jupyter.on('error', reject);
    jupyter.on('close', (code, signal) => resolve(code ?? (signal ? 0 : 1)));
  });
}

/** Opens the default browser through Python's `webbrowser`, which knows every platform. */
function open(url) {
  spawn(path.join(BIN, 'python'), ['-m', 'webbrowser', url], {
    stdio: 'ignore'
  }).on('error', () => undefined);
}

const { values } = parseArgs({
  options: { 'no-browser': { type: 'boolean', default: false } }
});
try {
  expectSteps(6);
  await setUp();
  await course();
  await warm();
  process.exitCode = await serve(!values['no-browser']);
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
