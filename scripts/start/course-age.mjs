/** Finds out whether the learner's copy of the course was made from other lessons than those of this project. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** What tools leave behind in the project's own folders, and what a learner's copy does not have. */
const NOT_COPIED = new Set([
  'target',
  'mutants',
  '__pycache__',
  '.pytest_cache',
  '.ipynb_checkpoints',
  '.DS_Store'
]);

/**
 * Compares what the copy remembers of the files it was made from (`.course/files.json`: name to SHA-256) with the
 * project's files. What the learner changed does not count.
 *
 * @param {string} project the folder with the project's `exercises/` and `notebooks/`
 * @param {string} course the folder with the copy
 * @returns {number | undefined} how many files are new, different or gone in the project; `undefined` when the copy
 *   remembers nothing, or nothing that can be read
 */
export function filesThatDiffer(project, course) {
  const record = recordIn(course);
  if (record === undefined) return undefined;
  const copied = new Map();
  for (const [file, digest] of Object.entries(record)) {
    // An exercise is remembered twice, as the learner's and as the one it is compared with; both are the same file.
    const name = file.replace(/^\.course\//, '');
    if (/^(?:exercises|notebooks)\//.test(name)) copied.set(name, digest);
  }
  const current = filesBelow(project, ['exercises', 'notebooks']);
  const differing = current.filter(file => copied.get(file) !== sha256(path.join(project, file)));
  const gone = [...copied.keys()].filter(file => !existsSync(path.join(project, file)));
  return differing.length + gone.length;
}

/** A start must neither end nor wait because this file was cut off, or is none. */
function recordIn(course) {
  const file = path.join(course, '.course', 'files.json');
  try {
    if (!statSync(file).isFile()) return undefined;
    const record = JSON.parse(readFileSync(file, 'utf8'));
    return typeof record === 'object' && record !== null ? record : undefined;
  } catch {
    return undefined;
  }
}

function filesBelow(root, folders) {
  return folders.flatMap(folder =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap(entry => {
      if (NOT_COPIED.has(entry.name)) return [];
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(root, [name]);
      return entry.isFile() && !name.endsWith('.pyc') ? [name] : [];
    })
  );
}

function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/**
 * The course is the learner's, so a newer project does not touch it by itself.
 *
 * @returns {string | undefined} what to tell the learner about it
 */
export function aboutAge(project, course) {
  const differing = filesThatDiffer(project, course);
  if (differing === 0) return undefined;
  if (differing === undefined && existsSync(path.join(course, '.course', 'exercises'))) {
    return (
      'Looking at your course in course/: .course/files.json, which says which lessons it was made from, cannot be read. ' +
      '`.venv/bin/jupyterlab-maturin course --update course` writes it anew and keeps what you changed.'
    );
  }
  if (differing === undefined) {
    return (
      'Looking at your course in course/: it does not say which lessons it was made from, so new ones cannot be brought ' +
      'into it. Rename it to get a fresh copy at the next `npm start`.'
    );
  }
  const files = differing === 1 ? 'one file has' : `${differing} files have`;
  return (
    `Looking at your course in course/: ${files} changed in the project's lessons since your copy was made. ` +
    '`.venv/bin/jupyterlab-maturin course --update course` brings the changes and keeps what you changed.'
  );
}
