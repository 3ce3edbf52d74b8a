import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildRequest } from '@jupyterlab-maturin/protocol';
import { stringAt } from '../crate/toml.js';
import { BuildFailure } from '../failure.js';
import type { Plan } from '../plan/plan.js';
import { importableModule } from './module.js';
import { keepGeneration, removeAbandoned, scratchDirectory } from './store.js';
import { unpackWheel } from './wheel.js';

/** A wheel that became a generation. */
export interface KeptWheel {
  module: string;
  number: number;
  directory: string;
  /** Absolute. */
  library: string;
  changed: boolean;
  /** Where all generations of this module lie. */
  moduleDirectory: string;
}

/**
 * Unpack a wheel into a generation of its own, whole or not at all.
 *
 * @throws BuildFailure (`crate`) when the wheel holds nothing native
 */
export async function keepWheel(
  wheel: string,
  plan: Plan,
  request: BuildRequest
): Promise<KeptWheel> {
  const tagDirectory = join(plan.home, request.tag);
  const scratch = await scratchDirectory(tagDirectory);
  try {
    const { files, digest } = await unpackWheel(wheel, scratch);
    const moduleName = stringAt(
      plan.source.pyproject?.table ?? null,
      'tool',
      'maturin',
      'module-name'
    );
    const found = importableModule(files, (moduleName ?? plan.library).split('.').at(-1)!);
    if (found === null) {
      throw new BuildFailure(
        'crate',
        `The wheel of ${plan.crate} holds no native library, so there is nothing to load: look at \`bindings\` in [tool.maturin] of pyproject.toml.`
      );
    }
    const { module, library } = found;
    const moduleDirectory = join(tagDirectory, module);
    const { crate, source } = plan;
    const { profile, features, defaultFeatures, interpreter } = request;
    const kept = await keepGeneration(
      moduleDirectory,
      scratch,
      {
        version: 1,
        digest,
        crate,
        manifest: await realpath(source.manifest),
        module,
        library,
        profile,
        features,
        defaultFeatures,
        interpreter
      },
      request.force
    );
    return { ...kept, module, library: join(kept.directory, library), moduleDirectory };
  } finally {
    await rm(scratch, { recursive: true, force: true });
    await removeAbandoned(tagDirectory);
  }
}
