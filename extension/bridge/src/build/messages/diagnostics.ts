import type { Diagnostic, DiagnosticCounts } from '@jupyterlab-maturin/protocol';

/** Errors that are shown, and warnings: more than anybody reads. Each has its own limit, so warnings hide no error. */
const SHOWN = 50;
/** Characters of one diagnostic's text. The name of a type alone may have several thousand. */
const TEXT = 8192;
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
    return this.limited(diagnostic);
  }

  get counts(): DiagnosticCounts {
    const { errors, warnings } = this.seen;
    return {
      errors,
      warnings,
      omitted: errors + warnings - this.shown.errors - this.shown.warnings
    };
  }

  private limited(diagnostic: Diagnostic): Diagnostic {
    const { message, code, level, spans, children, rendered } = diagnostic;
    return {
      message: cut(message, TEXT),
      code: code && { code: code.code, explanation: this.explain(code) },
      level,
      spans: spans.slice(0, SPANS).map(span => ({
        file_name: span.file_name,
        byte_start: span.byte_start,
        byte_end: span.byte_end,
        line_start: span.line_start,
        line_end: span.line_end,
        column_start: span.column_start,
        column_end: span.column_end,
        is_primary: span.is_primary,
        label: span.label,
        text: span.text.slice(0, LINES),
        suggested_replacement: span.suggested_replacement,
        suggestion_applicability: span.suggestion_applicability
      })),
      children: children.slice(0, CHILDREN).map(child => this.limited(child)),
      rendered: rendered === null ? null : cut(rendered, TEXT)
    };
  }

  /** rustc repeats a page of explanation with each error of one code. It is shown once. */
  private explain(code: { code: string; explanation: string | null }): string | null {
    if (code.explanation === null || this.explained.has(code.code)) {
      return null;
    }
    this.explained.add(code.code);
    return code.explanation;
  }
}

function kindOf({ level }: Diagnostic): 'errors' | 'warnings' | null {
  return level.startsWith('error') ? 'errors' : level === 'warning' ? 'warnings' : null;
}

/** Whether rustc only sums up, as in `aborting due to 2 previous errors` or `1 warning emitted`. */
function isSummary({ message, spans }: Diagnostic): boolean {
  return spans.length === 0 && /^(?:aborting due to |\d+ warnings? emitted)/.test(message);
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
