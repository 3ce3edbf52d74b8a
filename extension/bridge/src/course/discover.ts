import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { CourseError } from './error.js';
import { readManifest, type Manifest } from './manifest.js';
import { nearest } from './nearest.js';

/** One exercise as it lies on the disk. */
export interface Exercise {
  /** Its path below `exercises/`, with `/`: `01_intro/03_functions`. */
  id: string;
  chapter: string;
  /** Absolute path of the folder the learner edits. */
  directory: string;
  /** Absolute path of its notebook, which may be missing. */
  notebook: string;
  manifest: Manifest;
}

/** A folder with a `exercises/` and a `notebooks/`. */
export interface Course {
  /** Absolute. */
  root: string;
  /** In the order they are taught: by id. */
  exercises: Exercise[];
  /** Exercises that could not be read: one sentence each. */
  problems: string[];
}

const MANIFEST = 'exercise.toml';

/** Where a learner's copy keeps the shipped exercises, solutions and tests included. */
export const SHIPPED = path.join('.course', 'exercises');

/** Returns the nearest parent of `from` (itself included) that holds a course, or `null`. */
export function findRoot(from: string): string | null {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (isFolder(path.join(folder, 'exercises')) && isFolder(path.join(folder, 'notebooks'))) {
      return folder;
    }
    if (folder === path.dirname(folder)) return null;
  }
}

/**
 * Returns the course that was asked from: the notebook's, else the one that holds the working folder, for a kernel may run
 * anywhere. Raises `CourseError` when there is none.
 */
export function openCourse(asked: Pick<Asked, 'cwd' | 'notebook'>): Course {
  const from = [...(asked.notebook === null ? [] : [path.dirname(asked.notebook)]), asked.cwd];
  for (const folder of from) {
    const root = findRoot(folder);
    if (root !== null) return readCourse(root);
  }
  throw new CourseError(
    `Looking for the course from ${from.join(' and ')} upward: no folder there holds exercises/ and notebooks/; ` +
      'go into your course, or make one with `jupyterlab-maturin course DIR`.'
  );
}

/**
 * Reads the exercises below `root`.
 *
 * In a learner's copy the manifests are the shipped ones, and an exercise stays in the list when its folder was deleted
 * or renamed: it can be reset.
 */
export function readCourse(root: string): Course {
  const shipped = path.join(root, SHIPPED);
  const source = isFolder(shipped) ? shipped : path.join(root, 'exercises');
  const exercises: Exercise[] = [];
  const problems: string[] = [];
  for (const id of idsBelow(source)) {
    const reading = readManifest(readFileSync(path.join(source, id, MANIFEST), 'utf8'));
    if (reading.manifest === null) {
      problems.push(`${id}: ${reading.problems.join(' ')}`);
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

/** Returns the ids of all folders `chapter/name` below `exercises` with a manifest, in order. */
export function idsBelow(exercises: string): string[] {
  return folders(exercises)
    .flatMap(chapter => folders(path.join(exercises, chapter)).map(name => `${chapter}/${name}`))
    .filter(id => existsSync(path.join(exercises, id, MANIFEST)))
    .sort();
}

/** What a learner says and where they say it. */
export interface Asked {
  exercise: string | null;
  cwd: string;
  notebook: string | null;
}

/**
 * Returns the exercise that was asked for: by id; else the notebook's own; else the one that holds the working folder.
 * Raises `CourseError` with the nearest id, or with what to write.
 */
export function findExercise(course: Course, asked: Asked): Exercise {
  if (asked.exercise !== null) return byId(course, asked.exercise);
  for (const place of [asked.notebook, asked.cwd]) {
    const found = place === null ? undefined : holding(course, place);
    if (found) return found;
  }
  throw new CourseError(
    'No exercise was named, and neither the notebook nor the working folder belongs to one; ' +
      `name it, for instance ${course.exercises[0]?.id ?? '01_intro/00_welcome'}.`
  );
}

function byId(course: Course, typed: string): Exercise {
  const id = typed
    .replace(/\\/g, '/')
    .replace(/^.*(exercises|notebooks)\//, '')
    .replace(/\.ipynb$/, '')
    .replace(/\/+$/, '');
  const exact = course.exercises.find(exercise => exercise.id === id);
  if (exact) return exact;
  const ids = course.exercises.map(exercise => exercise.id);
  const near = nearest(id, ids);
  throw new CourseError(
    near === null
      ? `There is no exercise ${typed}; \`jupyterlab-maturin list\` shows the ${ids.length} there are.`
      : `There is no exercise ${typed}; did you mean ${near}?`
  );
}

function holding(course: Course, place: string): Exercise | undefined {
  const full = path.resolve(place);
  return course.exercises.find(
    exercise =>
      full === exercise.notebook ||
      full === exercise.directory ||
      full.startsWith(exercise.directory + path.sep)
  );
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
