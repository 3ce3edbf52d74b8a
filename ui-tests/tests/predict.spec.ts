/** "Predict, then run": one chooses what the cell below will show, and only then it runs. */
import type { Locator, Page } from '@playwright/test';

import type { Notebook } from '../lab/notebook.js';
import { expect, test } from '../lab/test.js';

const EXERCISE = '01_guess/00_lists';

const MANIFEST = `kind = "python"
title = "Lists"
minutes = 5
concepts = ["lists"]
summary = "Guess."
module = "lists.py"
hints = ["one", "two", "three"]
[stub]
fails = [{ test = "test_lists", because = "lists" }]
stops_at = "verify"
[predictions.doubled]
answer = 3
because = "\`*\` repeats a list. It doesn't look *into* it."
`;

const QUESTION = `%%predict doubled
What does \`[1, 2] * 2\` make?

- \`[2, 4]\`
- an error
- \`[1, 2, 1, 2]\``;

const card = (notebook: Notebook, index: number): Locator =>
  notebook.output(index).locator('.jp-MaturinPredict-card');

const announced = (notebook: Notebook, index: number): Locator =>
  card(notebook, index).getByRole('status');

async function course(notebook: Notebook, name: string, cells: string[]): Promise<string> {
  notebook.write(`${name}/exercises/Cargo.toml`, '[workspace]\n');
  notebook.write(`${name}/exercises/${EXERCISE}/exercise.toml`, MANIFEST);
  const file = `${name}/notebooks/${EXERCISE}.ipynb`;
  await notebook.create(file, ['%load_ext jupyterlab_maturin', ...cells]);
  return file;
}

const save = (page: Page): Promise<void> =>
  page.evaluate(() => window.jupyterapp.shell.currentWidget.context.save());

const events = (notebook: Notebook, name: string): Record<string, unknown>[] =>
  notebook
    .read(`${name}/progress.jsonl`)
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>);

test('one chooses with the keyboard, the cell below runs, and the card says whether that was right', async ({
  notebook,
  page
}) => {
  await course(notebook, 'keys', [QUESTION, 'print([1, 2] * 2)', 'print("not this one")']);
  await notebook.run(0);
  await notebook.run(1);
  const group = card(notebook, 1).getByRole('group', { name: 'What does [1, 2] * 2 make?' });
  const choices = group.getByRole('radio');
  await expect(choices).toHaveCount(3);
  await expect(choices.first()).toBeEnabled();

  const button = card(notebook, 1).getByRole('button', { name: 'Predict and run' });
  await button.click();
  await expect(card(notebook, 1).getByRole('alert')).toHaveText('Choose one first.');
  await expect(notebook.output(2)).toHaveText('');

  await choices.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(group.getByRole('radio', { name: '[1, 2, 1, 2]' })).toBeChecked();
  await page.keyboard.press('Enter');

  await expect(card(notebook, 1)).toHaveAttribute('data-phase', 'right');
  await expect(notebook.output(2)).toHaveText('[1, 2, 1, 2]');
  await expect(notebook.output(3)).toHaveText('');
  await expect(announced(notebook, 1)).toHaveText(
    /You predicted: \[1, 2, 1, 2\]\. You were right\. \* repeats a list\./
  );
  // The keyboard is where it was: at the cell that asked, which the arrow keys leave from here on.
  await page.keyboard.press('ArrowDown');
  await expect(notebook.cell(2)).toHaveClass(/jp-mod-active/);
  expect(events(notebook, 'keys')).toMatchObject([
    { event: 'predicted', exercise: EXERCISE, prediction: 'doubled', choice: 3, right: true }
  ]);
});

test('a wrong choice is told apart in words, and running the cell asks again', async ({
  notebook
}) => {
  await course(notebook, 'wrong', [QUESTION, 'print([1, 2] * 2)']);
  await notebook.run(0);
  await notebook.run(1);
  await card(notebook, 1).getByRole('radio', { name: 'an error' }).check();
  await card(notebook, 1).getByRole('button', { name: 'Predict and run' }).click();
  await expect(card(notebook, 1)).toHaveAttribute('data-phase', 'wrong');
  await expect(card(notebook, 1).getByRole('listitem')).toHaveText([
    /\[2, 4\]\s*$/,
    /an error\s*your prediction$/,
    /\[1, 2, 1, 2\]\s*what happens$/
  ]);
  await expect(card(notebook, 1)).toContainText("It doesn't look into it.");

  await notebook.run(1);
  await expect(card(notebook, 1)).toHaveAttribute('data-phase', 'asking');
  await expect(card(notebook, 1).locator('label').nth(1)).toContainText('your last prediction');
});

test('a page that is opened later answers the same question, and a kernel that is gone closes it', async ({
  notebook,
  page
}) => {
  const file = await course(notebook, 'later', [QUESTION, 'print([1, 2] * 2)']);
  await notebook.run(0);
  await notebook.run(1);
  await save(page);
  await notebook.open(file);
  await expect(card(notebook, 1).getByRole('radio').first()).toBeEnabled();
  await expect(notebook.output(2)).toHaveText('');
  await card(notebook, 1).getByRole('radio', { name: 'an error' }).check();
  await card(notebook, 1).getByRole('button', { name: 'Predict and run' }).click();
  await expect(card(notebook, 1)).toHaveAttribute('data-phase', 'wrong');
  await save(page);
  expect(notebook.read(file)).toContain('"phase": "wrong"');

  await notebook.run(1);
  await expect(card(notebook, 1).getByRole('radio').first()).toBeEnabled();
  await notebook.shutDown();
  await expect(card(notebook, 1).getByRole('radio').first()).toBeDisabled();
  await expect(card(notebook, 1)).toContainText('Run this cell, then you can choose.');
});

test('an error that nobody expected decides nothing, and one that is expected does', async ({
  notebook,
  page
}) => {
  await course(notebook, 'errors', [QUESTION, 'raise ValueError("not ready")']);
  await notebook.run(0);
  const predict = async (): Promise<void> => {
    await notebook.run(1);
    await card(notebook, 1).getByRole('radio', { name: '[1, 2, 1, 2]' }).check();
    await card(notebook, 1).getByRole('button', { name: 'Predict and run' }).click();
  };
  await predict();
  await expect(card(notebook, 1)).toHaveAttribute('data-phase', 'failed');
  await expect(card(notebook, 1)).not.toContainText('repeats a list');
  await page.evaluate(() =>
    window.jupyterapp.shell.currentWidget.content.widgets[2]!.model.setMetadata('tags', [
      'raises-exception'
    ])
  );
  await predict();
  await expect(card(notebook, 1)).toHaveAttribute('data-phase', 'right');
});

test('without a name, the choice is kept and nothing is written down', async ({ notebook }) => {
  await notebook.create('own/own.ipynb', [
    '%load_ext jupyterlab_maturin',
    QUESTION.replace(' doubled', ''),
    'print([1, 2] * 2)'
  ]);
  await notebook.runAll();
  await card(notebook, 1).getByRole('radio', { name: 'an error' }).check();
  await card(notebook, 1).getByRole('button', { name: 'Predict and run' }).click();
  await expect(card(notebook, 1)).toHaveAttribute('data-phase', 'unjudged');
  await expect(card(notebook, 1)).toContainText('Does the cell below show what you predicted?');
});
