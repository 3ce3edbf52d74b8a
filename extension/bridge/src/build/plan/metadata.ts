import { stripVTControlCharacters } from 'node:util';
import { execa } from 'execa';
import type { CrateSource } from '../crate/source.js';
import { BuildFailure } from '../buildFailure.js';
import { cargoReason } from '../messages/explainFailure.js';
import { toolchainFault } from '../messages/toolchainFault.js';

/** One target of a package, in the form of `cargo metadata`. */
export interface CargoTarget {
  name: string;
  kind: string[];
  crate_types: string[];
}

/** One package, in the form of `cargo metadata`. */
export interface CargoPackage {
  name: string;
  manifest_path: string;
  targets: CargoTarget[];
  features: Record<string, string[]>;
  dependencies: { name: string; features: string[] }[];
}

/** The part of `cargo metadata --no-deps` that a build needs. */
export interface CargoMetadata {
  packages: CargoPackage[];
  /** Absolute; rustc runs there, so file names in diagnostics are relative to it. */
  workspace_root: string;
  target_directory: string;
}

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
  if (!result.failed) {
    return JSON.parse(result.stdout) as CargoMetadata;
  }
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
