/** The main claim, in a real browser: edit Rust, run one cell, and the live kernel has the new code. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { REPOSITORY } from '../lab/places.js';
import { expect, test } from '../lab/test.js';

const ID = '03_concurrency/03_releasing_the_gil';
const EXERCISE = `exercises/${ID}`;
const NOTEBOOK = `notebooks/${ID}.ipynb`;

test('a lesson runs on its solution, and an edit of the Rust reaches names imported before', async ({
  notebook
}) => {
  const source = notebook.read(`${EXERCISE}/solution/src/lib.rs`);
  notebook.write(`${EXERCISE}/src/lib.rs`, source);
  await notebook.open(NOTEBOOK);

  const load = await notebook.find(/^%load_ext jupyterlab_maturin/);
  await notebook.run(load);
  const build = await notebook.find(new RegExp(`^%build_extension ${ID}$`, 'm'));
  await notebook.start(build);
  await expect(notebook.output(build)).toContainText(/building|compiling/i);
  await notebook.idle();
  await expect(notebook.output(build)).toContainText(/patient_primes.*release.*build \d+/s);

  const play = build + 1;
  await notebook.setSource(
    play,
    'from patient_primes import nth_prime\nkept = "still here"\nprint(nth_prime(3))'
  );
  await notebook.run(play);
  await expect(notebook.output(play)).toHaveText('5');

  // From here on the first prime number is number zero.
  notebook.write(
    `${EXERCISE}/src/lib.rs`,
    source.replace('py.detach(|| search(n))', 'py.detach(|| search(n + 1))')
  );
  await notebook.run(build);
  await expect(notebook.output(build)).toContainText('nth_prime');
  await notebook.setSource(play, 'print(nth_prime(3), kept)');
  await notebook.run(play);
  await expect(notebook.output(play)).toHaveText('7 still here');
});

test('a lesson stops on its stub at the check, and the machinery leaves no traceback', async ({
  notebook
}) => {
  const file = `${EXERCISE}/src/lib.rs`;
  notebook.write(file, readFileSync(path.join(REPOSITORY, file), 'utf8'));
  await notebook.open(NOTEBOOK);
  await notebook.runAll();
  await notebook.idle();
  const verify = await notebook.find(/^%verify/);
  await expect(notebook.output(verify)).toContainText('no other Python thread');
  await expect(notebook.output(verify)).not.toContainText('Traceback');
});
