import type { BuildPayload, Diagnostic, DiagnosticSpan } from '@jupyterlab-maturin/protocol';

/** A diagnostic as the output lists it. */
export interface Finding {
  /** Tells it apart from the others of one payload, and stays while more of them arrive. */
  key: string;
  severity: 'error' | 'warning' | 'note';
  /** `error[E0308]`, as rustc writes it. */
  label: string;
  /** One line. */
  title: string;
  /** rustc's text with ANSI colours, without the lines that `label`, `title` and the link repeat. */
  text: string;
  place: DiagnosticSpan | null;
  code: string | null;
  /** Markdown. */
  explanation: string | null;
}

/** Everything that rustc found, errors first, otherwise in rustc's order. */
export function findings(payload: BuildPayload): Finding[] {
  const explanations = new Map<string, string>();
  for (const { code } of payload.diagnostics) {
    if (code?.explanation) {
      explanations.set(code.code, code.explanation);
    }
  }
  const all = payload.diagnostics
    .map((diagnostic, at) => finding(diagnostic, `diagnostic-${at}`, explanations))
    .filter(found => found !== null);
  const rank = { error: 0, warning: 1, note: 2 };
  return all.sort((a, b) => rank[a.severity] - rank[b.severity]);
}

function finding(
  diagnostic: Diagnostic,
  key: string,
  explanations: Map<string, string>
): Finding | null {
  if (isSummary(diagnostic)) {
    return null;
  }
  const { level, message, spans } = diagnostic;
  const code = diagnostic.code?.code ?? null;
  // A lint's name (`unused_variables`) is no part of rustc's headline, an error's code (`E0308`) is.
  const label = code !== null && /^E\d+$/.test(code) ? `${level}[${code}]` : level;
  const [title = ''] = message.split('\n', 1);
  return {
    key,
    severity: level.startsWith('error') ? 'error' : level === 'warning' ? 'warning' : 'note',
    label,
    title,
    text: withoutHeadline(diagnostic.rendered ?? message, `${label}: ${message}`),
    place: spans.find(span => span.is_primary) ?? null,
    code,
    explanation: code === null ? null : (explanations.get(code) ?? null)
  };
}

/** What rustc says about its own output: the list shows that already. */
function isSummary({ level, message, spans }: Diagnostic): boolean {
  return (
    level === 'failure-note' ||
    (spans.length === 0 && /^(aborting due to|\d+ warnings? emitted)/.test(message))
  );
}

/**
 * Drops rustc's first lines (the headline, `--> file:line:column`, the empty line of the frame below it) where they
 * say exactly what the row says.
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

/**
 * rustc's explanation as Markdown that renders well: the code fences say `rust` (rustc writes what its own
 * tests need: `compile_fail,E0308`), and lines of set-up that `rustc --explain` hides are left out.
 */
export function explanationMarkdown(explanation: string): string {
  let fenced = false;
  const lines: string[] = [];
  for (const line of explanation.trim().split('\n')) {
    if (line.startsWith('```')) {
      fenced = !fenced;
      const language = line.slice(3).split(/[\s,]/, 1)[0] ?? '';
      lines.push(fenced ? '```' + (NOT_RUST.has(language) ? language : 'rust') : '```');
    } else if (!(fenced && /^#( |$)/.test(line))) {
      lines.push(line);
    }
  }
  return lines.join('\n');
}

const NOT_RUST = new Set(['text', 'toml', 'sh', 'console', 'none', 'c', 'json']);
