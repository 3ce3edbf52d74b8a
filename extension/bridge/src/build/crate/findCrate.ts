import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { BuildRequest } from '@jupyterlab-maturin/protocol';
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
    : await namedCrate(resolve(question.cwd, withHome(question.crate)));
}

async function namedCrate(path: string): Promise<CrateSource> {
  if (await isFile(path)) {
    return await crateOfFile(path);
  }
  if (!(await isDirectory(path))) {
    const names = await readdir(dirname(path)).catch(() => []);
    throw new BuildFailure(
      'crate',
      `The path ${path} does not exist: name a folder that holds a Cargo.toml.${didYouMean(basename(path), names)}`
    );
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
