import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import type { Exercise } from '../discover.js';
import type { Problem } from './problem.js';

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
 * What JupyterLab writes into a notebook that is opened with an IPython kernel; it marks the notebook as changed when
 * the file says anything else. `language_info` also holds the version of Python, which our labextension forgives.
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

/** Says what is wrong with an exercise's notebook as it lies there, unrun. */
export function checkNotebook(root: string, exercise: Exercise): Problem[] {
  return existsSync(exercise.notebook) ? checkFile(root, exercise.notebook, exercise) : [];
}

/** Returns the course's notebooks that belong to no exercise: those that lie directly in `notebooks/`. */
export function looseNotebooks(root: string): string[] {
  return readdirSync(path.join(root, 'notebooks'))
    .filter(name => name.endsWith('.ipynb'))
    .map(name => path.join(root, 'notebooks', name));
}

/** Says what is wrong with a notebook as it lies there; `exercise` is the one it teaches, if any. */
export function checkFile(root: string, file: string, exercise: Exercise | null): Problem[] {
  const where = path.relative(root, file);
  const problems: Problem[] = [];
  const say = (text: string): number => problems.push({ where, text });
  let notebook: Notebook;
  try {
    notebook = JSON.parse(readFileSync(file, 'utf8')) as Notebook;
  } catch (error) {
    say(`is not JSON: ${(error as Error).message}.`);
    return problems;
  }
  if (notebook.nbformat !== 4 || notebook.nbformat_minor < 5) {
    say(
      `is nbformat ${notebook.nbformat}.${notebook.nbformat_minor}; it must be 4.5, which has cell ids.`
    );
  }
  for (const text of checkMetadata(notebook.metadata)) say(text);
  const ids = new Set<string>();
  notebook.cells.forEach((cell, index) => {
    const at = `cell ${index + 1} (${cell.id ?? 'no id'})`;
    if (!cell.id) say(`${at} has no id.`);
    else if (ids.has(cell.id)) say(`${at}: the id is there twice.`);
    ids.add(cell.id ?? '');
    if ((cell.outputs ?? []).length > 0) say(`${at} has outputs.`);
    if (cell.execution_count != null) say(`${at} has an execution count.`);
    if (cell.cell_type === 'markdown') {
      for (const text of checkMarkdown(root, file, cell)) say(`${at}: ${text}`);
    }
  });
  if (exercise !== null) {
    for (const text of checkCourseCells(exercise, notebook.cells)) say(text);
  }
  return problems;
}

/** Opening a notebook must not mark it as changed. */
function checkMetadata({ kernelspec, language_info }: Notebook['metadata']): string[] {
  const language: Record<string, unknown> = { ...language_info };
  delete language.version;
  const found = { kernelspec, language_info: language };
  return (['kernelspec', 'language_info'] as const)
    .filter(key => !isDeepStrictEqual(found[key], JUPYTERLAB_WRITES[key]))
    .map(
      key =>
        `has a metadata.${key} that JupyterLab replaces when it opens the notebook, which marks it as changed: save it once in JupyterLab.`
    );
}

/** The cells that every lesson has. */
function checkCourseCells(exercise: Exercise, cells: Cell[]): string[] {
  const problems: string[] = [];
  const code = cells.filter(({ cell_type }) => cell_type === 'code');
  if (!code.some(cell => /^%load_ext jupyterlab_maturin\b/m.test(source(cell)))) {
    problems.push('no cell says `%load_ext jupyterlab_maturin`.');
  }
  const tagged = (tag: string): Cell[] => code.filter(cell => cell.metadata?.tags?.includes(tag));
  const tags = new Set(['verify', exercise.manifest.stub.stopsAt]);
  if (exercise.manifest.kind === 'extension') tags.add('build');
  for (const tag of tags) {
    const count = tagged(tag).length;
    if (count !== 1) {
      problems.push(`${count} code cells are tagged ${tag}; there must be exactly one.`);
    }
  }
  for (const cell of tagged('verify')) {
    const [, id] = /^%verify(?:[ \t]+(\S+))?/m.exec(source(cell)) ?? [];
    if (id !== exercise.id) {
      problems.push(`the verify cell does not say \`%verify ${exercise.id}\`.`);
    }
  }
  return problems;
}

/** Pictures need words beside them, and links must lead somewhere inside the course. */
function checkMarkdown(root: string, notebook: string, cell: Cell): string[] {
  const problems: string[] = [];
  const text = withoutCode(source(cell));
  for (const [whole, alt] of text.matchAll(/!\[([^\]]*)\]\([^)]*\)/g)) {
    if ((alt ?? '').trim() === '') {
      problems.push(`the picture ${whole} has no alt text.`);
    }
  }
  for (const [whole] of text.matchAll(/<img\b[^>]*>/gi)) {
    if (!/\balt\s*=\s*["'][^"']+["']/i.test(whole)) {
      problems.push(`the picture ${whole} has no alt text.`);
    }
  }
  for (const [whole] of text.matchAll(/<svg\b[^>]*>/gi)) {
    if (!/aria-label(ledby)?\s*=|role\s*=\s*["']presentation/i.test(whole)) {
      problems.push(`the drawing ${whole} has no aria-label.`);
    }
  }
  const targets = [
    ...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g),
    ...text.matchAll(/\b(?:href|src)\s*=\s*["']([^"']+)["']/gi),
    ...text.matchAll(/^\s{0,3}\[[^\]]+\]:\s*(\S+)/gm)
  ].map(match => match[1]!);
  for (const target of targets) {
    const trouble = linkTrouble(root, notebook, cell, target);
    if (trouble !== null) problems.push(trouble);
  }
  return problems;
}

function linkTrouble(root: string, notebook: string, cell: Cell, target: string): string | null {
  if (/^https:\/\//.test(target) || target.startsWith('#')) return null;
  if (target.startsWith('attachment:')) {
    const name = target.slice('attachment:'.length);
    return cell.attachments?.[name] ? null : `${target} is not attached.`;
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    return `the link ${target} is neither https nor inside the course.`;
  }
  const file = path.resolve(path.dirname(notebook), decodeURIComponent(target.split('#')[0]!));
  const inside = ['exercises', 'notebooks'].some(room =>
    file.startsWith(path.join(root, room) + path.sep)
  );
  if (!inside) return `the link ${target} leaves the course.`;
  return existsSync(file) ? null : `the link ${target} leads nowhere.`;
}

function source(cell: Cell): string {
  const text = cell.source;
  return Array.isArray(text) ? text.join('') : text;
}

function withoutCode(text: string): string {
  return text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/(`+)(?:(?!\1)[\s\S])*\1/g, '');
}
