import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, relative, resolve } from 'node:path';
import type { BuildRequest } from '@jupyterlab-maturin/protocol';
import { BuildFailure } from '../failure.js';
import { crateAround, cratesBelow, exerciseOf } from './nearby.js';
import { isDirectory, isFile, sourceIn, sourceOf } from './source.js';
import type { CrateSource } from './source.js';
import { didYouMean } from './suggest.js';

/** The part of a request that says which crate is meant. */
export type CrateQuestion = Pick<BuildRequest, 'crate' | 'cwd' | 'notebook'>;

/**
 * The crate that the user means, by what they typed or, when they typed nothing, by where they are.
 *
 * @throws BuildFailure (`crate`) that says what is there instead
 */
export async function resolveCrate(question: CrateQuestion): Promise<CrateSource> {
  return question.crate === null
    ? await inferredCrate(question)
    : await namedCrate(resolve(question.cwd, withHome(question.crate)));
}

async function namedCrate(path: string): Promise<CrateSource> {
  if (await isFile(path)) {
    return await crateOfFile(path);
  }
  if (!(await isDirectory(path))) {
    throw new BuildFailure(
      'crate',
      `There is no crate at ${path}: no such path; name a folder with a Cargo.toml.${await neighbours(path)}`
    );
  }
  const source = await sourceIn(path);
  if (source) {
    return source;
  }
  const below = (await cratesBelow(path)).map(crate => relative(path, crate));
  const pointer = below.length
    ? `name one of the crates in it (${listed(below)})`
    : 'name the directory that holds Cargo.toml';
  throw new BuildFailure(
    'crate',
    `There is no crate in ${path}: neither Cargo.toml nor a pyproject.toml with [tool.maturin] manifest-path; ${pointer}.`
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
      `${path} is not a crate: name the directory that holds Cargo.toml, or Cargo.toml itself.`
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
      : `No crate was named, and there is none in ${here}, above it or one level below: name the directory that holds Cargo.toml.`
  );
}

/** What lies beside a path that does not exist, and is spelled nearly so. */
async function neighbours(path: string): Promise<string> {
  const names = await readdir(dirname(path)).catch(() => []);
  return didYouMean(basename(path), names);
}

function withHome(path: string): string {
  return path.replace(/^~(?=$|\/)/, homedir());
}

/** At most ten names, quoted, and how many more there are. */
export function listed(names: string[]): string {
  const shown = names.slice(0, 10).map(name => `\`${name}\``);
  return (
    shown.join(', ') +
    (names.length > shown.length ? ` and ${names.length - shown.length} more` : '')
  );
}
