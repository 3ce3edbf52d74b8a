import path from 'node:path';

import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Columns for text: as many as the terminal has, up to 100, which is enough to read well; 80 in a pipe. */
export function textWidth(): number {
  return Math.min(process.stdout.columns || 80, 100);
}

/**
 * Breaks a text at spaces into lines of at most `width` columns, each behind `indent`.
 * Lines that are indented stay indented; a word that is too long keeps a line of its own.
 */
export function wrap(text: string, width = textWidth(), indent = ''): string[] {
  return text.split('\n').flatMap(line => {
    const margin = indent + /^ */.exec(line)![0];
    const parts = wrapAnsi(line, width - margin.length).split('\n');
    return parts.map(part => `${margin}${part}`.trimEnd());
  });
}

/** Cuts a line off at `width` columns; some characters take two. */
export function cut(line: string, width: number): string {
  return wrapAnsi(line, width, { hard: true, wordWrap: false, trim: false }).split('\n')[0]!;
}

/** Makes a text exactly `width` columns wide: with spaces after it, or cut off with an ellipsis. */
export function fit(text: string, width: number): string {
  const shown = stringWidth(text) > width ? `${cut(text, width - 1).trimEnd()}…` : text;
  return shown + ' '.repeat(width - stringWidth(shown));
}

/** `1 attempt`, `2 attempts`. */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

/** A path relative to the current directory, or the absolute path when it is not inside of that. */
export function pathFromHere(absolute: string): string {
  const relative = path.relative(process.cwd(), absolute);
  return relative.startsWith('..') || relative === '' ? absolute : relative;
}
