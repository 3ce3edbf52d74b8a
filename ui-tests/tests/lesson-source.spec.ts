/** What a learner does with the source that a lesson shows. */
import { expect, test } from '../lab/test.js';

const FILE = 'exercises/01_intro/04_arguments/example/src/lib.rs';

test('source of the example is highlighted, and its link opens the file beside the notebook', async ({
  notebook,
  page
}) => {
  const line = notebook.read(FILE).split('\n').indexOf('struct Percent(f64);');
  await notebook.create('notebooks/01_intro/scratch.ipynb', [
    'from jupyterlab_maturin.lesson import source',
    'source("01_intro/04_arguments", "example", "Percent", "after_discount")'
  ]);
  await notebook.run(0);
  await notebook.run(1);
  const output = notebook.output(1);
  await expect(output).toContainText('struct Percent(f64);');
  // Highlighted as in an editor: keywords have a colour of their own.
  const keyword = output.locator('code span', { hasText: /^struct$/ });
  const colour = await keyword.evaluate(span => getComputedStyle(span).color);
  expect(colour).not.toBe(
    await output
      .locator('code')
      .first()
      .evaluate(code => getComputedStyle(code).color)
  );

  const link = output.getByRole('link', { name: `example/src/lib.rs:${line}` });
  await link.focus();
  await page.keyboard.press('Enter');
  const editor = page.locator('.jp-FileEditor');
  await expect(editor).toContainText('struct Percent(f64);');
  await expect(page.locator('.jp-StatusBar-Widget').getByText(`Ln ${line}, Col 1`)).toBeVisible();
  // Beside: both can be seen.
  await expect(page.locator('.jp-NotebookPanel')).toBeVisible();
  const [left, right] = await Promise.all([output.boundingBox(), editor.boundingBox()]);
  expect(right!.x).toBeGreaterThan(left!.x);
});
