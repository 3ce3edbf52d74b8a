/** Three lessons as a learner goes through them, in a copy of the course made for learning. */
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';

import { BIN, REPOSITORY } from '../lab/places.js';
import { expect, test } from '../lab/test.js';

const LESSONS = [
  {
    id: '01_intro/00_welcome',
    says: 'the greeting for Ferris is',
    next: '01_intro/01_setup'
  },
  {
    id: '01_intro/01_setup',
    says: 'not yet implemented',
    next: '01_intro/02_modules'
  },
  {
    id: '01_intro/02_modules',
    says: 'PyInit_tide_tables',
    next: '01_intro/03_functions'
  }
];

test('a learner fails, reads a hint, edits, verifies and goes on, three lessons long', async ({
  notebook,
  lab
}) => {
  execFileSync(path.join(BIN, 'jupyterlab-maturin'), ['course', path.join(lab.root, 'course')]);
  for (const { id, says, next } of LESSONS) {
    await notebook.open(`course/notebooks/${id}.ipynb`);
    const verify = await notebook.find(/^%verify/);
    const last = await notebook.last();
    await notebook.run(await notebook.find(/^%load_ext jupyterlab_maturin/));

    await notebook.run(verify);
    await expect(notebook.output(verify)).toContainText(says);
    await expect(notebook.output(verify)).toContainText(`%hint ${id}`);
    await expect(notebook.output(verify)).not.toContainText('Traceback');

    // The hint is asked for where a learner would: in the cell at the end, which is theirs.
    await notebook.setSource(last, `%hint ${id}`);
    await notebook.asCode(last);
    await notebook.run(last);
    await expect(notebook.output(last)).toContainText(/1 of 3/);

    cpSync(
      path.join(REPOSITORY, 'exercises', id, 'solution'),
      path.join(lab.root, 'course/exercises', id),
      { recursive: true }
    );
    await notebook.run(verify);
    await expect(notebook.output(verify).locator('.jp-MaturinVerify-card')).toHaveAttribute(
      'data-phase',
      'verified'
    );
    await expect(notebook.output(verify)).toContainText(next);
  }
  const list = execFileSync(path.join(BIN, 'jupyterlab-maturin'), ['list'], {
    cwd: path.join(lab.root, 'course'),
    encoding: 'utf8'
  });
  expect(list).toContain('3 of 9 verified');
});
