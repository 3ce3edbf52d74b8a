/** A notebook that was only opened is not marked as changed: there is nothing to save. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

import type { Notebook } from '../lab/notebook.js';
import { REPOSITORY } from '../lab/places.js';
import { expect, test } from '../lab/test.js';

const NOTEBOOKS = readdirSync(path.join(REPOSITORY, 'notebooks'), {
  encoding: 'utf8',
  recursive: true
})
  .filter(file => file.endsWith('.ipynb') && !file.includes('.ipynb_checkpoints'))
  .map(file => `notebooks/${file}`);

const LESSON = 'notebooks/01_intro/03_functions.ipynb';

/** Opens a notebook beside those that are open and waits for JupyterLab to note its kernel. */
async function open(notebook: Notebook, file: string): Promise<void> {
  await notebook.page.evaluate(async path => {
    await window.jupyterapp.commands.execute('docmanager:open', { path });
    const { context, sessionContext } = window.jupyterapp.shell.currentWidget;
    await context.ready;
    await sessionContext.ready;
  }, file);
  await kernelNoted(notebook);
}

/** Resolves when JupyterLab has written into the notebook's metadata what the kernel says about its language. */
async function kernelNoted(notebook: Notebook): Promise<void> {
  const said = await notebook.page.evaluate(
    async () =>
      (await window.jupyterapp.shell.currentWidget.sessionContext.session!.kernel!.info)
        .language_info
  );
  await expect
    .poll(() =>
      notebook.page.evaluate(
        () => window.jupyterapp.shell.currentWidget.context.model.metadata.language_info
      )
    )
    .toEqual(said);
}

const marked = (notebook: Notebook): Promise<boolean> =>
  notebook.page.evaluate(() => window.jupyterapp.shell.currentWidget.context.model.dirty);

const save = (notebook: Notebook): Promise<void> =>
  notebook.page.evaluate(() => window.jupyterapp.shell.currentWidget.context.save());

/** Python's version is the one thing in a notebook that depends on who opens it. */
const anyPython = (text: string): string =>
  text.replace(/("pygments_lexer": "ipython3",\n {3}"version": )"[^"]*"/, '$1"any"');

/** The first notebook of each folder; opening all of them takes longer than any other test. */
const SOME = NOTEBOOKS.filter(
  (file, index, all) => all.findIndex(other => path.dirname(other) === path.dirname(file)) === index
);
const OTHERS = NOTEBOOKS.filter(file => !SOME.includes(file));

for (const [which, files, tag] of [
  ['a notebook of each folder', SOME, []],
  ['the other notebooks', OTHERS, ['@slow']]
] as const) {
  test(
    `opening ${which} of the course does not mark it as changed, and saving it then changes nothing`,
    { tag: [...tag] },
    async ({ notebook }) => {
      expect(files.length).toBeGreaterThan(3);
      await notebook.open(files[0]!);
      const wereMarked: string[] = [];
      const wereWritten: string[] = [];
      for (const file of files) {
        const before = notebook.read(file);
        await open(notebook, file);
        if (await marked(notebook)) wereMarked.push(file);
        await save(notebook);
        if (anyPython(notebook.read(file)) !== anyPython(before)) wereWritten.push(file);
      }
      expect(wereMarked).toEqual([]);
      expect(wereWritten).toEqual([]);
    }
  );
}

test('a lesson saved with another version of Python is not marked either, until it is edited', async ({
  notebook
}) => {
  const dot = notebook.page.locator('.lm-DockPanel-tabBar .lm-TabBar-tab.jp-mod-dirty');
  const file = 'notebooks/from_another_python.ipynb';
  const text = anyPython(notebook.read(LESSON));
  expect(text).toContain('"version": "any"');
  notebook.write(file, text);
  await notebook.open(file);
  await kernelNoted(notebook);
  expect(await marked(notebook)).toBe(false);
  await expect(dot).toHaveCount(0);

  await notebook.setSource(await notebook.last(), 'An answer.');
  expect(await marked(notebook)).toBe(true);
  await expect(dot).toHaveCount(1);
  await save(notebook);
  expect(notebook.read(file)).not.toContain('"version": "any"');
});

// If JupyterLab ever stops marking it, the labextension need not interfere any more.
test('a notebook that does not load the extension is left to JupyterLab, which marks it', async ({
  notebook
}) => {
  await notebook.create('plain.ipynb', ['1 + 1']);
  await kernelNoted(notebook);
  expect(await marked(notebook)).toBe(true);
});
