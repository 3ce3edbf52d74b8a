/** Stands in for the terminal, or for the file, that the set-up writes to. Every time reads `N s`. */
export function paper({ isTTY = false, columns = 80 } = {}) {
  let text = '';
  return {
    isTTY,
    columns,
    write(more) {
      text += more.replace(/\b\d+ s\b/g, 'N s');
    },
    get text() {
      return text;
    },
    /** The lines as a reader sees them: what was written over is gone. */
    get lines() {
      return text
        .split('\n')
        .map(line => line.split('\r\x1b[K').at(-1))
        .filter(Boolean);
    }
  };
}
