/** The two commands beside a notebook. */
import { expect, test } from '../lab/test.js';

const crate = (name: string): string => `[package]
name = "${name}"
version = "0.1.0"
edition = "2024"
[lib]
crate-type = ["cdylib"]
[dependencies]
pyo3 = "0.29"
[workspace]
`;

test('the toolbar offers the crates near the notebook, and the inserted cell runs', async ({
  notebook,
  page
}) => {
  notebook.write('beside/alpha/Cargo.toml', crate('alpha'));
  notebook.write('beside/beta/Cargo.toml', crate('beta'));
  notebook.write(
    'beside/beta/src/lib.rs',
    'use pyo3::prelude::*;\n\n#[pymodule]\nmod beta {\n    #[pymodule_export]\n    const ANSWER: u8 = 42;\n}\n'
  );
  await notebook.create('beside/work.ipynb', ['kept = 1']);

  const button = page.locator(
    '.jp-NotebookPanel-toolbar [data-command="jupyterlab-maturin:insert-build-cell"]'
  );
  await button.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Which crate should the cell build?');
  await dialog.locator('select').selectOption({ label: 'beta — beta' });
  await dialog.getByRole('button', { name: 'Insert' }).click();

  const build = await notebook.find(/^%build_extension beta$/);
  await notebook.run(await notebook.find(/^%load_ext jupyterlab_maturin$/));
  await notebook.run(build);
  await expect(notebook.output(build)).toContainText(/beta.*build \d+/s);

  await page.evaluate(() =>
    window.jupyterapp.commands.execute('jupyterlab-maturin:open-crate-source')
  );
  await expect(page.locator('.jp-FileEditor')).toContainText('ANSWER');
});

test('opening a notebook with a build output asks the server for nothing of ours', async ({
  notebook,
  page
}) => {
  const asked: string[] = [];
  page.on('request', request => asked.push(new URL(request.url()).pathname));
  await notebook.create('quiet/quiet.ipynb', ['1']);
  expect(asked.filter(one => /maturin/.test(one) && !/\/extensions\//.test(one))).toEqual([]);
});
