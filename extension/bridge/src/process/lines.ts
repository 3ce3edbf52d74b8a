import { StringDecoder } from 'node:string_decoder';
import { wellFormed } from '../foreign/clip.js';

/**
 * Characters of a line for people. A linker's call takes a few thousand; longer lines are a program's mistake, and nobody
 * reads them to their end.
 */
export const LONGEST_TEXT = 16 * 1024;

/**
 * Characters of a message for a program, one a line. A cut message is lost, so this is as much as the bridge can afford: a
 * test that compares texts of five million characters reports them four times in one message.
 */
export const LONGEST_MESSAGE = 32 * 2 ** 20;

/**
 * Cuts chunks of bytes into lines. `\r` ends a line too, because cargo redraws its progress bar with it. Of a line that
 * is longer than the limit, the beginning is passed on with a word about the rest, when the line ends.
 */
export class LineSplitter {
  private readonly decoder = new StringDecoder('utf8');
  /** The line that has not ended yet, in the pieces in which it came: joining them at each chunk would be quadratic. */
  private pieces: string[] = [];
  private length = 0;
  private omitted = 0;
  private afterReturn = false;

  constructor(
    private readonly onLine: (line: string) => void,
    private readonly limit = LONGEST_TEXT
  ) {}

  push(chunk: Buffer): void {
    let text = this.decoder.write(chunk);
    if (this.afterReturn && text.startsWith('\n')) {
      // The second half of a `\r\n` that came in two chunks.
      text = text.slice(1);
    }
    this.afterReturn = text === '' ? this.afterReturn : text.endsWith('\r');
    const parts = text.split(/\r\n|\r|\n/);
    const rest = parts.pop()!;
    for (const part of parts) {
      this.add(part);
      this.endLine();
    }
    this.add(rest);
  }

  /** Passes on the last line, when nothing ended it. */
  end(): void {
    this.add(this.decoder.end());
    if (this.length > 0) this.endLine();
  }

  private add(part: string): void {
    if (part === '') return;
    const kept = part.slice(0, this.limit - this.length);
    if (kept !== '') this.pieces.push(kept);
    this.length += kept.length;
    this.omitted += part.length - kept.length;
  }

  private endLine(): void {
    const line = this.pieces.join('');
    const cut = this.omitted === 0 ? '' : ` … (and ${this.omitted} more characters)`;
    this.pieces = [];
    this.length = 0;
    this.omitted = 0;
    // The limit may lie in the middle of a character.
    this.onLine(cut === '' ? line : wellFormed(line) + cut);
  }
}
