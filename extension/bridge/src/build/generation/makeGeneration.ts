import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { RECORD_VERSION } from '@jupyterlab-maturin/protocol';
import type { BuildRequest } from '@jupyterlab-maturin/protocol';
import { BuildFailure } from '../buildFailure.js';
import type { Plan } from '../plan/plan.js';
import type { Stopwatch } from '../stopwatch.js';
import { contentsOf } from './contents.js';
import { addGeneration, newDirectory, removeAbandoned } from './generations.js';
import type { Added } from './generations.js';
import { bundleLinkedLibraries } from './linkedLibraries.js';
import { importableModule } from './importableModule.js';
import { unpackWheel } from './unpackWheel.js';

/** The generation that a build ends with. */
export interface BuiltGeneration extends Added {
  module: string;
  /** Absolute. */
  library: string;
  /** Absolute path of the directory with all generations of this module. */
  moduleDirectory: string;
}

/**
 * Unpacks a wheel into a new generation, or finds that the newest one has the same content. A generation is complete or
 * does not exist.
 *
 * @param linkedPaths the directories in which build scripts had the linker look for libraries
 * @throws BuildFailure (`crate`) when the wheel holds no native library; (`tool`) when it needs others and cannot get them
 */
export async function makeGeneration(
  wheel: string,
  plan: Plan,
  request: BuildRequest,
  linkedPaths: string[],
  watch: Stopwatch,
  signal: AbortSignal
): Promise<BuiltGeneration> {
  const tagDirectory = join(plan.home, request.tag);
  const unpacked = await newDirectory(tagDirectory);
  try {
    const { files, digest } = await unpackWheel(wheel, unpacked);
    const { crate, source } = plan;
    const found = importableModule(files, plan.module.split('.').at(-1)!);
    if (found === null) {
      throw new BuildFailure(
        'crate',
        `The wheel of ${crate} holds no native library, so there is nothing to load: check \`bindings\` in [tool.maturin] of pyproject.toml.`
      );
    }
    const { module, library } = found;
    const moduleDirectory = join(tagDirectory, module);
    const bundled = await bundleLinkedLibraries(unpacked, library, linkedPaths, plan, request);
    const { profile, features, defaultFeatures, interpreter, force } = request;
    const generation = await addGeneration(
      moduleDirectory,
      unpacked,
      {
        version: RECORD_VERSION,
        digest: bundled === null ? digest : `${digest}+${bundled}`,
        contents: await contentsOf(unpacked),
        crate,
        manifest: await realpath(source.manifest),
        module,
        library,
        ...(linkedPaths.length ? { linkedPaths } : {}),
        made: new Date().toISOString(),
        seconds: watch.seconds,
        profile,
        features,
        defaultFeatures,
        interpreter
      },
      force,
      signal
    );
    return { ...generation, module, library: join(generation.directory, library), moduleDirectory };
  } finally {
    await rm(unpacked, { recursive: true, force: true });
    await removeAbandoned(tagDirectory);
  }
}
