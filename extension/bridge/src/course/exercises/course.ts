import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import type { CourseParams } from '@jupyterlab-maturin/protocol';

import { findCourseRoot } from '../../courseRoot.js';
import { CourseError } from '../error.js';
import { readManifest, type Manifest } from './manifest.js';

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
  /** One sentence for each exercise whose manifest cannot be used. */
  problems: string[];
}

export const MANIFEST = 'exercise.toml';

/** Where a learner's copy keeps the exercises as they were shipped, solutions and tests included. */
export const SHIPPED = path.join('.course', 'exercises');

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
 * listed and can be reset.
 */
export function readCourse(root: string): Course {
  const shipped = path.join(root, SHIPPED);
  const source = isFolder(shipped) ? shipped : path.join(root, 'exercises');
  const exercises: Exercise[] = [];
  const problems: string[] = [];
  for (const id of idsBelow(source)) {
    const reading = readManifest(readFileSync(path.join(source, id, MANIFEST), 'utf8'));
    if (reading.manifest === null) {
      problems.push(`The exercise ${id} is left out: ${reading.problems.join(' ')}`);
      continue;
    }
    exercises.push({
      id,
      chapter: id.split('/')[0] ?? id,
      directory: path.join(root, 'exercises', id),
      notebook: path.join(root, 'notebooks', `${id}.ipynb`),
      manifest: reading.manifest
    });
  }
  return { root, exercises, problems };
}

/** Returns the ids of all folders `chapter/name` below `exercises` that hold a manifest, in order. */
export function idsBelow(exercises: string): string[] {
  return folders(exercises)
    .flatMap(chapter => folders(path.join(exercises, chapter)).map(name => `${chapter}/${name}`))
    .filter(id => existsSync(path.join(exercises, id, MANIFEST)))
    .sort();
}

function folders(parent: string): string[] {
  if (!isFolder(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(entry => entry.name)
    .sort();
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
