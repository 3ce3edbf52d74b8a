import type { BuildRequest } from '@jupyterlab-maturin/protocol';
import { findCrate } from '../crate/findCrate.js';
import type { CrateSource } from '../crate/source.js';
import { stringAt } from '../crate/toml.js';
import { compilerMark } from './compilerMark.js';
import { refuseEndlessDescription } from './describedFiles.js';
import { refuseForeignTarget } from './foreignTarget.js';
import { findHome, homeNotes, makeHome } from './home.js';
import { readMetadata } from './metadata.js';
import { buildablePackage, checkFeatures, moduleName } from './package.js';
import { buildEnvironment, readProfile } from './profile.js';
import type { Profile } from './profile.js';
import { overruledProfile, profileCosts } from './profileCosts.js';
import { pyo3Note } from './pyo3.js';
import { refuseNewerAbi, requiresPythonNote } from './pythonVersion.js';
import { unlessSaidBefore } from './saidBefore.js';
import { findTools } from './tools.js';
import type { Tools } from './tools.js';

/** Everything that is known about a build before it runs. */
export interface Plan {
  source: CrateSource;
  /** The Cargo package's name. */
  crate: string;
  /** The name of the native module, with the packages that it lies in. */
  module: string;
  /** The name under which pip knows it. */
  distribution: string;
  /** Absolute path of the workspace's root. File names in diagnostics are relative to it. */
  root: string;
  /** The names of all packages of the workspace. */
  packages: string[];
  /** Absolute path of cargo's target directory. */
  target: string;
  /** Absolute path of our own directory below it, for the lock and the generations. */
  home: string;
  profile: Profile;
  /** What PyO3 is compiled with, see `compilerMark`. */
  compiler: string;
  /** Sentences for the person: what this build will take long for. */
  notes: string[];
  tools: Tools;
  /** The environment of maturin and cargo. */
  environment: Record<string, string>;
}

/**
 * Finds out what exactly a request asks for, before anything is run.
 *
 * @throws BuildFailure when it cannot be built, with the reason
 */
export async function makePlan(request: BuildRequest, signal: AbortSignal): Promise<Plan> {
  const [source, tools] = await bothOrFirst(
    findCrate(request),
    findTools(request.interpreter, request.environment, signal)
  );
  signal.throwIfAborted();
  const metadata = await readMetadata(tools.cargo, source, tools.environment, signal);
  const found = await buildablePackage(source, metadata);
  checkFeatures(request.features, found);
  refuseEndlessDescription(found, source);
  refuseNewerAbi(found, request.tag, request.features, request.defaultFeatures);
  await refuseForeignTarget(source.directory, tools.environment);
  const root = metadata.workspace_root;
  const place = await findHome(metadata.target_directory);
  const { target, home } = place;
  const profile = await readProfile(request.profile, root, source.directory, tools.environment);
  const compiler = await compilerMark(tools.cargo, source.directory, tools.environment);
  const usesPyo3 = found.dependencies.some(({ name }) => name === 'pyo3');
  const packages = metadata.packages.map(({ name }) => name);
  await makeHome(place, packages);
  const compilesPyo3 = usesPyo3
    ? await pyo3Note(target, profile, request.interpreter, compiler)
    : [];
  const environment = buildEnvironment(tools.environment, profile);
  return {
    source,
    crate: found.name,
    module: moduleName(source, found),
    distribution: stringAt(source.pyproject?.table ?? null, 'project', 'name') ?? found.name,
    root,
    packages,
    target,
    home,
    profile,
    compiler,
    notes: [
      ...homeNotes(metadata.target_directory, place),
      ...compilesPyo3,
      ...unlessSaidBefore(source.manifest, request.profile, [
        ...requiresPythonNote(source, request.tag),
        ...overruledProfile(source, request.profile),
        ...profileCosts(profile)
      ])
    ],
    tools,
    environment: place.shared ? { ...environment, CARGO_TARGET_DIR: target } : environment
  };
}

/** Waits for both. When both fail, the first one's error counts, so that the message does not depend on their speed. */
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
