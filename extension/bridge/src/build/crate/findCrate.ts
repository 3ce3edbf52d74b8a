import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, normalize, relative, resolve, sep } from 'node:path';
import type { BuildRequest } from '@jupyterlab-maturin/protocol';
import { findCourseRoot } from '../../courseRoot.js';
import { kindOfFile } from '../../foreign/readFile.js';
import { didYouMean, listed } from '../../suggestions.js';
import { BuildFailure } from '../buildFailure.js';
import { isDirectory, isFile, sourceIn, sourceOf } from './source.js';
import type { CrateSource } from './source.js';

/** The part of a request that decides which crate is built. */
export type CrateQuestion = Pick<BuildRequest, 'crate' | 'cwd' | 'notebook'>;

/** Directories that hold no crate of the user's but possibly thousands of others. */
const SKIPPED = new Set(['node_modules', 'target', '__pycache__']);

/**
 * Returns the crate that the user means: the one they named or, when they named none, the one where they are.
 *
 * @throws BuildFailure (`crate`) that says what was found instead
 */
export async function findCrate(question: CrateQuestion): Promise<CrateSource> {
  return question.crate === null
    ? await inferredCrate(question)
    : await namedCrate(await meantPath(question, question.crate));
}

/**
 * Returns the absolute path that was typed. A path that does not exist is looked for among the exercises of the course
 * around the notebook, or else around the working folder: lessons name `01_intro/04_arguments/example`.
 */
async function meantPath({ cwd, notebook }: CrateQuestion, typed: string): Promise<string> {
  const path = resolve(cwd, withHome(typed));
  if (await exists(path)) {
    return path;
  }
  const inCourse = pathInCourse(notebook === null ? [cwd] : [dirname(notebook), cwd], typed);
  if (inCourse !== null && (await exists(inCourse))) {
    return inCourse;
  }
  const kind = kindOfFile(path);
  if (kind !== null) {
    throw new BuildFailure('crate', `${path} is ${kind}: name a folder that holds a Cargo.toml.`);
  }
  const suggestion =
    (await similarTo(path)) || (inCourse === null ? '' : await similarTo(inCourse));
  throw new BuildFailure(
    'crate',
    inCourse === null
      ? `The path ${path} does not exist: name a folder that holds a Cargo.toml.${suggestion}`
      : `Neither ${path} nor, in the course, ${inCourse} exists: name a folder that holds a Cargo.toml.${suggestion}`
  );
}

/** The path of an exercise, or of something in one; `null` when that is not what was typed, or there is no course. */
function pathInCourse(places: string[], typed: string): string | null {
  const path = normalize(typed);
  if (/^[/~.]/.test(typed) || path.startsWith('..')) {
    return null;
  }
  const root = places.map(findCourseRoot).find(found => found !== null);
  return root === undefined ? null : resolve(root, 'exercises', path);
}

async function exists(path: string): Promise<boolean> {
  return (await isFile(path)) || (await isDirectory(path));
}

/** A suggestion of what lies beside a path that does not exist. */
async function similarTo(path: string): Promise<string> {
  return didYouMean(basename(path), await readdir(dirname(path)).catch(() => []));
}

async function namedCrate(path: string): Promise<CrateSource> {
  if (await isFile(path)) {
    return await crateOfFile(path);
  }
  const source = await sourceIn(path);
  if (source) {
    return source;
  }
  const below = (await cratesBelow(path)).map(crate => relative(path, crate));
  const remedy = below.length
    ? `name one of the crates in it (${listed(below)})`
    : 'name the folder that holds Cargo.toml';
  throw new BuildFailure(
    'crate',
    `There is no crate in ${path}, which has neither a Cargo.toml nor a pyproject.toml with [tool.maturin] manifest-path: ${remedy}.`
  );
}

async function crateOfFile(path: string): Promise<CrateSource> {
  const name = basename(path);
  const source =
    name === 'Cargo.toml'
      ? await sourceOf(path)
      : name === 'pyproject.toml'
        ? await sourceIn(dirname(path))
        : null;
  if (!source) {
    throw new BuildFailure(
      'crate',
      `${path} is not a crate: name the folder that holds Cargo.toml, or Cargo.toml itself.`
    );
  }
  return source;
}

async function inferredCrate(question: CrateQuestion): Promise<CrateSource> {
  const here = question.notebook === null ? question.cwd : dirname(question.notebook);
  const found =
    (await crateAround(here)) ??
    (question.notebook === null ? null : await exerciseOf(question.notebook));
  if (found) {
    return found;
  }
  const below = await cratesBelow(here);
  if (below.length === 1) {
    return await namedCrate(below[0]!);
  }
  throw new BuildFailure(
    'crate',
    below.length
      ? `No crate was named, and ${here} has several: name one of ${listed(below.map(crate => relative(here, crate)))}.`
      : `No crate was named, and there is none in ${here}, above it or one level below: name the folder that holds Cargo.toml.`
  );
}

/** The nearest directory at or above `directory` that holds a package. The root of a workspace may hold none. */
async function crateAround(directory: string): Promise<CrateSource | null> {
  for (let here = directory; ; here = dirname(here)) {
    const source = await sourceIn(here);
    if (source && 'package' in source.cargo) {
      return source;
    }
    if (here === dirname(here)) {
      return null;
    }
  }
}

/** The exercise of a notebook: `notebooks/A/B.ipynb` has `exercises/A/B`. `null` when there is none. */
async function exerciseOf(notebook: string): Promise<CrateSource | null> {
  const parts = notebook.replace(/\.ipynb$/, '').split(sep);
  // A folder further up may be called `notebooks` too.
  for (const [at, part] of [...parts.entries()].reverse()) {
    if (part !== 'notebooks') {
      continue;
    }
    const source = await sourceIn(parts.with(at, 'exercises').join(sep));
    if (source) {
      return source;
    }
  }
  return null;
}

/** The directories one level below that hold a package, sorted. */
async function cratesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries
      .filter(entry => !entry.name.startsWith('.') && !SKIPPED.has(entry.name))
      .filter(entry => entry.isDirectory() || entry.isSymbolicLink())
      .map(async entry => {
        const path = join(directory, entry.name);
        // A broken crate does not keep the others from being found; its error comes when it is named itself.
        const source = await sourceIn(path).catch(() => null);
        return source && 'package' in source.cargo ? path : null;
      })
  );
  return found.filter(path => path !== null).sort();
}

function withHome(path: string): string {
  return path.replace(/^~(?=$|\/)/, homedir());
}
