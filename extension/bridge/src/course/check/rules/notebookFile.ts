import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import type { Exercise } from '../../exercises/course.js';
import { KINDS } from '../../exercises/kinds.js';
import type { Problem } from '../report.js';
import { markdownProblems } from './markdown.js';
import { predictionProblems } from './predictions.js';

/** The fields of nbformat 4.5 that are read here. */
interface Cell {
  id?: string;
  cell_type: string;
  source: string | string[];
  metadata?: { tags?: string[] };
  outputs?: unknown[];
  execution_count?: number | null;
  attachments?: Record<string, unknown>;
}

interface Notebook {
  nbformat: number;
  nbformat_minor: number;
  metadata: { kernelspec?: object; language_info?: object };
  cells: Cell[];
}

/**
 * What JupyterLab writes into a notebook that it opens with an IPython kernel. It marks the notebook as changed when the
 * file says anything else. `language_info` also holds the version of Python, which our JupyterLab extension ignores.
 */
const JUPYTERLAB_WRITES = {
  kernelspec: { display_name: 'Python 3 (ipykernel)', language: 'python', name: 'python3' },
  language_info: {
    codemirror_mode: { name: 'ipython', version: 3 },
    file_extension: '.py',
    mimetype: 'text/x-python',
    name: 'python',
    nbconvert_exporter: 'python',
    pygments_lexer: 'ipython3'
  }
};

/** Reports what is wrong with an exercise's notebook as a file. */
export function checkExerciseNotebook(root: string, exercise: Exercise): Problem[] {
  return existsSync(exercise.notebook) ? checkNotebookFile(root, exercise.notebook, exercise) : [];
}

/** Returns the course's notebooks that belong to no exercise: those directly in `notebooks/`. */
export function otherNotebooks(root: string): string[] {
  return readdirSync(path.join(root, 'notebooks'))
    .filter(name => name.endsWith('.ipynb'))
    .map(name => path.join(root, 'notebooks', name));
}

/** Reports what is wrong with a notebook as a file; `exercise` is the one it teaches, if any. */
export function checkNotebookFile(
  root: string,
  file: string,
  exercise: Exercise | null
): Problem[] {
  let texts: string[];
  try {
    const notebook = JSON.parse(readFileSync(file, 'utf8')) as Notebook;
    texts = [
      ...metadataProblems(notebook),
      ...cellProblems(root, file, notebook.cells),
      ...(exercise === null ? [] : lessonProblems(exercise, notebook.cells))
    ];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    texts = [`is not JSON: ${error.message}.`];
  }
  return texts.map(text => ({ where: path.relative(root, file), text }));
}

/** Opening a notebook must not mark it as changed. */
function metadataProblems({ nbformat, nbformat_minor, metadata }: Notebook): string[] {
  const language: Record<string, unknown> = { ...metadata.language_info };
  delete language['version'];
  const found = { kernelspec: metadata.kernelspec, language_info: language };
  const replaced = (['kernelspec', 'language_info'] as const).filter(
    key => !isDeepStrictEqual(found[key], JUPYTERLAB_WRITES[key])
  );
  return [
    ...(nbformat === 4 && nbformat_minor >= 5
      ? []
      : [`is nbformat ${nbformat}.${nbformat_minor}, and must be 4.5, which has cell ids.`]),
    ...replaced.map(
      key =>
        `has a metadata.${key} that JupyterLab replaces when it opens the notebook, which marks it as changed: save it once in JupyterLab.`
    )
  ];
}

function cellProblems(root: string, file: string, cells: Cell[]): string[] {
  const ids = new Set<string>();
  return cells.flatMap((cell, index) => {
    const at = `cell ${index + 1} (${cell.id ?? 'no id'})`;
    const texts: string[] = [];
    if (!cell.id) texts.push(`${at} has no id.`);
    else if (ids.has(cell.id)) texts.push(`${at} has the id of another cell.`);
    ids.add(cell.id ?? '');
    if ((cell.outputs ?? []).length > 0) texts.push(`${at} has outputs.`);
    if (cell.execution_count != null) texts.push(`${at} has an execution count.`);
    if (cell.cell_type === 'markdown') {
      const attachments = Object.keys(cell.attachments ?? {});
      const problems = markdownProblems(sourceOf(cell), { root, file, attachments });
      texts.push(...problems.map(text => `${at}: ${text}`));
    }
    return texts;
  });
}

/** Every lesson loads the extension, and has its build and verify cells, by their tags. */
function lessonProblems({ id, manifest }: Exercise, cells: Cell[]): string[] {
  const problems: string[] = [];
  const code = cells.filter(({ cell_type }) => cell_type === 'code');
  if (!code.some(cell => /^%load_ext jupyterlab_maturin\b/m.test(sourceOf(cell)))) {
    problems.push('no cell says `%load_ext jupyterlab_maturin`.');
  }
  const tagged = (tag: string): Cell[] => code.filter(cell => cell.metadata?.tags?.includes(tag));
  const tags = new Set(['verify', manifest.stub.stops_at]);
  if (KINDS[manifest.kind].isExtension) tags.add('build');
  for (const tag of tags) {
    const count = tagged(tag).length;
    if (count !== 1) {
      problems.push(`${count} code cells are tagged ${tag}; there must be exactly one.`);
    }
  }
  for (const cell of tagged('verify')) {
    const [, verified] = /^%verify(?:[ \t]+(\S+))?/m.exec(sourceOf(cell)) ?? [];
    if (verified !== id) problems.push(`the verify cell does not say \`%verify ${id}\`.`);
  }
  const read = cells.map(cell => ({ type: cell.cell_type, source: sourceOf(cell) }));
  problems.push(...predictionProblems(read, manifest));
  return problems;
}

function sourceOf({ source }: Cell): string {
  return Array.isArray(source) ? source.join('') : source;
}
