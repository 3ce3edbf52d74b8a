import { realpath } from 'node:fs/promises';
import { basename, dirname, relative } from 'node:path';
import { didYouMean, listed } from '../../suggestions.js';
import { BuildFailure } from '../buildFailure.js';
import type { CrateSource } from '../crate/source.js';
import { stringAt, tableAt } from '../crate/toml.js';
import type { CargoMetadata, CargoPackage } from '@jupyterlab-maturin/protocol';

/** Python's reserved words. No module can be imported by such a name. */
const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' ')
);

/**
 * Returns the package that the manifest describes, which can be built as a Python module.
 *
 * @throws BuildFailure (`crate`) when it cannot, with the reason
 */
export async function buildablePackage(
  source: CrateSource,
  metadata: CargoMetadata
): Promise<CargoPackage> {
  const found = await packageOf(source, metadata);
  refuseOtherBackend(source);
  refuseWithoutCdylib(source, found);
  refuseUnimportable(source, found);
  refuseImportedAtStart(source, found);
  return found;
}

async function packageOf(source: CrateSource, metadata: CargoMetadata): Promise<CargoPackage> {
  const manifest = await realpath(source.manifest);
  for (const candidate of metadata.packages) {
    // A wrapper of cargo's may name a file that is not there.
    if ((await realpath(candidate.manifest_path).catch(() => null)) === manifest) {
      return candidate;
    }
  }
  const members = metadata.packages.map(member =>
    relative(source.directory, dirname(member.manifest_path))
  );
  throw new BuildFailure(
    'crate',
    `${source.manifest} is a workspace without a package of its own: ` +
      (members.length ? `name one of its members (${listed(members)}).` : 'add a package to it.')
  );
}

function refuseOtherBackend({ pyproject, directory }: CrateSource): void {
  const backend = pyproject && stringAt(pyproject.table, 'build-system', 'build-backend');
  if (
    !backend ||
    /^maturin\b/.test(backend) ||
    Object.hasOwn(tableAt(pyproject.table, 'tool'), 'maturin')
  ) {
    return;
  }
  throw new BuildFailure(
    'crate',
    `${pyproject.file} names the build backend \`${backend}\`, so ${basename(directory)} is not built by maturin: ` +
      'set `build-backend = "maturin"` in its [build-system], or build the crate with that backend.'
  );
}

function refuseWithoutCdylib(source: CrateSource, { name, targets }: CargoPackage): void {
  const library = targets.find(
    target => target.crate_types.some(type => type.endsWith('lib')) && isLibrary(target.kind)
  );
  if (
    library?.crate_types.includes('cdylib') &&
    stringAt(source.pyproject?.table ?? null, 'tool', 'maturin', 'bindings') !== 'bin'
  ) {
    return;
  }
  throw new BuildFailure(
    'crate',
    library
      ? `${name} builds a library that Python cannot load (${library.crate_types.join(', ')}): add \`crate-type = ["cdylib"]\` to [lib] in ${source.manifest}.`
      : `${name} builds a program and nothing that Python can import: give it a src/lib.rs, and \`crate-type = ["cdylib"]\` in [lib] of ${source.manifest}.`
  );
}

function isLibrary(kind: string[]): boolean {
  return !kind.some(word =>
    ['bin', 'example', 'test', 'bench', 'custom-build', 'proc-macro'].includes(word)
  );
}

/**
 * The name of the native module, with the packages that it lies in, as maturin finds it: `module-name`, or else the name
 * that [lib] in Cargo.toml gives, or else the project's in pyproject.toml, or else the crate's.
 */
export function moduleName(source: CrateSource, { targets }: CargoPackage): string {
  const library = targets.find(
    target => target.crate_types.includes('cdylib') && isLibrary(target.kind)
  );
  const settings = source.pyproject?.table ?? null;
  return (
    stringAt(settings, 'tool', 'maturin', 'module-name') ??
    stringAt(source.cargo, 'lib', 'name') ??
    stringAt(settings, 'project', 'name') ??
    library?.name ??
    ''
  );
}

function refuseUnimportable(source: CrateSource, found: CargoPackage): void {
  const name = moduleName(source, found);
  const wrong = name.split('.').find(part => !isIdentifier(part));
  if (wrong !== undefined) {
    throw new BuildFailure(
      'crate',
      `Python cannot import a module called \`${name}\`, because \`${wrong}\` is not a Python identifier: set \`name\` in [lib] of ${source.manifest}, or \`module-name\` in [tool.maturin] of pyproject.toml.`
    );
  }
}

/**
 * Python imports these by itself whenever it starts. A module of such a name would run in every Python that the kernel
 * starts, whether that asks for it or not.
 */
const IMPORTED_AT_START = /^(?:sitecustomize|usercustomize|__main__|_sysconfigdata_.*)$/;

function refuseImportedAtStart(source: CrateSource, found: CargoPackage): void {
  const name = moduleName(source, found).split('.')[0]!;
  if (IMPORTED_AT_START.test(name)) {
    throw new BuildFailure(
      'crate',
      `${found.name} would make a module called ${name}, which every Python imports when it starts: give [lib] name in ${source.manifest} (and the #[pymodule]) another one.`
    );
  }
}

function isIdentifier(word: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(word) && !KEYWORDS.has(word);
}

/**
 * Refuses features that the package does not have.
 *
 * @throws BuildFailure (`crate`) that lists the features it has
 */
export function checkFeatures(
  features: string[],
  { name, features: defined, manifest_path }: CargoPackage
): void {
  for (const feature of features) {
    // cargo itself knows whether `dependency/feature` exists.
    if (Object.hasOwn(defined, feature) || feature.includes('/')) {
      continue;
    }
    const names = Object.keys(defined).filter(one => one !== 'default');
    throw new BuildFailure(
      'crate',
      `${name} has no feature \`${feature}\`: ` +
        (names.length
          ? `${manifest_path} defines ${listed(names)}.`
          : `${manifest_path} defines none.`) +
        didYouMean(feature, names)
    );
  }
}
