import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { didYouMean, listed } from '../../suggestions.js';
import { BuildFailure } from '../buildFailure.js';
import { readToml, tableAt } from '../crate/toml.js';
import type { Table } from '../crate/toml.js';

/** cargo's own profiles, each with the one that it inherits from. */
const BUILT_IN: Record<string, string | null> = {
  dev: null,
  release: null,
  test: 'dev',
  bench: 'release'
};

/** The value of one key of a profile, and where it was set. */
export interface ProfileSetting {
  value: unknown;
  /** A file's absolute path, or an environment variable's name. */
  where: string;
}

/** A Cargo profile with what the workspace, cargo's configuration and the environment set in it. */
export interface Profile {
  name: string;
  /** The directory below the target directory: `debug` for `dev`. */
  directory: string;
  /** Without cargo's own defaults. */
  settings: Map<string, ProfileSetting>;
}

/**
 * Reads the settings of a profile as cargo does: from the workspace's manifest, then from `.cargo/config.toml`, then from
 * the environment. A later setting overrides an earlier one.
 *
 * @throws BuildFailure (`crate`) that lists the profiles there are
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
    const suggestion = name === 'debug' ? ' Did you mean `dev`?' : didYouMean(name, known);
    throw new BuildFailure(
      'crate',
      `There is no Cargo profile \`${name}\`: the profiles of ${join(workspaceRoot, 'Cargo.toml')} are ${listed([...known])}.${suggestion}`
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

/** Returns the caller's environment with the variables that we add to it. */
export function buildEnvironment(
  environment: Record<string, string>,
  profile: Profile
): Record<string, string> {
  const added: Record<string, string> = {
    // With both of these, cargo counts crates (`12/26`) even where it does not print to a terminal.
    CARGO_TERM_PROGRESS_WHEN: 'always',
    CARGO_TERM_PROGRESS_WIDTH: '80'
  };
  if (!profile.settings.has('incremental') && !('CARGO_INCREMENTAL' in environment)) {
    // An optimised build of an edited crate is then as fast as a debug build.
    added[variableOf(profile.name, 'incremental')] = 'true';
  }
  return { ...environment, ...added };
}

/** The environment variable that sets one key of a profile. */
function variableOf(profile: string, key: string): string {
  return `CARGO_PROFILE_${profile}_${key}`.replaceAll('-', '_').toUpperCase();
}

interface ProfileFile {
  where: string;
  profiles: Table;
}

/** The files that may set something, in the order in which they override each other. */
async function profileFiles(
  workspaceRoot: string,
  directory: string,
  environment: Record<string, string>
): Promise<ProfileFile[]> {
  const where = join(workspaceRoot, 'Cargo.toml');
  const manifest = { where, table: await readToml(where) };
  const files = [manifest, ...(await configFiles(directory, environment))];
  return files.map(file => ({ where: file.where, profiles: tableAt(file.table, 'profile') }));
}

/**
 * Returns cargo's configuration for a directory, the user's own file first and the innermost last, as they override each
 * other; `null` stands for a file that does not exist.
 */
export async function configFiles(
  directory: string,
  environment: Record<string, string>
): Promise<{ where: string; table: Table | null }[]> {
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
  const files = folders.flatMap(folder => [join(folder, 'config.toml'), join(folder, 'config')]);
  return await Promise.all(files.map(async where => ({ where, table: await readToml(where) })));
}

/** The profile and those that it inherits from, the base first. */
function inheritance(name: string, files: ProfileFile[]): string[] {
  const chain: string[] = [];
  let link: string | null = name;
  while (link !== null && !chain.includes(link)) {
    chain.unshift(link);
    const here: string = link;
    const named = files
      .map(file => tableAt(file.profiles, here)['inherits'])
      .findLast(base => typeof base === 'string');
    link = named ?? (Object.hasOwn(BUILT_IN, here) ? BUILT_IN[here]! : null);
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
