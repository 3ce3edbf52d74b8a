/** The charts and diagrams of the lessons about threads, from the notebooks themselves, run on the solutions. */
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Locator } from '@playwright/test';

import { test } from '../lab/test.js';

const LESSONS = [
  '02_gil',
  '03_releasing_the_gil',
  '04_minimize_gil_locking',
  '05_immutable_types',
  '06_outro'
];
const IMAGES = fileURLToPath(new URL('../../docs/images/lessons/', import.meta.url));
const THEMES = ['light', 'dark'] as const;
const VEGA_LITE = 'application/vnd.vegalite.v5+json';

for (const lesson of LESSONS) {
  test(`the pictures of ${lesson}`, async ({ notebook, page, lab }) => {
    test.setTimeout(300_000);
    mkdirSync(IMAGES, { recursive: true });
    const exercise = path.join(lab.root, 'exercises/03_concurrency', lesson);
    cpSync(path.join(exercise, 'solution'), exercise, { recursive: true });
    await page.setViewportSize({ width: 1500, height: 900 });
    const file = `notebooks/03_concurrency/${lesson}.ipynb`;
    const take = async (cell: number, picture: Locator, name: string): Promise<void> => {
      await notebook.select(cell);
      await picture.waitFor();
      await picture.screenshot({ path: path.join(IMAGES, `${lesson}-${name}.png`) });
    };
    await notebook.open(file);
    await notebook.runToTheEnd();
    const charts = await notebook.cellsWithOutput(VEGA_LITE);
    for (const theme of THEMES) {
      await notebook.useTheme(theme);
      for (const [number, cell] of charts.entries()) {
        const chart = notebook.output(cell).locator('.vega-embed').first();
        await take(cell, chart, `chart-${number + 1}-${theme}`);
      }
    }
    // JupyterLab draws a diagram once, in the colours of the theme of that moment.
    for (const theme of THEMES) {
      await notebook.useTheme(theme);
      await notebook.open(file);
      for (const [number, cell] of (await notebook.cellsWithDiagrams()).entries()) {
        const diagram = notebook.cell(cell).locator('.jp-RenderedMermaid').first();
        await take(cell, diagram, `diagram-${number + 1}-${theme}`);
      }
    }
  });
}
