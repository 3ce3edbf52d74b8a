import { stripVTControlCharacters } from 'node:util';
import { isCargoMetadata, type CargoMetadata } from '@jupyterlab-maturin/protocol';
import { execa } from 'execa';
import { parseForeignJson } from '../../foreign/parseJson.js';
import type { CrateSource } from '../crate/source.js';
import { BuildFailure } from '../buildFailure.js';
import { cargoReason } from '../messages/explainFailure.js';
import { toolchainFault } from '../messages/toolchainFault.js';

/**
 * Asks cargo about the crate's workspace. Dependencies are not resolved, which would take long.
 *
 * @throws BuildFailure (`crate`, or `tool` when the toolchain does not work)
 */
export async function readMetadata(
  cargo: string,
  source: CrateSource,
  environment: Record<string, string>,
  signal: AbortSignal
): Promise<CargoMetadata> {
  const args = [
    'metadata',
    '--no-deps',
    '--format-version',
    '1',
    '--manifest-path',
    source.manifest
  ];
  const result = await execa(cargo, args, {
    cwd: source.directory,
    env: environment,
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    cancelSignal: signal
  });
  signal.throwIfAborted();
  if (!result.failed) return metadataIn(result.stdout, cargo, source.manifest);
  const output = stripVTControlCharacters(result.stderr);
  const toolchain = toolchainFault(output);
  if (toolchain !== null) {
    throw new BuildFailure('tool', toolchain);
  }
  throw new BuildFailure(
    'crate',
    `cargo could not read ${source.manifest}: ${cargoReason(output) || result.shortMessage}.`
  );
}

/**
 * Reads what cargo answered.
 *
 * @throws BuildFailure (`tool`) when that is not the description of a workspace
 */
export function metadataIn(answer: string, cargo: string, manifest: string): CargoMetadata {
  const metadata = parseForeignJson(answer, isCargoMetadata);
  if (metadata !== null) return metadata;
  throw new BuildFailure(
    'tool',
    `\`cargo metadata\` did not describe ${manifest}, so ${cargo} is not cargo, or a wrapper prints more than cargo does: correct CARGO or PATH.`
  );
}
