import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The repository. */
export const ROOT = join(import.meta.dirname, '..', '..', '..', '..');

/** The bundle that kernels start. */
export const BRIDGE = join(ROOT, 'extension/kernel/jupyterlab_maturin/_bridge/bridge.mjs');

/** The Python to build for. */
export const PYTHON =
  process.env['JUPYTERLAB_MATURIN_TEST_PYTHON'] ?? join(ROOT, '.venv', 'bin', 'python');

/** Its `sys.implementation.cache_tag`. */
export const TAG = execFileSync(PYTHON, ['-c', 'import sys; print(sys.implementation.cache_tag)'], {
  encoding: 'utf8'
}).trim();

/**
 * The target directory of this process's tests. Each of vitest's workers has its own, so that their builds need not wait
 * for each other; `npm test` provides them, with PyO3 compiled.
 */
export const TARGET = join(
  process.env['JUPYTERLAB_MATURIN_TEST_TARGETS'] ?? join(ROOT, '.cache', 'test-target', TAG),
  process.env['VITEST_POOL_ID'] ?? '1'
);
