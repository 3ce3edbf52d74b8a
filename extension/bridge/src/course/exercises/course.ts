import { readdirSync } from 'node:fs';
import path from 'node:path';

import type { CourseParams } from '@jupyterlab-maturin/protocol';

import { tellable } from '../../foreign/sentence.js';
import { findCourseRoot } from '../../courseRoot.js';
import { isFolder } from '../../foreign/folders.js';
import { readForeignText, UnreadableFile } from '../../foreign/readFile.js';
import { CourseError } from '../error.js';
import { linkOut, refuseLinkOut } from '../linkOut.js';
import { MADE_BY_TOOLS } from './exerciseFiles.js';
import { readManifest, type Manifest } from './manifest.js';
import { isThere } from './moveFile.js';

/** An exercise on the disk. */
export interface Exercise {
  /** Its path below `exercises/`, with `/`: `01_intro/03_functions`. */
  id: string;
  chapter: string;
  /** Absolute path of the folder that the learner edits. It may be missing: a learner can reset the exercise. */
  directory: string;
  /** Absolute path of its notebook, which may be missing. */
  notebook: string;
  manifest: Manifest;
}

/** A folder that holds `exercises/` and `notebooks/`. */
export interface Course {
  /** Absolute. */
  root: string;
  /** In the order in which they are taught: by id. */
  exercises: Exercise[];
  /** The exercises and chapters that cannot be used, by id: one sentence each. */
  leftOut: Map<string, string>;
}

export const MANIFEST = 'exercise.toml';

/** The folder of a learner's copy that is ours and not the learner's. */
export const RECORDS = '.course';

/** Where a learner's copy keeps the exercises as they were shipped, solutions and tests included. */
export const SHIPPED = path.join(RECORDS, 'exercises');

/**
 * Returns the course around the notebook, or else the one around the working folder: a kernel may run anywhere.
 *
 * @throws CourseError when there is none
 */
export function openCourse({ cwd, notebook }: CourseParams): Course {
  const places = notebook === null ? [cwd] : [path.dirname(notebook), cwd];
  for (const place of places) {
    const root = findCourseRoot(place);
    if (root !== null) return readCourse(root);
  }
  throw new CourseError(
    `There is no course in ${places.join(' or ')} or above, that is, no folder with exercises/ and notebooks/: ` +
      'go into your course, or make one with `jupyterlab-maturin course DIR`.'
  );
}

/**
 * Reads the exercises below `root`.
 *
 * In a learner's copy the manifests are the shipped ones, so an exercise whose folder was deleted or renamed is still
 * listed and can be reset. An exercise that cannot be read costs that exercise only.
 *
 * @throws CourseError when the folder of all exercises leads out of the course
 */
export function readCourse(root: string): Course {
  const shipped = path.join(root, SHIPPED);
  const source = isFolder(shipped) ? shipped : path.join(root, 'exercises');
  refuseLinkOut(root, source, `Reading the course in ${root}`);
  const exercises: Exercise[] = [];
  const leftOut = foldersLeftOut(root, source);
  for (const id of idsBelow(source)) {
    if (leftOut.has(id) || leftOut.has(path.dirname(id))) continue;
    const { manifest, problems } = manifestAt(root, path.join(source, id, MANIFEST));
    if (manifest === null) {
      leftOut.set(id, tellable(`The exercise ${id} is left out: ${problems.join(' ')}`));
      continue;
    }
    exercises.push({
      id,
      chapter: id.split('/')[0] ?? id,
      directory: path.join(root, 'exercises', id),
      notebook: path.join(root, 'notebooks', `${id}.ipynb`),
      manifest
    });
  }
  return { root, exercises, leftOut };
}

/** Returns the chapters and exercises whose folder is a link that leads out of the course. */
function foldersLeftOut(root: string, source: string): Map<string, string> {
  const leftOut = new Map<string, string>();
  const look = (kind: string, id: string): boolean => {
    const link = linkOut(root, path.join(source, id));
    if (link !== null) leftOut.set(id, tellable(`The ${kind} ${id} is left out: ${link}.`));
    return link === null;
  };
  for (const chapter of folders(source)) {
    if (!look('chapter', chapter)) continue;
    for (const name of folders(path.join(source, chapter))) look('exercise', `${chapter}/${name}`);
  }
  return leftOut;
}

function manifestAt(root: string, file: string): ReturnType<typeof readManifest> {
  const link = linkOut(root, file);
  if (link !== null) return { manifest: null, problems: [`${link}.`] };
  try {
    return readManifest(readForeignText(file));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const remedy = file.startsWith(path.join(root, SHIPPED))
      ? ': `jupyterlab-maturin course --update DIR` puts the shipped one back'
      : '';
    return { manifest: null, problems: [`${error.message}${remedy}.`] };
  }
}

/**
 * Returns the ids of all folders `chapter/name` below `exercises` that hold a manifest, in order. Whatever bears the
 * manifest's name counts as one, a link that leads nowhere too: reading it says what is wrong.
 */
export function idsBelow(exercises: string): string[] {
  return folders(exercises)
    .flatMap(chapter => folders(path.join(exercises, chapter)).map(name => `${chapter}/${name}`))
    .filter(id => isThere(path.join(exercises, id, MANIFEST)))
    .sort();
}

function folders(parent: string): string[] {
  if (!isFolder(parent)) return [];
  try {
    return readdirSync(parent, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.') && !MADE_BY_TOOLS.has(name))
      .filter(entry => entry.isDirectory() || entry.isSymbolicLink())
      .map(entry => entry.name)
      .sort();
  } catch {
    return []; // a chapter that may not be read costs that chapter
  }
}
