/** The GIL lab's notebook, with the network refused. */
import { expect, test } from '../lab/test.js';

test('the charts of the GIL lab are drawn, and nothing is asked of any network', async ({
  notebook,
  page
}) => {
  const abroad: string[] = [];
  await page.route(
    url => url.protocol.startsWith('http') && url.hostname !== '127.0.0.1',
    async route => {
      abroad.push(route.request().url());
      await route.abort('internetdisconnected');
    }
  );
  await notebook.open('notebooks/gil_lab.ipynb');
  await notebook.runAll();
  await notebook.idle();

  const charts = await notebook.cellsWithOutput('application/vnd.vegalite.v5+json');
  expect(charts.length).toBeGreaterThan(3);
  for (const index of charts) {
    await notebook.select(index);
    const chart = notebook.output(index).locator('.vega-embed').first();
    await expect(chart.locator('canvas, svg').first()).toBeVisible();
  }
  expect(abroad).toEqual([]);
});
