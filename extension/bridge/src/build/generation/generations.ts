import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isGenerationManifest, type GenerationManifest } from '@jupyterlab-maturin/protocol';

/** The file in each generation that says which build made it. */
const MANIFEST = 'jupyterlab-maturin.json';

/** A generation on disk. */
export interface Generation {
  number: number;
  directory: string;
}

/** Hours after which the build that made a new directory must have ended. */
const ABANDONED = 1;

/** Makes a directory to unpack into. It is on the file system of the generations, so a rename makes it one of them. */
export async function newDirectory(tagDirectory: string): Promise<string> {
  const directory = join(tagDirectory, `.new-${randomUUID()}`);
  await mkdir(directory, { recursive: true });
  return directory;
}

/**
 * Makes an unpacked wheel the next generation, or returns the newest one when that is the same build.
 *
 * @param moduleDirectory `<target>/jupyterlab-maturin/<tag>/<module>`
 * @param unpacked the directory of the wheel's files, which does not exist afterwards
 * @param force makes a generation in any case
 */
export async function addGeneration(
  moduleDirectory: string,
  unpacked: string,
  manifest: GenerationManifest,
  force: boolean
): Promise<Generation & { changed: boolean }> {
  await mkdir(moduleDirectory, { recursive: true });
  const numbers = await generationNumbers(moduleDirectory);
  const newest = numbers.at(-1);
  if (newest !== undefined && !force) {
    const directory = join(moduleDirectory, String(newest));
    if (isSameBuild(await readManifest(directory), manifest)) {
      await rm(unpacked, { recursive: true });
      return { number: newest, directory, changed: false };
    }
  }
  await writeFile(join(unpacked, MANIFEST), JSON.stringify(manifest, null, 2) + '\n');
  const counter = join(moduleDirectory, 'last');
  const last = Number(await readFile(counter, 'utf8').catch(() => '0')) || 0;
  for (let number = Math.max(last, newest ?? 0) + 1; ; number++) {
    const directory = join(moduleDirectory, String(number));
    try {
      await rename(unpacked, directory);
    } catch (error) {
      if (isOccupied(error)) {
        continue;
      }
      throw error;
    }
    // No number is used twice, even after `clean`, because dlopen returns the old library for a path that it has seen.
    await writeFile(counter, String(number));
    return { number, directory, changed: true };
  }
}

/** Returns the numbers of the generations in a module's directory, the lowest first. */
export async function generationNumbers(moduleDirectory: string): Promise<number[]> {
  const names = await readdir(moduleDirectory).catch(() => []);
  return names
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

/** The directories in a directory, without hidden ones. */
export async function directoriesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  return entries
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(entry => join(directory, entry.name));
}

/** Reads a generation's manifest. Returns `null` when it is missing or broken. */
export async function readManifest(directory: string): Promise<GenerationManifest | null> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(directory, MANIFEST), 'utf8'));
    return isGenerationManifest(manifest) ? manifest : null;
  } catch {
    return null;
  }
}

/** Removes the directories of builds that were killed before they had a generation. */
export async function removeAbandoned(tagDirectory: string): Promise<void> {
  const names = await readdir(tagDirectory).catch(() => []);
  const before = Date.now() - ABANDONED * 3_600_000;
  for (const name of names.filter(one => one.startsWith('.new-'))) {
    const directory = join(tagDirectory, name);
    const found = await stat(directory).catch(() => null);
    if (found && found.mtimeMs < before) {
      await rm(directory, { recursive: true, force: true });
    }
  }
}

/** Equal files of another profile count as another build, because the person asked for that profile. */
function isSameBuild(old: GenerationManifest | null, fresh: GenerationManifest): boolean {
  const key = ({ digest, manifest, profile, features, defaultFeatures }: GenerationManifest) =>
    JSON.stringify([digest, manifest, profile, features, defaultFeatures]);
  return old !== null && key(old) === key(fresh);
}

function isOccupied(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOTEMPTY' || code === 'EEXIST';
}
