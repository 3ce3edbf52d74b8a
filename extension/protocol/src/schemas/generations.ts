import Type from 'typebox';
import { FailureReason } from './build.js';
import { nullable, tagged } from './notation.js';

/** The builds of a crate that are still on disk. */

export const GenerationsRequest = Type.Object({
  crate: nullable(Type.String({ description: 'As in `BuildRequest`.' })),
  cwd: Type.String({ description: 'Absolute.' }),
  notebook: nullable(
    Type.String({ description: 'Absolute path of the notebook, when it is known.' })
  ),
  tag: Type.String({ description: 'As in `BuildRequest`.' }),
  environment: Type.Record(Type.String(), Type.String(), {
    description: "The caller's whole environment, which may name the target directory."
  })
});

export const GenerationOnDisk = Type.Object({
  number: Type.Integer(),
  directory: Type.String({ description: 'Absolute.' }),
  library: Type.String({ description: 'Absolute.' }),
  module: Type.String({ description: 'The name that Python imports.' }),
  profile: Type.String(),
  features: Type.Array(Type.String()),
  defaultFeatures: Type.Boolean(),
  digest: Type.String({ description: 'As in `GenerationManifest`.' }),
  made: nullable(Type.String({ description: 'As in `GenerationManifest`.' })),
  seconds: nullable(Type.Number({ description: 'As in `GenerationManifest`.' }))
});

export const GenerationsFound = Type.Object({
  status: Type.Literal('found'),
  crate: Type.String({ description: "The Cargo package's name." }),
  manifest: Type.String({ description: "Absolute path of the package's Cargo.toml." }),
  root: Type.String({ description: 'As in `BuildPlanned`.' }),
  target: Type.String({ description: "Absolute path of cargo's target directory." }),
  generations: Type.Array(GenerationOnDisk, {
    description:
      'The lowest number first. They are all of one module: of the one that was built last, when the crate has changed the name of its module.'
  })
});

export const GenerationsFailed = Type.Object(
  { status: Type.Literal('failed'), error: FailureReason },
  { description: 'There is no such crate, or cargo cannot read it.' }
);

export const GenerationsAnswer = tagged('status', [GenerationsFound, GenerationsFailed]);
