import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The file that makes a directory a generation. */
export const MANIFEST = 'jupyterlab-maturin.json';

/** What a generation says of itself. */
export interface GenerationManifest {
  version: 1;
  digest: string;
  crate: string;
  /** Absolute path of the crate's Cargo.toml. */
  manifest: string;
  module: string;
  /** Relative to the generation. */
  library: string;
  profile: string;
  features: string[];
  defaultFeatures: boolean;
  interpreter: string;
}

/** A generation on disk. */
export interface Generation {
  number: number;
  directory: string;
}

/** Hours after which a directory that never became a generation belongs to nobody. */
const ABANDONED = 1;

/** A new directory below `modules`, beside the generations to be, so that a rename can put it in place. */
export async function scratchDirectory(tagDirectory: string): Promise<string> {
  const directory = join(tagDirectory, `.new-${randomUUID()}`);
  await mkdir(directory, { recursive: true });
  return directory;
}

/**
 * Put an unpacked wheel in place as the next generation, or hand out the newest one when that holds the same build.
 *
 * @param moduleDirectory `<target>/jupyterlab-maturin/<tag>/<module>`
 * @param scratch the unpacked wheel; it is gone afterwards
 */
export async function keepGeneration(
  moduleDirectory: string,
  scratch: string,
  manifest: GenerationManifest,
  force: boolean
): Promise<Generation & { changed: boolean }> {
  await mkdir(moduleDirectory, { recursive: true });
  const numbers = await generationNumbers(moduleDirectory);
  const newest = numbers.at(-1);
  if (newest !== undefined && !force) {
    const directory = join(moduleDirectory, String(newest));
    if (isSameBuild(await readManifest(directory), manifest)) {
      await rm(scratch, { recursive: true });
      return { number: newest, directory, changed: false };
    }
  }
  await writeFile(join(scratch, MANIFEST), JSON.stringify(manifest, null, 2) + '\n');
  const counter = join(moduleDirectory, 'last');
  const last = Number(await readFile(counter, 'utf8').catch(() => '0')) || 0;
  for (let number = Math.max(last, newest ?? 0) + 1; ; number++) {
    const directory = join(moduleDirectory, String(number));
    try {
      await rename(scratch, directory);
    } catch (error) {
      if (isTaken(error)) {
        continue;
      }
      throw error;
    }
    // A number is never used twice, even after `clean`: dlopen returns the old library for a path it has seen.
    await writeFile(counter, String(number));
    return { number, directory, changed: true };
  }
}

/** The numbers of the generations in a module's directory, ascending. */
export async function generationNumbers(moduleDirectory: string): Promise<number[]> {
  const names = await readdir(moduleDirectory).catch(() => []);
  return names
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

/** A generation's manifest, or `null` when it has none that can be read. */
export async function readManifest(directory: string): Promise<GenerationManifest | null> {
  try {
    return JSON.parse(await readFile(join(directory, MANIFEST), 'utf8')) as GenerationManifest;
  } catch {
    return null;
  }
}

/** Remove what killed builds left half written. */
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

/** The same files for another profile are another build: the person asked for that profile and is told so. */
function isSameBuild(old: GenerationManifest | null, fresh: GenerationManifest): boolean {
  const key = ({ digest, manifest, profile, features, defaultFeatures }: GenerationManifest) =>
    JSON.stringify([digest, manifest, profile, features, defaultFeatures]);
  return old !== null && key(old) === key(fresh);
}

function isTaken(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOTEMPTY' || code === 'EEXIST';
}
