import { lstat, mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOurs } from '../../foreign/ours.js';

/**
 * Makes a build's private directory: only the user can look into it. Its name says which process it belongs to, so that
 * {@link removeLeftBehind} knows when nobody needs it any more.
 */
export async function makePrivateDirectory(): Promise<string> {
  return await mkdtemp(join(tmpdir(), `${await prefix()}${process.pid}-`));
}

/**
 * Removes the private directories of bridges that are gone. Usually the guard does that; when it was killed together with
 * its bridge, nobody did.
 */
export async function removeLeftBehind(): Promise<void> {
  const beginning = await prefix();
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const pid = name.startsWith(beginning) ? /^\d+(?=-)/.exec(name.slice(beginning.length)) : null;
    if (pid === null || isAlive(Number(pid[0]))) continue;
    const directory = join(tmpdir(), name);
    const found = await lstat(directory).catch(() => null);
    if (found?.isDirectory() && isOurs(found)) {
      await rm(directory, { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

/** Containers can share a temporary folder and have process ids of their own, so the name says whose ids are meant. */
async function prefix(): Promise<string> {
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
  return `jupyterlab-maturin-build-${/\d+/.exec(namespace)?.[0] ?? 0}-`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
