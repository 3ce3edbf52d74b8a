/** At least so many characters are kept. A failure is explained from the last lines of a log. */
const KEPT = 64 * 1024;

/** Keeps the end of a log, which may be of any length. */
export class LogTail {
  private kept = '';

  add(line: string): void {
    this.kept += line + '\n';
    if (this.kept.length > 2 * KEPT) {
      this.kept = this.kept.slice(-KEPT);
    }
  }

  toString(): string {
    return this.kept;
  }
}
