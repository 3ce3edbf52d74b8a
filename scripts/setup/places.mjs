/** Where things are. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
export const VENV = path.join(ROOT, '.venv');
export const BIN = path.join(VENV, 'bin');
export const PYTHON = path.join(BIN, 'python');
export const CACHE = path.join(ROOT, '.cache');
export const STAMPS = path.join(CACHE, 'setup');
export const KERNEL = path.join(ROOT, 'extension', 'kernel', 'jupyterlab_maturin');

/** The environment in which everything of the project runs: its own Python, Node and npm first. */
export function environment(extra = {}) {
  const home = process.env.CARGO_HOME ?? path.join(process.env.HOME ?? '', '.cargo');
  return {
    ...process.env,
    PATH: [BIN, process.env.PATH, path.join(home, 'bin')].join(path.delimiter),
    VIRTUAL_ENV: VENV,
    ...extra
  };
}
