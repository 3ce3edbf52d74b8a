/** Serves JupyterLab on the learner's course until it is stopped. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { SetUpError, explain } from '../setup/failures.mjs';
import { BIN, PYTHON, ROOT, environment } from '../setup/places.mjs';
import { CommandError } from '../setup/run.mjs';
import { COURSE } from './course.mjs';

const FIRST_PAGE = [
  'notebooks/01_intro/00_welcome.ipynb',
  'notebooks/03_concurrency/03_releasing_the_gil.ipynb'
];

/**
 * Starts JupyterLab and prints its URL, token included, on a line of its own on stdout.
 *
 * @param {{browser: boolean, port?: string}} options
 *   `browser` opens the page; without a `port` JupyterLab takes 8888 or, if that is taken, a free one near it.
 * @returns {Promise<number>} JupyterLab's exit code
 * @throws {SetUpError} when it ends before it could be used
 */
export function serve({ browser, port }) {
  const token = process.env.JUPYTER_TOKEN || randomBytes(24).toString('hex');
  const page = FIRST_PAGE.find(page => existsSync(path.join(COURSE, page))) ?? '';
  const args = [
    '--no-browser',
    `--ServerApp.root_dir=${ROOT}`,
    '--ServerApp.ip=127.0.0.1',
    '--LabApp.news_url=',
    '--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate'
  ];
  const doing = port ? `starting JupyterLab on port ${port}` : 'starting JupyterLab';
  if (port) args.push(`--ServerApp.port=${port}`, '--ServerApp.port_retries=0');
  // In a container one is often root, and JupyterLab, which listens on loopback only, would refuse.
  if (process.getuid?.() === 0) args.push('--allow-root');
  const jupyter = spawn(path.join(BIN, 'jupyter-lab'), args, {
    cwd: ROOT,
    env: environment({ JUPYTER_TOKEN: token }),
    stdio: ['inherit', 'inherit', 'pipe']
  });
  let isUp = false;
  let output = '';
  createInterface({ input: jupyter.stderr }).on('line', line => {
    const base = addressIn(line);
    if (!isUp && base) {
      isUp = true;
      const url = `${base}lab/tree/course/${page}?token=${token}`;
      process.stderr.write('JupyterLab is up. Ctrl-C twice ends it.\n');
      process.stdout.write(`${url}\n`);
      if (browser) open(url);
    }
    if (!isUp) output += `${line}\n`;
    // The server repeats its address with the token; once is enough.
    if (!line.includes('token=')) process.stderr.write(`${line}\n`);
  });
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopping = true;
      // A terminal's Ctrl-C reaches JupyterLab by itself; another process's signal does not.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) jupyter.kill(signal);
    });
  }
  return new Promise((resolve, reject) => {
    jupyter.on('error', reject);
    jupyter.on('close', (code, signal) => {
      if (isUp || stopping) {
        process.stderr.write('JupyterLab has ended; `npm start` brings it back.\n');
        resolve(code ?? 0);
        return;
      }
      const error = new CommandError(`it ended with ${signal ?? code} (see above)`, 1, output);
      reject(new SetUpError(explain(doing, error).sentence, { cause: error }));
    });
  });
}

/**
 * The address that JupyterLab says it serves at, up to its `lab`. Only JupyterLab knows the port, and the path if the
 * user's own settings name one.
 *
 * @returns {string | undefined}
 */
export function addressIn(line) {
  return /(https?:\/\/(?:127\.0\.0\.1|localhost):\d+\/\S*?)lab\?token=/.exec(line)?.[1];
}

/** Opens the default browser through Python's `webbrowser`, which knows every platform. */
function open(url) {
  spawn(PYTHON, ['-m', 'webbrowser', url], { stdio: 'ignore' }).on('error', () => undefined);
}
