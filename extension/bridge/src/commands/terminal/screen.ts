import { writeSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { WriteStream } from 'node:tty';

import { visibleJson } from '../../foreign/visible.js';
import type { Shown } from './shown.js';
import { cut, prose } from './text.js';

/**
 * What every command prints on: lines that stay and, on a terminal, a status line below them that the next line
 * replaces. Colours are left out where the stream does not show them. Nothing else writes to stdout and stderr.
 *
 * This is not log-update because that rewrites blocks of many lines, would add 20 KB to a bundle that Node parses at
 * each start, and knows of one stream only, while errors here go to stderr.
 */
export class Screen {
  private hasStatus = false;

  /** Prints lines on stdout. */
  print(...lines: Shown[]): void {
    this.write(process.stdout, lines.map(({ text }) => text).join('\n'));
  }

  /** Prints sentences on stdout, each line of them behind `indent`. */
  printProse(text: Shown, indent = ''): void {
    this.print(prose(text, indent));
  }

  /** Prints lines on stderr. */
  printError(lines: Shown): void {
    this.write(process.stderr, lines.text);
  }

  /** Prints lines on stderr at once, not through the stream: the process may end before that would have written. */
  printLastError(lines: Shown): void {
    this.clearStatus();
    writeSync(process.stderr.fd, `${stripVTControlCharacters(lines.text)}\n`);
  }

  /** Prints a value as one line of JSON, for a program or for a person. */
  printJson(value: unknown): void {
    this.write(process.stdout, visibleJson(value));
  }

  /** Shows what happens at this moment. Does nothing where stdout is not a terminal. */
  showStatus(line: Shown): void {
    const { stdout } = process;
    if (!stdout.isTTY) return;
    this.clearStatus();
    // The last column stays free, because writing there moves some terminals on to the next line.
    stdout.write(cut(line.text, (stdout.columns || 80) - 1));
    this.hasStatus = true;
  }

  private write(stream: WriteStream, text: string): void {
    this.clearStatus();
    const colours = stream.isTTY && stream.hasColors();
    stream.write(`${colours ? text : stripVTControlCharacters(text)}\n`);
  }

  private clearStatus(): void {
    if (this.hasStatus) process.stdout.write('\r\x1b[K');
    this.hasStatus = false;
  }
}
