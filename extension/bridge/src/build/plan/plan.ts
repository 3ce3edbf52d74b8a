import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildRequest } from '@jupyterlab-maturin/protocol';
import type { CrateSource } from '../crate/source.js';
import { resolveCrate } from '../crate/resolve.js';
import { BuildFailure } from '../failure.js';
import { buildEnvironment } from './environment.js';
import { readMetadata } from './metadata.js';
import { profileNotes, pyo3Note } from './notes.js';
import { buildablePackage, checkFeatures } from './package.js';
import { readProfile } from './profile.js';
import type { Profile } from './profile.js';
import { findTools } from './tools.js';
import type { Tools } from './tools.js';

/** Everything that is known about a build before it runs. */
export interface Plan {
  source: CrateSource;
  /** The Cargo package's name. */
  crate: string;
  /** The library target's name. */
  library: string;
  /** Absolute directory that file names in diagnostics are relative to. */
  root: string;
  /** The names of the packages of the workspace, the crate's among them. */
  packages: string[];
  /** Absolute path of cargo's target directory. */
  target: string;
  /** Absolute path of our own directory below it: locks and generations. */
  home: string;
  profile: Profile;
  notes: string[];
  tools: Tools;
  /** What maturin and cargo get to see. */
  environment: Record<string, string>;
}

/** Find out what the request means, or why it cannot be built. */
export async function makePlan(request: BuildRequest, signal: AbortSignal): Promise<Plan> {
  const [source, tools] = await bothOrFirst(
    resolveCrate(request),
    findTools(request.interpreter, request.environment, signal)
  );
  signal.throwIfAborted();
  const metadata = await readMetadata(tools.cargo, source, tools.environment, signal);
  const found = await buildablePackage(source, metadata);
  checkFeatures(request.features, found);
  const { workspace_root: root, target_directory: target } = metadata;
  const profile = await readProfile(request.profile, root, source.directory, tools.environment);
  const home = join(target, 'jupyterlab-maturin');
  const usesPyo3 = found.dependencies.some(({ name }) => name === 'pyo3');
  const [first] = await Promise.all([
    usesPyo3 ? pyo3Note(target, profile, request.interpreter) : [],
    makeHome(home)
  ]);
  return {
    source,
    crate: found.name,
    library: found.targets.find(one => one.crate_types.includes('cdylib'))!.name,
    root,
    packages: metadata.packages.map(({ name }) => name),
    target,
    home,
    profile,
    notes: [...first, ...profileNotes(profile)],
    tools,
    environment: buildEnvironment(tools.environment, profile)
  };
}

/** Both at once; when both fail, the first one's error, whichever was faster, so that messages do not vary. */
async function bothOrFirst<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled([first, second]);
  if (a.status === 'rejected') {
    throw a.reason;
  }
  if (b.status === 'rejected') {
    throw b.reason;
  }
  return [a.value, b.value];
}

async function makeHome(home: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true });
  } catch (error) {
    throw new BuildFailure(
      'crate',
      `Could not make ${home} (${(error as NodeJS.ErrnoException).code}): make cargo's target directory writable, or set CARGO_TARGET_DIR.`,
      { cause: error }
    );
  }
}
