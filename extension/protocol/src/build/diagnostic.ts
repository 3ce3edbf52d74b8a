/**
 * rustc's own diagnostic objects, as `cargo build --message-format=json` carries them.
 *
 * Field names are rustc's. Reference: "JSON Output" in The rustc book.
 */

/** How safe a suggestion is to apply without a person reading it. */
export type Applicability =
  'MachineApplicable' | 'MaybeIncorrect' | 'HasPlaceholders' | 'Unspecified';

/** One line of source that a span covers. */
export interface SpanLine {
  text: string;
  /** One-based column, in characters, where the highlight begins. */
  highlight_start: number;
  /** One-based column, in characters, just past the highlight. */
  highlight_end: number;
}

/** A place in the source. */
export interface DiagnosticSpan {
  /** Relative to the directory cargo ran rustc in (`BuildPayload.root`), or absolute. */
  file_name: string;
  byte_start: number;
  byte_end: number;
  /** One-based. */
  line_start: number;
  line_end: number;
  /** One-based, in characters. */
  column_start: number;
  column_end: number;
  is_primary: boolean;
  label: string | null;
  text: SpanLine[];
  suggested_replacement?: string | null;
  suggestion_applicability?: Applicability | null;
}

/** A diagnostic as rustc words it. */
export interface Diagnostic {
  message: string;
  /** `explanation` stands only on the first diagnostic of a payload that has this code. */
  code: { code: string; explanation: string | null } | null;
  level: 'error' | 'warning' | 'note' | 'help' | 'failure-note' | 'error: internal compiler error';
  spans: DiagnosticSpan[];
  children: Diagnostic[];
  /** The text rustc would print, with ANSI colours. `null` on children. */
  rendered: string | null;
}
