import { lstat, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  GenerationOnDisk,
  GenerationsAnswer,
  GenerationsRequest
} from '@jupyterlab-maturin/protocol';
import { BuildFailure } from '../buildFailure.js';
import { findCrate } from '../crate/findCrate.js';
import { findHome } from '../plan/home.js';
import { readMetadata } from '../plan/metadata.js';
import { buildablePackage } from '../plan/package.js';
import { findRust } from '../plan/tools.js';
import { directoriesIn, generationNumbers } from './generations.js';
import { readManifest } from './look.js';

/**
 * Finds the builds of a crate that are still on disk for one interpreter. Nothing is built.
 *
 * @param signal ends it when nobody waits for the answer any more
 */
export async function findGenerations(
  request: GenerationsRequest,
  signal: AbortSignal
): Promise<GenerationsAnswer> {
  try {
    const [source, { cargo, environment }] = await Promise.all([
      findCrate(request),
      findRust(request.environment)
    ]);
    const metadata = await readMetadata(cargo, source, environment, signal);
    const { name: crate } = await buildablePackage(source, metadata);
    const root = metadata.workspace_root;
    const { target, home } = await findHome(metadata.target_directory);
    const tagDirectory = join(home, request.tag);
    const generations = await newestModule(tagDirectory, await realpath(source.manifest));
    return { status: 'found', crate, manifest: source.manifest, root, target, generations };
  } catch (error) {
    if (!(error instanceof BuildFailure)) {
      throw error;
    }
    return { status: 'failed', error: { kind: error.kind, message: error.message } };
  }
}

/** The generations of that module of the crate that was built last. A crate has several when it was renamed. */
async function newestModule(tagDirectory: string, manifest: string): Promise<GenerationOnDisk[]> {
  const modules = await directoriesIn(tagDirectory);
  const found = await Promise.all(modules.map(directory => generationsIn(directory, manifest)));
  return found.reduce((newest, one) => (one.at > newest.at ? one : newest), { at: 0, list: [] })
    .list;
}

async function generationsIn(
  moduleDirectory: string,
  manifest: string
): Promise<{ at: number; list: GenerationOnDisk[] }> {
  const list: GenerationOnDisk[] = [];
  let at = 0;
  for (const number of await generationNumbers(moduleDirectory)) {
    const directory = join(moduleDirectory, String(number));
    const of = await readManifest(directory);
    const made = await lstat(directory).catch(() => null);
    if (of?.manifest !== manifest || made === null) {
      continue;
    }
    const { module, profile, features, defaultFeatures, digest } = of;
    list.push({
      number,
      directory,
      library: join(directory, of.library),
      module,
      profile,
      features,
      defaultFeatures,
      digest,
      made: of.made ?? null,
      seconds: of.seconds ?? null
    });
    const when = Date.parse(of.made ?? '');
    at = Math.max(at, Number.isNaN(when) ? made.mtimeMs : when);
  }
  return { at, list };
}
