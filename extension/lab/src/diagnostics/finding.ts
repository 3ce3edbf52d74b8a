import { type BuildPayload, type Diagnostic, visibleLine } from '@jupyterlab-maturin/protocol';
import { absolutePath, nameInCrate } from '../open-source/location.js';

/** The part of a payload that tells what the compiler said. */
export type CompilerReport = Pick<BuildPayload, 'diagnostics' | 'root' | 'manifest'>;

/** A diagnostic as an output lists it. */
export interface Finding {
  /** Unique among the findings of an output, and the same in its next payloads. */
  key: string;
  severity: 'error' | 'warning' | 'note';
  /** `error[E0308]`, as rustc writes it. */
  label: string;
  /** One line. */
  title: string;
  /** rustc's text with ANSI colours, without the lines that repeat `label`, `title` and `place`. */
  readonly text: string;
  readonly place: Place | null;
  code: string | null;
  /** Markdown. */
  explanation: string | null;
}

/** Where in the source a finding is. Line and column are one-based; the column counts characters. */
export interface Place {
  /** The file's name as a reader of the crate knows it: `src/lib.rs`. */
  name: string;
  /** The file's absolute path on the kernel's machine, when it is known. */
  path: string | null;
  line: number;
  column: number;
}

/** Everything that rustc found, errors first, otherwise in rustc's order. */
export function findings(report: CompilerReport): Finding[] {
  const explanations = new Map<string, string>();
  for (const { code } of report.diagnostics) {
    if (code?.explanation) {
      explanations.set(code.code, code.explanation);
    }
  }
  const rank = { error: 0, warning: 1, note: 2 };
  return report.diagnostics
    .map((diagnostic, index) => ({ diagnostic, key: `diagnostic-${index}` }))
    .filter(({ diagnostic }) => !isSummary(diagnostic))
    .map(({ diagnostic, key }) => finding(diagnostic, key, explanations, report))
    .sort((a, b) => rank[a.severity] - rank[b.severity]);
}

function finding(
  { level, message, spans, rendered, code: given }: Diagnostic,
  key: string,
  explanations: Map<string, string>,
  report: CompilerReport
): Finding {
  const code = given?.code ?? null;
  // rustc's headline holds the code of an error (`E0308`), but not the name of a lint (`unused_variables`).
  const label = code !== null && /^E\d+$/.test(code) ? `${level}[${code}]` : level;
  const [title = ''] = message.split('\n', 1);
  return {
    key,
    severity: level.startsWith('error') ? 'error' : level === 'warning' ? 'warning' : 'note',
    label,
    title,
    // Worked out for those that are shown, because there may be a hundred thousand.
    get text() {
      return withoutHeadline(rendered ?? message, `${label}: ${message}`);
    },
    get place() {
      return primaryPlace(spans, report);
    },
    code,
    explanation: code === null ? null : (explanations.get(code) ?? null)
  };
}

function primaryPlace(
  spans: Diagnostic['spans'],
  { root, manifest }: CompilerReport
): Place | null {
  const span = spans.find(({ is_primary }) => is_primary);
  return span === undefined
    ? null
    : {
        name: visibleLine(nameInCrate(span.file_name, root, manifest)),
        path: absolutePath(root, span.file_name),
        line: span.line_start,
        column: span.column_start
      };
}

/** Whether rustc only sums up its own output here, which the list shows anyway. */
function isSummary({ level, message, spans }: Diagnostic): boolean {
  return (
    level === 'failure-note' ||
    (spans.length === 0 && /^(aborting due to|\d+ warnings? emitted)/.test(message))
  );
}

/**
 * Removes rustc's first lines where they repeat the row above them: the headline, `--> file:line:column`, and the
 * empty line of the frame below that.
 */
function withoutHeadline(rendered: string, headline: string): string {
  const lines = rendered.split('\n');
  const plain = lines.map(stripAnsi);
  let dropped = 0;
  if (plain[0] === headline) {
    dropped = 1;
    if (/^\s*-->\s/.test(plain[1] ?? '')) {
      dropped = /^\s*\|\s*$/.test(plain[2] ?? '') ? 3 : 2;
    }
  }
  return lines.slice(dropped).join('\n').trimEnd();
}

function stripAnsi(text: string): string {
  // eslint-disable-next-line no-control-regex -- the escape character is what is being looked for
  return text.replace(/\x1b\[[0-9;]*m/g, '');
}
