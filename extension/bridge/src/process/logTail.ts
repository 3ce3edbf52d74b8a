/** Characters of log that are kept to explain a failure. */
const KEPT = 64 * 1024;

/** The end of a log. */
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
