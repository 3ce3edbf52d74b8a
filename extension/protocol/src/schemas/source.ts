import Type from 'typebox';
import { SOURCE_PAYLOAD_VERSION } from '../constants.js';

export const SourcePart = Type.Object(
  {
    line: Type.Integer({ description: 'The number of its first line in the file, from 1.' }),
    code: Type.String({ description: 'Without the indentation of its first line.' })
  },
  { description: 'Lines of a file that follow one another.' }
);

export const SourcePayload = Type.Object(
  {
    version: Type.Literal(SOURCE_PAYLOAD_VERSION),
    phase: Type.Literal('shown', {
      description: 'The only one: unlike the output of a task, it stays as it is.'
    }),
    exercise: Type.String({ description: 'Its id: `01_intro/03_functions`.' }),
    file: Type.String({ description: "Relative to the exercise's folder: `src/lib.rs`." }),
    path: Type.String({ description: 'Absolute path of the file.' }),
    language: Type.String({ description: 'As a code block in Markdown names it; may be empty.' }),
    parts: Type.Array(SourcePart, { minItems: 1, description: 'In the order of the file.' })
  },
  { description: 'Source of an exercise that a cell of a lesson shows.' }
);
