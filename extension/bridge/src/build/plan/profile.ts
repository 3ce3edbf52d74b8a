import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { listed } from '../crate/resolve.js';
import { didYouMean } from '../crate/suggest.js';
import { readToml, tableAt } from '../crate/toml.js';
import type { Table } from '../crate/toml.js';
import { BuildFailure } from '../failure.js';

/** What each of cargo's own profiles starts from. */
const BUILT_IN: Record<string, string | null> = {
  dev: null,
  release: null,
  test: 'dev',
  bench: 'release'
};

/** One key of a profile that somebody set, and where. */
export interface ProfileSetting {
  value: unknown;
  /** A file's absolute path, or an environment variable's name. */
  where: string;
}

/** A profile as the crate's workspace, cargo's configuration and the environment shape it. */
export interface Profile {
  name: string;
  /** The directory below the target directory: `debug` for `dev`. */
  directory: string;
  /** Only what somebody set: cargo's own defaults are not in it. */
  settings: Map<string, ProfileSetting>;
}

/**
 * Read what shapes a profile, the strongest last, as cargo does: the workspace's manifest, `.cargo/config.toml`,
 * the environment.
 *
 * @throws BuildFailure (`crate`) that lists the known profiles
 */
export async function readProfile(
  name: string,
  workspaceRoot: string,
  directory: string,
  environment: Record<string, string>
): Promise<Profile> {
  const files = await profileFiles(workspaceRoot, directory, environment);
  const known = new Set([
    ...Object.keys(BUILT_IN),
    ...files.flatMap(file => Object.keys(file.profiles))
  ]);
  if (!known.has(name)) {
    const meant = name === 'debug' ? ' Did you mean `dev`?' : didYouMean(name, known);
    throw new BuildFailure(
      'crate',
      `There is no Cargo profile \`${name}\`: ${join(workspaceRoot, 'Cargo.toml')} knows ${listed([...known])}.${meant}`
    );
  }
  const settings = new Map<string, ProfileSetting>();
  for (const link of inheritance(name, files)) {
    for (const { where, profiles } of files) {
      for (const [key, value] of Object.entries(tableAt(profiles, link))) {
        settings.set(key, { value, where });
      }
    }
    for (const key of ['lto', 'codegen-units', 'opt-level', 'incremental', 'panic']) {
      const where = variableOf(link, key);
      const value = environment[where];
      if (value !== undefined) {
        settings.set(key, { value: literal(value), where });
      }
    }
  }
  return { name, directory: profileDirectory(name), settings };
}

/** The environment variable that sets one key of a profile. */
export function variableOf(profile: string, key: string): string {
  return `CARGO_PROFILE_${profile}_${key}`.replaceAll('-', '_').toUpperCase();
}

interface ProfileFile {
  where: string;
  profiles: Table;
}

/** The weakest first. */
async function profileFiles(
  workspaceRoot: string,
  directory: string,
  environment: Record<string, string>
): Promise<ProfileFile[]> {
  const home = environment['CARGO_HOME'] || join(environment['HOME'] || homedir(), '.cargo');
  const folders = [home];
  const above: string[] = [];
  for (let here = directory; ; here = dirname(here)) {
    above.unshift(join(here, '.cargo'));
    if (here === dirname(here)) {
      break;
    }
  }
  folders.push(...above.filter(folder => folder !== home));
  const files = [
    join(workspaceRoot, 'Cargo.toml'),
    ...folders.flatMap(folder => [join(folder, 'config.toml'), join(folder, 'config')])
  ];
  const tables = await Promise.all(files.map(readToml));
  return files.map((where, index) => ({
    where,
    profiles: tableAt(tables[index] ?? null, 'profile')
  }));
}

/** The profile and what it inherits from, the base first. */
function inheritance(name: string, files: ProfileFile[]): string[] {
  const chain: string[] = [];
  let link: string | null = name;
  while (link !== null && !chain.includes(link)) {
    chain.unshift(link);
    const here: string = link;
    const named = files
      .map(file => tableAt(file.profiles, here)['inherits'])
      .findLast(base => typeof base === 'string');
    link = named ?? BUILT_IN[here] ?? null;
  }
  return chain;
}

function profileDirectory(name: string): string {
  return name === 'dev' || name === 'test' ? 'debug' : name === 'bench' ? 'release' : name;
}

function literal(value: string): unknown {
  return value === 'true'
    ? true
    : value === 'false'
      ? false
      : /^\d+$/.test(value)
        ? Number(value)
        : value;
}
