import { StringDecoder } from 'node:string_decoder';

/**
 * Cuts chunks of bytes into lines. `\r` ends a line too: cargo rewrites its progress bar with it.
 */
export class LineSplitter {
  private readonly decoder = new StringDecoder('utf8');
  private rest = '';
  private afterReturn = false;

  constructor(private readonly onLine: (line: string) => void) {}

  push(chunk: Buffer): void {
    let text = this.decoder.write(chunk);
    if (this.afterReturn && text.startsWith('\n')) {
      // The other half of a `\r\n` that came in two chunks.
      text = text.slice(1);
    }
    this.afterReturn = text === '' ? this.afterReturn : text.endsWith('\r');
    const lines = (this.rest + text).split(/\r\n|\r|\n/);
    this.rest = lines.pop()!;
    lines.forEach(this.onLine);
  }

  /** Hands out what stands after the last line's end. */
  end(): void {
    const line = this.rest + this.decoder.end();
    this.rest = '';
    if (line) {
      this.onLine(line);
    }
  }
}
