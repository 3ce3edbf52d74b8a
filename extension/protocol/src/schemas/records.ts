import Type from 'typebox';
import { RECORD_VERSION } from '../constants.js';
import { Diagnostic } from './diagnostic.js';
import { nullable } from './notation.js';

/** Files that one build writes below the target directory and a later one reads. */

/** Which build made something. Two builds that agree in all of this and in their files are the same. */
const BUILD = {
  manifest: Type.String({ description: "Absolute path of the crate's Cargo.toml." }),
  profile: Type.String(),
  features: Type.Array(Type.String()),
  defaultFeatures: Type.Boolean(),
  interpreter: Type.String()
};

/** `jupyterlab-maturin.json`: what a generation says of itself. */
export const GenerationManifest = Type.Object({
  version: Type.Literal(RECORD_VERSION),
  digest: Type.String({ description: 'SHA-256 over the files that decide what an import does.' }),
  contents: Type.String({
    description:
      'SHA-256 over the names and contents of all its files. It is used only while that is so.'
  }),
  crate: Type.String(),
  module: Type.String(),
  library: Type.String({ description: 'Relative to the generation.' }),
  linkedPaths: Type.Optional(
    Type.Array(Type.String(), {
      description:
        'Absolute paths of the directories in which build scripts had libraries looked for.'
    })
  ),
  made: Type.Optional(
    Type.String({ description: 'When it was made, in UTC, as ISO 8601 has it.' })
  ),
  seconds: Type.Optional(
    Type.Number({ description: 'How long the build took, from the request to this generation.' })
  ),
  ...BUILD
});

/**
 * `plan.json`: cargo's call as maturin made it, which is enough to make it again. Of the environment it holds only what
 * maturin changed, because a user's variables can be passwords, and people hand target directories on.
 */
export const RecordedPlan = Type.Object({
  version: Type.Literal(RECORD_VERSION),
  cargo: Type.String({ description: 'Absolute path.' }),
  maturin: Type.String({ description: "maturin's version." }),
  call: Type.Object({
    arguments: Type.Array(Type.String()),
    directory: Type.String(),
    set: Type.Record(Type.String(), Type.String(), {
      description:
        'The variables that maturin added to the environment in which it was run, or changed.'
    }),
    unset: Type.Array(Type.String(), { description: 'The variables that it took away.' })
  }),
  ...BUILD
});

const CargoTarget = Type.Object({
  name: Type.String(),
  kind: Type.Array(Type.String()),
  crate_types: Type.Array(Type.String())
});

export const CargoPackage = Type.Object({
  name: Type.String(),
  manifest_path: Type.String({ description: 'Absolute.' }),
  // Relative to the manifest's folder.
  readme: Type.Optional(nullable(Type.String())),
  license_file: Type.Optional(nullable(Type.String())),
  targets: Type.Array(CargoTarget),
  features: Type.Record(Type.String(), Type.Array(Type.String())),
  dependencies: Type.Array(
    Type.Object({ name: Type.String(), features: Type.Array(Type.String()) })
  )
});

/** The part of `cargo metadata --no-deps` that a build needs. A wrapper of cargo's may print anything in its place. */
export const CargoMetadata = Type.Object({
  packages: Type.Array(CargoPackage),
  workspace_root: Type.String({
    description: 'Absolute; rustc runs there, so file names in diagnostics are relative to it.'
  }),
  target_directory: Type.String()
});

/** Three kinds of lines of cargo's `--message-format=json`, as far as they are read here. */
export const CompilerMessage = Type.Object({
  reason: Type.Literal('compiler-message'),
  message: Diagnostic
});

export const CompilerArtifact = Type.Object({
  reason: Type.Literal('compiler-artifact'),
  executable: nullable(Type.String()),
  target: Type.Object({ src_path: Type.String() })
});

export const BuildScriptExecuted = Type.Object({
  reason: Type.Literal('build-script-executed'),
  linked_paths: Type.Array(Type.String(), {
    description: '`cargo:rustc-link-search`: a path, or `KIND=PATH`.'
  })
});
