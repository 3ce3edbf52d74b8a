import { StringDecoder } from 'node:string_decoder';

/** Cuts chunks of bytes into lines. `\r` ends a line too, because cargo redraws its progress bar with it. */
export class LineSplitter {
  private readonly decoder = new StringDecoder('utf8');
  private rest = '';
  private afterReturn = false;

  constructor(private readonly onLine: (line: string) => void) {}

  push(chunk: Buffer): void {
    let text = this.decoder.write(chunk);
    if (this.afterReturn && text.startsWith('\n')) {
      // The second half of a `\r\n` that came in two chunks.
      text = text.slice(1);
    }
    this.afterReturn = text === '' ? this.afterReturn : text.endsWith('\r');
    const lines = (this.rest + text).split(/\r\n|\r|\n/);
    this.rest = lines.pop()!;
    lines.forEach(this.onLine);
  }

  /** Passes on the last line, when nothing ended it. */
  end(): void {
    const line = this.rest + this.decoder.end();
    this.rest = '';
    if (line) {
      this.onLine(line);
    }
  }
}
