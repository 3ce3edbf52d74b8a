/** What a person does with a build that the compiler refuses. */
import { manifest } from '../lab/manifest.js';
import { expect, test } from '../lab/test.js';

const CRATE = 'scratch/broken_words';
const source = (body: string): string => `use pyo3::prelude::*;

#[pymodule]
mod broken_words {
    use super::*;

    #[pyfunction]
    fn count(text: &str) -> usize {
        ${body}
    }
}
`;

test('a type error leads to its line in the editor, and the mended crate builds', async ({
  notebook,
  page
}) => {
  notebook.write(`${CRATE}/Cargo.toml`, manifest('broken_words'));
  notebook.write(`${CRATE}/src/lib.rs`, source('text.to_string()'));
  await notebook.create('scratch/broken.ipynb', [
    '%load_ext jupyterlab_maturin',
    '%build_extension broken_words',
    'import broken_words\nprint(broken_words.count("three little words"))'
  ]);
  await notebook.run(0);
  await notebook.run(1);
  const output = notebook.output(1);
  await expect(output).toContainText('E0308');
  await expect(output).toContainText('mismatched types');
  // One line says what happened: no stack of the machinery's own frames.
  await expect(output).not.toContainText('Traceback');

  await output.getByText('src/lib.rs:9:9').first().click();
  const editor = page.locator('.jp-FileEditor');
  await expect(editor).toBeVisible();
  const line = page.locator('.jp-StatusBar-Widget').getByText(/Ln 9, Col 9/);
  await expect(line).toBeVisible();

  notebook.write(`${CRATE}/src/lib.rs`, source('text.split_whitespace().count()'));
  await page.locator('.lm-TabBar-tab', { hasText: 'broken.ipynb' }).click();
  await notebook.run(1);
  await expect(output).not.toContainText('E0308');
  await notebook.run(2);
  await expect(notebook.output(2)).toHaveText('3');
});
