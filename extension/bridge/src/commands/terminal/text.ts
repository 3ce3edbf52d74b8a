import path from 'node:path';
import type { WriteStream } from 'node:tty';

import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

import { Shown } from './shown.js';

/** Columns for text: as many as the terminal has, but not more than 100, which are hard to read; 80 in a pipe. */
export function textWidth(): number {
  return Math.min(process.stdout.columns || 80, 100);
}

/** Breaks sentences into lines that fit into the terminal. Programs get each paragraph as one line. */
export function prose(sentences: Shown, indent = '', stream: WriteStream = process.stdout): Shown {
  const width = stream.isTTY ? textWidth() : Infinity;
  return sentences.arranged(text => wrap(text, width, indent).join('\n'));
}

/** A sentence about what went wrong, to be printed on stderr. */
export function errorText(sentence: string): Shown {
  return prose(Shown.remark(`error: ${sentence}`), '', process.stderr);
}

/**
 * Breaks a text at spaces into lines of at most `width` columns, each behind `indent`.
 * Lines that are indented stay indented; a word that is too long gets a line of its own.
 */
export function wrap(text: string, width: number, indent = ''): string[] {
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

/** How many columns of a terminal a line takes. */
export function columns(line: string | Shown): number {
  return stringWidth(typeof line === 'string' ? line : line.text);
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
