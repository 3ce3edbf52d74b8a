import { execa } from 'execa';
import type { CrateSource } from '../crate/source.js';
import { BuildFailure } from '../failure.js';
import { plainText } from '../messages/text.js';

/** One target of a package, as `cargo metadata` gives it. */
export interface CargoTarget {
  name: string;
  kind: string[];
  crate_types: string[];
}

/** One package, as `cargo metadata` gives it. */
export interface CargoPackage {
  name: string;
  manifest_path: string;
  targets: CargoTarget[];
  features: Record<string, string[]>;
  dependencies: { name: string }[];
}

/** The part of `cargo metadata --no-deps` that a build needs. */
export interface CargoMetadata {
  packages: CargoPackage[];
  /** Absolute; rustc runs there, so file names in diagnostics are relative to it. */
  workspace_root: string;
  target_directory: string;
}

/**
 * Ask cargo about the crate's workspace, without resolving dependencies.
 *
 * @throws BuildFailure (`crate`, or `tool` when it is the toolchain that does not work)
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
  const said = plainText(result.stderr);
  const toolchain = toolchainFault(said);
  if (toolchain !== null) {
    throw new BuildFailure('tool', toolchain);
  }
  throw new BuildFailure(
    'crate',
    `cargo could not read ${source.manifest}: ${cargoReason(said) || result.shortMessage}.`
  );
}

/** A sentence when rustup, not the crate, is at fault; else `null`. */
export function toolchainFault(said: string): string | null {
  const fault =
    /^error: (.*(?:toolchain|rustup).*(?:not installed|no (?:override|default)|could not choose|not configured).*)$/im.exec(
      said
    );
  return fault
    ? `rustup could not start cargo (${fault[1]!.replace(/\.$/, '')}): install a toolchain with \`rustup default stable\`, or correct rust-toolchain.toml.`
    : null;
}

/** cargo's own words: the error and its deepest cause, with the place if it names one. */
export function cargoReason(said: string): string {
  const lines = said.split('\n').map(line => line.trim());
  const error = lines.find(line => line.startsWith('error: '))?.slice('error: '.length);
  const place = lines.find(line => line.startsWith('--> '))?.slice('--> '.length);
  const causes = lines.flatMap((line, index) =>
    line === 'Caused by:' ? [lines[index + 1] ?? ''] : []
  );
  const parts = [error, causes.at(-1)].flatMap(part => (part ? [part.replace(/\.$/, '')] : []));
  return parts.join(': ') + (place ? ` (${place})` : '');
}
