import { bounded, visible, visibleOutput } from '@jupyterlab-maturin/protocol';

/** Characters of one text that are put into the page; the kernel's own texts are shorter. */
const LONGEST = 64 * 1024;

/** Texts that lead to something: a file that is opened, a cell, a question. They are made visible where they are shown. */
const LEADS = new Set(['id', 'path', 'root', 'manifest', 'file_name']);

/**
 * Returns a payload whose texts can be shown: what a page would obey and not show (a bidi override, a control
 * character) is a code point, and what is longer than anybody reads is cut off. Lists keep their length.
 */
export function shownPayload<Payload>(payload: Payload): Payload {
  return shown(payload, '') as Payload;
}

function shown(value: unknown, key: string): unknown {
  if (typeof value === 'string') {
    if (LEADS.has(key)) {
      return value;
    }
    // rustc's own text keeps its colours, which JupyterLab turns into those of the theme.
    return key === 'rendered'
      ? visibleOutput(bounded(value, LONGEST))
      : visible(bounded(value, LONGEST));
  }
  if (Array.isArray(value)) {
    return value.map(item => shown(item, key));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value)
    // Nothing shows what belongs to a diagnostic by its structure: its text holds it.
    .filter(([name]) => name !== 'children')
    .map(([name, item]) => [name, shown(item, name)]);
  return Object.fromEntries(entries);
}
