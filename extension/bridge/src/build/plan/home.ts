import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolders } from '../../foreign/folders.js';
import { NotOurs, clearWayFor, isOurs, makePrivate } from '../../foreign/ours.js';
import { whyNotWritten } from '../../foreign/systemError.js';
import { BuildFailure } from '../buildFailure.js';

/** Where a user's builds go. */
export interface Home {
  /** Absolute path of the target directory that cargo uses. */
  target: string;
  /** Absolute path of our own directory below it, for the lock and the generations. */
  home: string;
  /** Whether another user has built here first, so that `target` is not the one that cargo would take. */
  shared: boolean;
}

const NAME = 'jupyterlab-maturin';

/**
 * Finds out where a user's builds go. Whoever builds in a target directory runs what is in it: cargo starts the build
 * scripts that it finds compiled there. So when another user has built in it first, this user gets a target directory
 * of their own inside it.
 *
 * @param target the target directory that cargo would take
 */
export async function findHome(target: string): Promise<Home> {
  const home = join(target, NAME);
  const found = await lstat(home).catch(() => null);
  if (found === null || isOurs(found)) return { target, home, shared: false };
  const own = join(target, `${NAME}-${process.geteuid!()}`);
  return { target: own, home: join(own, NAME), shared: true };
}

/** The file whose lock a build holds while it uses the target directory. */
export function lockOf(home: string): string {
  return join(home, 'lock');
}

/** The directory with a file for each package that says which workspace built it last. */
export function ownersOf(home: string): string {
  return join(home, 'owners');
}

/**
 * Makes the directories of a home, for the user alone, and sees to it that no link or pipe stands where maturin's guard
 * and the cargo script read and write files of ours.
 *
 * @param packages the names of the workspace's packages
 * @throws BuildFailure (`crate`) when that is not possible
 */
export async function makeHome({ target, home, shared }: Home, packages: string[]): Promise<void> {
  try {
    if (shared) await makePrivate(target);
    else makeFolders(target);
    await makePrivate(home);
    await makePrivate(ownersOf(home));
    await clearWayFor(lockOf(home));
    for (const name of packages) await clearWayFor(join(ownersOf(home), name));
  } catch (error) {
    throw new BuildFailure('crate', whyNoHome(home, error), { cause: error });
  }
}

function whyNoHome(home: string, error: unknown): string {
  if (error instanceof NotOurs) return `${error.message}.`;
  return `Could not make ${home}: ${whyNotWritten(error)}. CARGO_TARGET_DIR chooses another folder for it.`;
}

/** Returns what the person should know of where the build goes. */
export function homeNotes(target: string, found: Home): string[] {
  return found.shared
    ? [
        `another user has built in ${target} first, so this build goes into ${found.target}; set CARGO_TARGET_DIR to choose another folder`
      ]
    : [];
}
