import {
  isCompilerArtifact,
  isCompilerMessage,
  type CompilerArtifact,
  type CompilerMessage
} from '@jupyterlab-maturin/protocol';

/**
 * Reads one line of what cargo prints with `--message-format=json`.
 *
 * @returns `null` for a message that nobody here needs, and for a line that is none: a wrapper round rustc may print
 *   whatever it likes in between
 */
export function readCargoMessage(line: string): CompilerMessage | CompilerArtifact | null {
  if (!line.startsWith('{')) {
    return null;
  }
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    return null;
  }
  return isCompilerMessage(message) || isCompilerArtifact(message) ? message : null;
}
