import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GenerationManifest } from '@jupyterlab-maturin/protocol';
import { makePrivate, readOurs, refuseFolder, writeOurs } from '../../foreign/ours.js';
import { BuildFailure } from '../buildFailure.js';
import { MANIFEST } from './contents.js';
import { faultOf, readManifest } from './look.js';

/** A generation on disk. */
export interface Generation {
  number: number;
  directory: string;
}

/** Hours after which the build that made a new directory must have ended. */
const ABANDONED = 1;

/** The number of a generation, as a file name. Anything else in a module's directory is not a generation. */
const NUMBER = /^[1-9]\d{0,8}$/;
const LARGEST = 999_999_999;

/** How many numbers are tried for a new generation. Builds that end at the same moment take a few of them. */
const ATTEMPTS = 100;

/** Makes a directory to unpack into. It is on the file system of the generations, so a rename makes it one of them. */
export async function newDirectory(tagDirectory: string): Promise<string> {
  await makePrivate(tagDirectory);
  const directory = join(tagDirectory, `.new-${randomUUID()}`);
  await mkdir(directory, { mode: 0o700 });
  return directory;
}

/** A generation that a build ends with. */
export interface Added extends Generation {
  /** Whether it is new, and not the one that an earlier build made. */
  changed: boolean;
  /** Why the newest generation on disk was not used again, although it may be the same build; a sentence for the person. */
  note: string | null;
}

/**
 * Makes an unpacked wheel the next generation, or returns the newest one when that is the same build, belongs to the
 * user and is as it was written.
 *
 * @param moduleDirectory `<target>/jupyterlab-maturin/<tag>/<module>`
 * @param unpacked the directory of the wheel's files, which does not exist afterwards
 * @param force makes a generation in any case
 */
export async function addGeneration(
  moduleDirectory: string,
  unpacked: string,
  manifest: GenerationManifest,
  force: boolean,
  signal: AbortSignal
): Promise<Added> {
  await makePrivate(moduleDirectory);
  const newest = (await generationNumbers(moduleDirectory)).at(-1);
  let note: string | null = null;
  if (newest !== undefined && !force) {
    const directory = join(moduleDirectory, String(newest));
    const old = await readManifest(directory);
    if (old === null || isSameBuild(old, manifest)) {
      const fault = await faultOf(directory);
      if (fault === null) {
        await rm(unpacked, { recursive: true });
        return { number: newest, directory, changed: false, note };
      }
      note = `build ${newest} on disk is not used again, because ${fault}; this is a new one`;
    }
  }
  await writeFile(join(unpacked, MANIFEST), JSON.stringify(manifest, null, 2) + '\n', {
    mode: 0o600
  });
  const added = await takeNumber(moduleDirectory, unpacked, newest ?? 0, signal);
  return { ...added, changed: true, note };
}

/** Gives an unpacked wheel the next number. No number is used twice, even after `clean`: dlopen returns the old library for a path that it has seen. */
async function takeNumber(
  moduleDirectory: string,
  unpacked: string,
  newest: number,
  signal: AbortSignal
): Promise<Generation> {
  const counter = join(moduleDirectory, 'last');
  await refuseFolder(counter);
  const last = numberIn(await readOurs(counter, 100));
  const first = Math.max(last === LARGEST ? 0 : last, newest) + 1;
  for (let number = first; number < first + ATTEMPTS && number <= LARGEST; number++) {
    signal.throwIfAborted();
    const directory = join(moduleDirectory, String(number));
    try {
      await rename(unpacked, directory);
    } catch (error) {
      if (isOccupied(error)) {
        continue;
      }
      throw error;
    }
    await writeOurs(counter, String(number));
    return { number, directory };
  }
  throw new BuildFailure(
    'tool',
    `No number from ${first} on is free for the new build in ${moduleDirectory}: remove what has such a number there, and build again.`
  );
}

/** Returns 0 for what is not a generation's number. */
function numberIn(text: string | null): number {
  const number = text?.trim() ?? '';
  return NUMBER.test(number) ? Number(number) : 0;
}

/** Returns the numbers of the generations in a module's directory, the lowest first. */
export async function generationNumbers(moduleDirectory: string): Promise<number[]> {
  const entries = await readdir(moduleDirectory, { withFileTypes: true }).catch(() => []);
  return entries
    .filter(entry => entry.isDirectory() && NUMBER.test(entry.name))
    .map(entry => Number(entry.name))
    .sort((a, b) => a - b);
}

/** The directories in a directory, without hidden ones. */
export async function directoriesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  return entries
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(entry => join(directory, entry.name));
}

/** Removes the directories of builds that were killed before they had a generation. */
export async function removeAbandoned(tagDirectory: string): Promise<void> {
  const names = await readdir(tagDirectory).catch(() => []);
  const before = Date.now() - ABANDONED * 3_600_000;
  for (const name of names.filter(one => one.startsWith('.new-'))) {
    const directory = join(tagDirectory, name);
    const found = await lstat(directory).catch(() => null);
    if (found && found.mtimeMs < before) {
      await rm(directory, { recursive: true, force: true });
    }
  }
}

/** Equal files of another profile count as another build, because the person asked for that profile. */
function isSameBuild(old: GenerationManifest, fresh: GenerationManifest): boolean {
  const key = ({ digest, manifest, profile, features, defaultFeatures }: GenerationManifest) =>
    JSON.stringify([digest, manifest, profile, features, defaultFeatures]);
  return key(old) === key(fresh);
}

function isOccupied(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  // ENOTDIR: a file or a link has that name.
  return code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR';
}
