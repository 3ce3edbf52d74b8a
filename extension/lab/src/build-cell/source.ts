/** The source of a cell that loads the extension. */
export const LOAD_SOURCE = '%load_ext jupyterlab_maturin';

/** Whether a cell with this source loads the extension. */
export function loadsExtension(source: string): boolean {
  return /^\s*%(load_ext|reload_ext)\s+jupyterlab_maturin\s*$/m.test(source);
}

/** The source of a build extension cell. `path` is relative to the notebook's folder. */
export function buildSource(path: string): string {
  const plain = /^[\p{L}\p{N}_./+-]+$/u.test(path);
  return `%build_extension ${plain ? path : `"${path.replace(/["\\$`]/g, '\\$&')}"`}`;
}

/** Options of `%build_extension` that are followed by a value. */
const WITH_VALUE = new Set(['--profile', '--features']);

/**
 * Returns the crate that a build extension cell names: `null` when it leaves the choice to the place of the notebook,
 * `undefined` when the source is not that of a build extension cell.
 */
export function crateNamedIn(source: string): string | null | undefined {
  const line = /^\s*%build_extension(?:[ \t]+(.*))?$/m.exec(source);
  if (line === null) {
    return undefined;
  }
  const words = split(line[1] ?? '');
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (WITH_VALUE.has(word)) {
      at++;
    } else if (!word.startsWith('-')) {
      return word;
    }
  }
  return null;
}

/** Splits a line into words as a shell does, with quotes, backslashes, and comments that begin with `#`. */
function split(line: string): string[] {
  const words: string[] = [];
  const pattern = /\s*(#.*|(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+)/gy;
  for (const [, word = ''] of line.matchAll(pattern)) {
    if (word.startsWith('#')) {
      break;
    }
    words.push(
      word.replace(
        /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/g,
        (_, double?: string, single?: string, one?: string) =>
          double !== undefined ? double.replace(/\\(.)/g, '$1') : (single ?? one ?? '')
      )
    );
  }
  return words;
}
