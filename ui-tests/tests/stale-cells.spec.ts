/** Cells whose results came from a build that is not the one in use. */
import type { Locator } from '@playwright/test';

import type { Notebook } from '../lab/notebook.js';
import { manifest } from '../lab/manifest.js';
import { expect, test } from '../lab/test.js';

const source = (body: string): string => `use pyo3::prelude::*;

#[pymodule]
mod counted {
    #[pyo3::pyfunction]
    fn count() -> u64 {
        ${body}
    }
}
`;
const RERUN = 'jupyterlab-maturin:rerun-stale-cells';

const mark = (notebook: Notebook, index: number): Locator =>
  notebook.cell(index).locator('.jp-MaturinStale-badge');

test('cells that ran with the build before are marked until they run again', async ({
  notebook,
  page
}) => {
  notebook.write('stale/counted/Cargo.toml', manifest('counted'));
  notebook.write('stale/counted/src/lib.rs', source('1'));
  await notebook.create('stale/stale.ipynb', [
    '%load_ext jupyterlab_maturin',
    '%build_extension counted',
    'from counted import count\n\ndef twice():\n    return 2 * count()',
    'print("a", count())',
    'print("no Rust here")',
    'print("b", twice())'
  ]);
  await notebook.runAll();
  await expect(notebook.output(5)).toHaveText('b 2');
  const marks = page.locator('.jp-MaturinStale-badge');
  await expect(marks).toHaveCount(0);

  notebook.write('stale/counted/src/lib.rs', source('20'));
  await notebook.run(1);
  await expect(marks).toHaveCount(2);
  for (const index of [3, 5]) {
    await expect(mark(notebook, index)).toHaveText(/^from build \d+$/);
    await expect(mark(notebook, index)).toHaveAccessibleName(
      /^This cell ran with build \d+ of counted; build \d+ is in use now\. /
    );
  }

  // The marks are no part of the notebook: saving it leaves them, and they leave it as it was saved.
  await page.evaluate(() => window.jupyterapp.shell.currentWidget.context.save());
  await expect(marks).toHaveCount(2);
  expect(await page.evaluate(() => window.jupyterapp.shell.currentWidget.context.model.dirty)).toBe(
    false
  );

  // A page that is opened while the kernel runs shows them, too, and a cell that moves takes its mark along.
  await notebook.open('stale/stale.ipynb');
  await expect(marks).toHaveCount(2);
  expect(await page.evaluate(() => window.jupyterapp.shell.currentWidget.context.model.dirty)).toBe(
    false
  );
  await notebook.select(5);
  await page.evaluate(() => window.jupyterapp.commands.execute('notebook:move-cell-up'));
  await expect(mark(notebook, 4)).toBeVisible();
  await expect(marks).toHaveCount(2);

  await page.evaluate(id => window.jupyterapp.commands.execute(id), RERUN);
  await expect(marks).toHaveCount(0);
  await expect(notebook.output(3)).toHaveText('a 20');
  await expect(notebook.output(4)).toHaveText('b 40');
  expect(await page.evaluate(id => window.jupyterapp.commands.isEnabled(id), RERUN)).toBe(false);
});

test('the button in the build’s output runs the stale cells up to the first error', async ({
  notebook,
  page
}) => {
  notebook.write('stop/counted/Cargo.toml', manifest('counted'));
  notebook.write('stop/counted/src/lib.rs', source('1'));
  await notebook.create('stop/stop.ipynb', [
    '%load_ext jupyterlab_maturin',
    '%build_extension counted\nimport counted',
    'print("first", counted.count())',
    'assert counted.count() == 1\nprint("second")',
    'print("third", counted.count())'
  ]);
  await notebook.runAll();
  await expect(notebook.output(4)).toHaveText('third 1');
  notebook.write('stop/counted/src/lib.rs', source('20'));
  await notebook.run(1);
  await expect(notebook.output(1)).toContainText(/3 cells used build \d+/);

  await notebook.output(1).getByRole('button', { name: 're-run them' }).click();
  await expect(notebook.output(3)).toContainText('AssertionError');
  await notebook.idle();
  await expect(notebook.output(2)).toHaveText('first 20');
  await expect(mark(notebook, 4)).toBeVisible();
  await expect(page.locator('.jp-MaturinStale-badge')).toHaveCount(1);
  await expect(notebook.output(1)).toContainText(/1 cell used build \d+/);
});
