/** The test function of the browser tests: a JupyterLab for each worker, a page that is logged in. */
import { test as base } from '@playwright/test';

import { Notebook } from './notebook.js';
import { startLab, type Lab } from './server.js';

export const test = base.extend<{ notebook: Notebook }, { lab: Lab }>({
  lab: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const lab = await startLab();
      await use(lab);
      await lab.stop();
    },
    { scope: 'worker', timeout: 60_000 }
  ],
  notebook: async ({ page, lab }, use) => {
    const notebook = new Notebook(page, lab);
    await use(notebook);
    await notebook.shutDown();
  }
});

export { expect } from '@playwright/test';
