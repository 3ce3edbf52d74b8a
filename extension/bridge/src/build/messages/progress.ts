import type { BuildProgress } from '@jupyterlab-maturin/protocol';

/** cargo's progress bar, `Building [====>   ] 12/26: pyo3-ffi, syn`, or `null` when the line is something else. */
export function parseProgress(line: string): BuildProgress | null {
  const match = /^\s*Building\s+\[[=> ]*\]\s+(\d+)\/(\d+)(?::\s*(.*?))?\s*$/.exec(line);
  return match
    ? { kind: 'progress', done: Number(match[1]), total: Number(match[2]), crate: match[3] ?? '' }
    : null;
}

/** Whether a line only redraws a bar: cargo has more of them than the one that counts (`Fetch`, `Blocking`). */
export function isBar(line: string): boolean {
  return /^\s*(?:Building|Fetch|Checking|Downloading|Updating)\s+\[[=> ]*\]/.test(line);
}

/** What cargo waits for, another cargo's lock, or `null` when the line is something else. */
export function parseBlocking(line: string): string | null {
  return /^\s*Blocking (waiting for file lock on .+)$/.exec(line)?.[1]?.trim() ?? null;
}
