import {
  isCompilerArtifact,
  isCompilerMessage,
  type CompilerArtifact,
  type CompilerMessage
} from '@jupyterlab-maturin/protocol';

/**
 * Reads one line of what cargo prints with `--message-format=json`.
 *
 * @returns `null` for a message that is not used here, and for a line that is not a message: wrappers of rustc may print
 *   such lines in between
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
