import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { generationNumbers, readManifest } from './store.js';

/** What `clean` did. */
export interface Cleaned {
  removed: number;
  /** Generations that a kernel holds. */
  kept: number;
  bytes: number;
}

/**
 * Takes each generation that nobody holds out of the way, with its lock in hand, so that no kernel gets hold of it
 * meanwhile, and prints where it put them. Kernels hold a shared flock on the directory of what they use.
 */
const TAKE = `
import fcntl, json, os, sys

taken = []
for directory in sys.argv[1:]:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        continue
    parent, number = os.path.split(directory)
    aside = os.path.join(parent, f".removed-{number}-{os.getpid()}")
    os.rename(directory, aside)
    taken.append(aside)
print(json.dumps(taken))
`;

/**
 * Remove a crate's generations, for all interpreters, that no kernel uses.
 *
 * @param home `<target>/jupyterlab-maturin`
 * @param manifest absolute path of the crate's Cargo.toml
 * @param interpreter a Python: Node has no `flock`
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
  const { stdout } = await execa(interpreter, ['-I', '-S', '-c', TAKE, ...found], {
    stdin: 'ignore'
  });
  const taken = JSON.parse(stdout) as string[];
  let bytes = 0;
  for (const directory of taken) {
    bytes += await sizeOf(directory);
    await rm(directory, { recursive: true, force: true });
  }
  return { removed: taken.length, kept: found.length - taken.length, bytes };
}

async function generationsOf(home: string, manifest: string): Promise<string[]> {
  const found: string[] = [];
  for (const tag of await directoriesIn(home)) {
    for (const moduleDirectory of await directoriesIn(tag)) {
      for (const number of await generationNumbers(moduleDirectory)) {
        const directory = join(moduleDirectory, String(number));
        if ((await readManifest(directory))?.manifest === manifest) {
          found.push(directory);
        }
      }
    }
  }
  return found;
}

async function directoriesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  return entries
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(entry => join(directory, entry.name));
}

/** Bytes in all files below. */
async function sizeOf(directory: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) {
      bytes += (await stat(join(entry.parentPath, entry.name))).size;
    }
  }
  return bytes;
}
