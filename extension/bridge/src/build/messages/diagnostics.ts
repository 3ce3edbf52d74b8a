import type { Diagnostic, DiagnosticCounts } from '@jupyterlab-maturin/protocol';

import { clipEnd } from '../../foreign/clip.js';

/** Errors that are shown, and warnings: more than anybody reads. Each has its own limit, so warnings hide no error. */
const SHOWN = 50;
/** Characters of one diagnostic's text. The name of a type alone may have several thousand. */
const TEXT = 8192;
/** Characters of a path, a label or a line of source. A line of a generated file may have megabytes. */
const LINE = 1024;
/** Characters of all texts of one diagnostic together. What comes after that is left out. */
const TOTAL = 64 * 1024;
/** Lines of source in one span. */
const LINES = 12;
/** Spans in one diagnostic. */
const SPANS = 24;
/** Notes and suggestions in one diagnostic. */
const CHILDREN = 16;

/** Counts rustc's diagnostics of one build, and limits their number and size. */
export class Diagnostics {
  private readonly explained = new Set<string>();
  private readonly shown = { errors: 0, warnings: 0 };
  private readonly seen = { errors: 0, warnings: 0 };
  /** The first error, for the sentence that explains why the build failed. */
  firstError: Diagnostic | null = null;

  /** Returns the diagnostic as it is to be shown, or `null` when it is a summary or one too many. */
  accept(diagnostic: Diagnostic): Diagnostic | null {
    const kind = kindOf(diagnostic);
    if (kind === null || isSummary(diagnostic)) {
      return null;
    }
    this.seen[kind] += 1;
    if (kind === 'errors') {
      this.firstError ??= diagnostic;
    }
    if (this.shown[kind] === SHOWN) {
      return null;
    }
    this.shown[kind] += 1;
    return this.limited(diagnostic, new Allowance(TOTAL), true);
  }

  get counts(): DiagnosticCounts {
    const { errors, warnings } = this.seen;
    return {
      errors,
      warnings,
      omitted: errors + warnings - this.shown.errors - this.shown.warnings
    };
  }

  /** rustc nests notes once. A macro that prints a message of its own may nest them until no stack is deep enough. */
  private limited(diagnostic: Diagnostic, texts: Allowance, top: boolean): Diagnostic {
    const { message, code, level, spans, children, rendered } = diagnostic;
    return {
      message: texts.take(message, TEXT),
      rendered: rendered === null ? null : texts.take(rendered, TEXT),
      code: code && { code: texts.take(code.code, LINE), explanation: this.explain(code, texts) },
      level,
      spans: texts.each(spans.slice(0, SPANS), span => ({
        file_name: texts.take(span.file_name, LINE),
        byte_start: integer(span.byte_start),
        byte_end: integer(span.byte_end),
        line_start: integer(span.line_start),
        line_end: integer(span.line_end),
        column_start: integer(span.column_start),
        column_end: integer(span.column_end),
        is_primary: span.is_primary,
        label: span.label === null ? null : texts.take(span.label, LINE),
        text: texts.each(span.text.slice(0, LINES), ({ text, highlight_start, highlight_end }) => ({
          text: texts.take(text, LINE),
          highlight_start: integer(highlight_start),
          highlight_end: integer(highlight_end)
        })),
        suggested_replacement:
          span.suggested_replacement === null ? null : texts.take(span.suggested_replacement, TEXT),
        suggestion_applicability: span.suggestion_applicability
      })),
      children: top
        ? texts.each(children.slice(0, CHILDREN), child => this.limited(child, texts, false))
        : []
    };
  }

  /** rustc repeats a page of explanation with each error of one code. It is shown once. */
  private explain(
    code: { code: string; explanation: string | null },
    texts: Allowance
  ): string | null {
    if (code.explanation === null || this.explained.has(code.code)) {
      return null;
    }
    this.explained.add(code.code);
    return texts.take(code.explanation, 2 * TEXT);
  }
}

/** How many characters the texts of one diagnostic may still have. */
class Allowance {
  constructor(private left: number) {}

  /** Returns what becomes of the parts, as many as there is room for. */
  each<Part, Made>(parts: Part[], make: (part: Part) => Made): Made[] {
    return parts.flatMap(part => (this.left > 0 ? [make(part)] : []));
  }

  /** Returns the beginning of a text, with a word about what was cut. */
  take(text: string, most: number): string {
    const kept = clipEnd(text, Math.min(most, this.left));
    this.left = Math.max(0, this.left - kept.length);
    return kept;
  }
}

/** A crafted number may be larger than what Python and the page understand as one. */
function integer(found: number): number {
  return Number.isSafeInteger(found) ? found : 0;
}

function kindOf({ level }: Diagnostic): 'errors' | 'warnings' | null {
  return level.startsWith('error') ? 'errors' : level === 'warning' ? 'warnings' : null;
}

/** Whether rustc only sums up, as in `aborting due to 2 previous errors` or `1 warning emitted`. */
function isSummary({ message, spans }: Diagnostic): boolean {
  return spans.length === 0 && /^(?:aborting due to |\d+ warnings? emitted)/.test(message);
}
