import type { Diagnostic, DiagnosticCounts } from '@jupyterlab-maturin/protocol';

/** More than anybody reads at once. Errors and warnings are counted apart, so that warnings never hide an error. */
const KEPT = 50;
/** Characters of one diagnostic's text; a type of several kilobytes is cut. */
const RENDERED = 8192;
/** Lines of source in one span, and spans in one diagnostic. */
const LINES = 12;
const SPANS = 24;
const CHILDREN = 16;

/** rustc's diagnostics of one build: kept to a bounded number and size, and counted. */
export class Diagnostics {
  private readonly explained = new Set<string>();
  private kept = { errors: 0, warnings: 0 };
  private readonly seen = { errors: 0, warnings: 0 };
  /** The first error, for the sentence that the build ends with. */
  firstError: Diagnostic | null = null;

  /** The diagnostic as it should be shown, or `null` when it is rustc's own summary or one too many. */
  accept(diagnostic: Diagnostic): Diagnostic | null {
    const kind = kindOf(diagnostic);
    if (kind === null || isSummary(diagnostic)) {
      return null;
    }
    this.seen[kind] += 1;
    if (kind === 'errors') {
      this.firstError ??= diagnostic;
    }
    if (this.kept[kind] === KEPT) {
      return null;
    }
    this.kept[kind] += 1;
    return this.bounded(diagnostic);
  }

  get counts(): DiagnosticCounts {
    const { errors, warnings } = this.seen;
    return { errors, warnings, omitted: errors + warnings - this.kept.errors - this.kept.warnings };
  }

  private bounded(diagnostic: Diagnostic): Diagnostic {
    const { message, code, level, spans, children, rendered } = diagnostic;
    return {
      message: cut(message, RENDERED),
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
        suggested_replacement: span.suggested_replacement ?? null,
        suggestion_applicability: span.suggestion_applicability ?? null
      })),
      children: children.slice(0, CHILDREN).map(child => this.bounded(child)),
      rendered: rendered === null ? null : cut(rendered, RENDERED)
    };
  }

  /** rustc repeats a page of explanation with every error of a code; once is enough. */
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

/** `aborting due to 2 previous errors`, `1 warning emitted`: sums that every reader of the list makes for themselves. */
function isSummary({ message, spans }: Diagnostic): boolean {
  return spans.length === 0 && /^(?:aborting due to |\d+ warnings? emitted)/.test(message);
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
