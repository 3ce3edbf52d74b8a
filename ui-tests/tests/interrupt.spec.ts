/** Interrupting a build leaves nothing behind. */
import { expect, test } from '../lab/test.js';
import { buildProcesses } from '../lab/processes.js';

test('interrupting a first build ends cargo, rustc and maturin, and the next build works', async ({
  notebook
}) => {
  // A target directory of its own makes it a first build, with PyO3 to compile: long enough to interrupt.
  await notebook.create('scratch/interrupt.ipynb', [
    'import os, tempfile\nshared = os.environ["CARGO_TARGET_DIR"]\nos.environ["CARGO_TARGET_DIR"] = tempfile.mkdtemp(prefix="interrupted-build-")',
    '%load_ext jupyterlab_maturin',
    '%build_extension ../exercises/03_concurrency/03_releasing_the_gil',
    'import shutil\nshutil.rmtree(os.environ["CARGO_TARGET_DIR"])\nos.environ["CARGO_TARGET_DIR"] = shared'
  ]);
  await notebook.run(0);
  await notebook.run(1);
  await notebook.start(2);
  await expect(notebook.output(2)).toContainText(/[1-9]\d*\/\d+/);
  expect(buildProcesses('interrupted-build-')).not.toHaveLength(0);
  await notebook.interrupt();
  await expect(notebook.output(2)).toContainText(/cancelled/i);
  await expect.poll(() => buildProcesses('interrupted-build-'), { timeout: 2_000 }).toHaveLength(0);
  await notebook.idle();

  await notebook.run(3);
  await notebook.run(2);
  await expect(notebook.output(2)).toContainText(/build \d+/);
});
