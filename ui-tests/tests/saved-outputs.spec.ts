/** A notebook of a stranger's: its saved outputs may hold anything, and opening it asks the server for no file. */
import { expect, test } from '../lab/test.js';

const FILE = 'scratch/saved.ipynb';
const BUILD = 'application/vnd.jupyterlab-maturin.build.v1+json';
const VERIFY = 'application/vnd.jupyterlab-maturin.verify.v1+json';
const PREDICT = 'application/vnd.jupyterlab-maturin.predict.v1+json';
const SOURCE = 'application/vnd.jupyterlab-maturin.source.v1+json';

/** Sets a title, turns text around, and is no text of a page. */
const EVIL = '\u001b]0;x\u0007 \u202egnp';
const SHOWN = '<U+001B>]0;x<U+0007> <U+202E>gnp';

const diagnostic = (index: number) => ({
  message: `error number ${index}`,
  code: null,
  level: 'error',
  spans: [
    {
      file_name: `src/file_${index}.rs`,
      byte_start: 0,
      byte_end: 1,
      line_start: 1,
      line_end: 1,
      column_start: 1,
      column_end: 2,
      is_primary: true,
      label: null,
      text: [],
      suggested_replacement: null,
      suggestion_applicability: null
    }
  ],
  rendered: `\u001b[31merror\u001b[0m: ${EVIL}`,
  children: []
});

const failed = {
  version: 1,
  phase: 'failed',
  crate: EVIL,
  manifest: '/mnt/elsewhere/Cargo.toml',
  root: '/mnt/elsewhere',
  profile: 'release',
  features: [],
  elapsed: 1,
  progress: null,
  waiting: null,
  diagnostics: Array.from({ length: 5000 }, (_, index) => diagnostic(index)),
  counts: { errors: 5000, warnings: 0, omitted: 0 },
  result: null,
  error: null,
  previous: null,
  notes: [EVIL],
  timings: [],
  log: EVIL
};
const { spans } = diagnostic(0);
const result = {
  module: 'm',
  generation: 1,
  seconds: 1,
  changed: true,
  library: 'l',
  rebound: [{ name: {}, where: 'x' }],
  stale: []
};

/** The HTML that stands beside a payload that cannot be read, by the number of its cell. */
const beside = (at: number) => ({ 'text/html': `<b>HTML of ${at}</b>`, 'text/plain': `${at}` });

const OUTPUTS: Record<string, unknown>[] = [
  { [BUILD]: { ...failed, diagnostics: [{ message: 'm', level: 5, spans: [] }] }, ...beside(0) },
  {
    [BUILD]: {
      ...failed,
      diagnostics: [{ ...diagnostic(0), spans: [{ ...spans[0], file_name: undefined }] }]
    },
    ...beside(1)
  },
  { [BUILD]: { ...failed, diagnostics: [], phase: 'done', result }, ...beside(2) },
  { [BUILD]: { version: 2 }, [VERIFY]: { version: 'two' }, ...beside(3) },
  { [PREDICT]: { version: 1, question: {} }, ...beside(4) },
  { [SOURCE]: [], 'text/html': '', 'text/plain': 'text of 5' },
  { [VERIFY]: null },
  { [BUILD]: failed, ...beside(7) },
  {
    [PREDICT]: {
      version: 1,
      id: 'p',
      phase: 'asking',
      exercise: null,
      name: null,
      question: `What is ${EVIL}?`,
      choices: [`one \`${EVIL}\``, 'two'],
      chosen: null,
      earlier: null,
      answer: null,
      because: null,
      notes: []
    },
    ...beside(8)
  },
  {
    [SOURCE]: {
      version: 1,
      phase: 'shown',
      exercise: 'e',
      file: EVIL,
      path: `/mnt/elsewhere/${EVIL}.rs`,
      language: 'rust',
      parts: [{ line: 1, code: `// ${EVIL}\nfn f() {}` }]
    },
    ...beside(9)
  }
];

test('every saved output is a card, its HTML or a sentence, and only a click asks for a file', async ({
  notebook,
  page
}) => {
  const problems: string[] = [];
  page.on('pageerror', error => problems.push(error.message));
  const asked: string[] = [];
  page.on('request', request => {
    const url = new URL(request.url());
    const path = url.searchParams.get('path') ?? decodeURIComponent(url.pathname);
    // What JupyterLab itself asks for is the notebook, its folder and its checkpoints.
    if (/\/(elsewhere|src)\//.test(path)) asked.push(path);
  });
  notebook.write(
    FILE,
    JSON.stringify({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {
        kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' }
      },
      cells: OUTPUTS.map((data, index) => ({
        cell_type: 'code',
        id: `cell-${index}`,
        metadata: {},
        execution_count: null,
        outputs: [{ output_type: 'display_data', metadata: {}, data }],
        source: `# ${index}`
      }))
    })
  );
  await notebook.open(FILE);

  for (const at of [0, 1, 2, 3, 4]) {
    await notebook.select(at);
    await expect(notebook.output(at)).toHaveText(`HTML of ${at}`);
  }
  await notebook.select(5);
  await expect(notebook.output(5)).toHaveText('text of 5');
  await notebook.select(6);
  await expect(notebook.output(6)).toContainText('This output cannot be shown');

  await notebook.select(7);
  const card = notebook.output(7);
  await expect(card.locator('.jp-MaturinDiagnostics > li[data-severity]')).toHaveCount(50);
  await expect(card.getByRole('button', { name: '… and 4,950 more' })).toBeVisible();
  await expect(card.locator('.jp-MaturinTask-name')).toHaveText(SHOWN);
  await expect(card.locator('.jp-RenderedText .ansi-red-fg')).toHaveText('error');
  await expect(card.locator('.jp-RenderedText')).toContainText(SHOWN);
  await notebook.select(8);
  await expect(notebook.output(8)).toContainText(`What is ${SHOWN}?`);
  await expect(notebook.output(8).locator('code')).toHaveText(SHOWN);
  await notebook.select(9);
  await expect(notebook.output(9).locator('pre')).toContainText(`// ${SHOWN}`);

  expect(asked).toEqual([]);
  await notebook.select(7);
  await card.getByRole('button', { name: 'src/file_3.rs:1:1' }).click();
  await expect(page.getByText('/mnt/elsewhere/src/file_3.rs cannot be opened here')).toBeVisible();
  await expect(card.locator('span.jp-MaturinTask-place')).toHaveText('src/file_3.rs:1:1');
  expect(asked).toEqual(['/mnt/elsewhere/src/file_3.rs']);
  expect(problems).toEqual([]);
});
