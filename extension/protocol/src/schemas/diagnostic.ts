import Type from 'typebox';
import { nullable, withChildren } from './notation.js';

/**
 * rustc's own diagnostic objects, as `cargo build --message-format=json` carries them. The field names are rustc's;
 * see "JSON Output" in The rustc book.
 */

export const Applicability = Type.Enum(
  ['MachineApplicable', 'MaybeIncorrect', 'HasPlaceholders', 'Unspecified'],
  { description: 'How safe a suggestion is to apply without a person reading it.' }
);

export const SpanLine = Type.Object(
  {
    text: Type.String(),
    highlight_start: Type.Integer({
      description: 'One-based column, in characters, where the highlight begins.'
    }),
    highlight_end: Type.Integer({
      description: 'One-based column, in characters, just past the highlight.'
    })
  },
  { description: 'One line of source that a span covers.' }
);

export const DiagnosticSpan = Type.Object(
  {
    file_name: Type.String({
      description:
        "Relative to the directory that cargo ran rustc in (the payload's `root`), or absolute."
    }),
    byte_start: Type.Integer(),
    byte_end: Type.Integer(),
    line_start: Type.Integer({ description: 'One-based.' }),
    line_end: Type.Integer(),
    column_start: Type.Integer({ description: 'One-based, in characters.' }),
    column_end: Type.Integer(),
    is_primary: Type.Boolean(),
    label: nullable(Type.String()),
    text: Type.Array(SpanLine),
    suggested_replacement: nullable(Type.String()),
    suggestion_applicability: nullable(Applicability)
  },
  { description: 'A place in the source.' }
);

export const DiagnosticCode = Type.Object({
  code: Type.String({ description: '`E0308`, or the name of a lint.' }),
  explanation: nullable(
    Type.String({ description: 'Only with the first diagnostic of an output that has this code.' })
  )
});

export const Diagnostic = withChildren(
  'Diagnostic',
  {
    message: Type.String(),
    code: nullable(DiagnosticCode),
    level: Type.Enum([
      'error',
      'warning',
      'note',
      'help',
      'failure-note',
      'error: internal compiler error'
    ]),
    spans: Type.Array(DiagnosticSpan),
    rendered: nullable(
      Type.String({
        description: 'The text that rustc would print, with ANSI colours. Children have none.'
      })
    )
  },
  { description: 'A diagnostic as rustc words it.' }
);
