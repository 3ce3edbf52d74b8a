import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { execa } from 'execa';
import { directoriesIn } from './generations.js';
import { readManifest } from './look.js';

/** What `clean` did. */
export interface Cleaned {
  /** The number of generations that were removed. */
  removed: number;
  /** The number of generations that a kernel uses. */
  kept: number;
  /** The disk space that was freed. */
  bytes: number;
}

/** `3`, and `3.again-4711-1`: the copy from which a kernel loaded it a second time. */
const GENERATION_OR_COPY = /^\d+(?:\.again-\d+-\d+)?$/;

/**
 * A Python program that renames each generation that no kernel uses, and prints the new names.
 *
 * A kernel holds a shared flock on the directory of each generation that it uses. While this program holds the exclusive
 * lock, no kernel can begin to use the generation; once it is renamed, no kernel finds it.
 */
const SET_ASIDE = `
import fcntl, json, os, sys

moved = []
for directory in sys.argv[1:]:
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        continue
    parent, number = os.path.split(directory)
    aside = os.path.join(parent, f".removed-{number}-{os.getpid()}")
    os.rename(directory, aside)
    moved.append(aside)
print(json.dumps(moved))
`;

/**
 * Removes those of a crate's generations that no kernel uses, for all interpreters.
 *
 * @param home `<target>/jupyterlab-maturin`
 * @param manifest absolute path of the crate's Cargo.toml
 * @param interpreter any Python, because Node has no `flock`
 */
export async function cleanGenerations(
  home: string,
  manifest: string,
  interpreter: string
): Promise<Cleaned> {
  const found = await generationsOf(home, manifest);
  if (found.length === 0) {
    return { removed: 0, kept: 0, bytes: 0 };
  }
  const { stdout } = await execa(interpreter, ['-I', '-S', '-c', SET_ASIDE, ...found], {
    stdin: 'ignore'
  });
  const moved = JSON.parse(stdout) as string[];
  let bytes = 0;
  for (const directory of moved) {
    bytes += await sizeOf(directory);
    await rm(directory, { recursive: true, force: true });
  }
  return { removed: moved.length, kept: found.length - moved.length, bytes };
}

async function generationsOf(home: string, manifest: string): Promise<string[]> {
  const found: string[] = [];
  for (const tag of await directoriesIn(home)) {
    for (const moduleDirectory of await directoriesIn(tag)) {
      for (const directory of await directoriesIn(moduleDirectory)) {
        const counts = GENERATION_OR_COPY.test(basename(directory));
        if (counts && (await readManifest(directory))?.manifest === manifest) {
          found.push(directory);
        }
      }
    }
  }
  return found;
}

/** Bytes in all files below a directory. */
async function sizeOf(directory: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) {
      bytes += (await stat(join(entry.parentPath, entry.name))).size;
    }
  }
  return bytes;
}
