import { stripVTControlCharacters } from 'node:util';
import { execa } from 'execa';
import { parseForeignJson } from '../../foreign/parseJson.js';
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
  /** Relative to the manifest's folder, as is `license_file`. */
  readme?: string | null;
  license_file?: string | null;
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

/** Looks at what cargo answers with as far as to know that it is cargo. */
const isMetadata = (value: unknown): value is CargoMetadata =>
  typeof value === 'object' &&
  value !== null &&
  'packages' in value &&
  Array.isArray(value.packages) &&
  'workspace_root' in value &&
  'target_directory' in value &&
  typeof value.workspace_root === 'string' &&
  typeof value.target_directory === 'string';

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
    const metadata = parseForeignJson(result.stdout, isMetadata);
    if (metadata !== null) return metadata;
    throw new BuildFailure(
      'tool',
      `\`cargo metadata\` did not describe ${source.manifest}, so ${cargo} is not cargo, or a wrapper prints more than cargo does: correct CARGO or PATH.`
    );
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
