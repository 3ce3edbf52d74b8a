/** A JupyterLab of the tests' own, on loopback, with a scratch copy of the course as its root. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { BIN, REPOSITORY } from './places.js';

/** The target directory of the kernels, one for each worker; `npm test` provides them, with PyO3 compiled. */
const TARGET = path.join(
  process.env.JUPYTERLAB_MATURIN_TEST_TARGETS ??
    path.join(REPOSITORY, '.cache', 'test-target', 'browser'),
  process.env.TEST_PARALLEL_INDEX ?? '0'
);

export interface Lab {
  /** `http://127.0.0.1:PORT/` */
  address: string;
  token: string;
  /** The server's root: holds `exercises/` and `notebooks/`. */
  root: string;
  stop(): Promise<void>;
}

/** Starts JupyterLab and resolves when it listens. */
export async function startLab(): Promise<Lab> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'jupyterlab-maturin-ui-'));
  const root = path.join(scratch, 'root');
  for (const part of ['exercises', 'notebooks']) {
    cpSync(path.join(REPOSITORY, part), path.join(root, part), {
      recursive: true,
      filter: source => !/\/(target|\.ipynb_checkpoints|__pycache__)$/.test(source)
    });
  }
  const folder = (name: string): string => {
    const made = path.join(scratch, name);
    mkdirSync(made, { recursive: true });
    return made;
  };
  const token = randomBytes(16).toString('hex');
  const server = spawn(
    path.join(BIN, 'jupyter-lab'),
    [
      '--no-browser',
      '--allow-root',
      '--expose-app-in-browser',
      `--ServerApp.root_dir=${root}`,
      '--ServerApp.ip=127.0.0.1',
      '--ServerApp.port=0',
      '--LabApp.news_url=',
      '--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate'
    ],
    {
      env: {
        ...process.env,
        PATH: `${BIN}${path.delimiter}${process.env.PATH ?? ''}`,
        JUPYTER_TOKEN: token,
        JUPYTER_CONFIG_DIR: folder('config'),
        JUPYTER_DATA_DIR: folder('data'),
        JUPYTER_RUNTIME_DIR: folder('runtime'),
        JUPYTERLAB_SETTINGS_DIR: folder('settings'),
        JUPYTERLAB_WORKSPACES_DIR: folder('workspaces'),
        IPYTHONDIR: folder('ipython'),
        CARGO_TARGET_DIR: TARGET
      },
      stdio: ['ignore', 'ignore', 'pipe']
    }
  );
  const address = await listening(server);
  return {
    address,
    token,
    root,
    stop: async () => {
      const gone = new Promise(resolve => server.once('close', resolve));
      server.kill('SIGTERM');
      await gone;
      rmSync(scratch, { recursive: true, force: true });
    }
  };
}

/** Resolves to the address once the server has printed it; rejects with its log when it ends before. */
function listening(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.once('error', reject);
    server.once('close', code =>
      reject(new Error(`JupyterLab ended (${code}) before it listened:\n${log}`))
    );
    createInterface({ input: server.stderr! }).on('line', line => {
      log += `${line}\n`;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0];
      if (found) resolve(found);
    });
  });
}
