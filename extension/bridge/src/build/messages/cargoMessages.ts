import { isAbsolute } from 'node:path';
import {
  isBuildScriptExecuted,
  isCompilerArtifact,
  isCompilerMessage,
  type BuildScriptExecuted,
  type CompilerArtifact,
  type CompilerMessage
} from '@jupyterlab-maturin/protocol';

type CargoMessage = CompilerMessage | CompilerArtifact | BuildScriptExecuted;

/**
 * Reads one line of what cargo prints with `--message-format=json`.
 *
 * @returns `null` for a message that is not used here, and for a line that is not a message: wrappers of rustc may print
 *   such lines in between
 */
export function readCargoMessage(line: string): CargoMessage | null {
  if (!line.startsWith('{')) {
    return null;
  }
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    return null;
  }
  return isCompilerMessage(message) || isCompilerArtifact(message) || isBuildScriptExecuted(message)
    ? message
    : null;
}

/** The directories that a build script named with `cargo:rustc-link-search`, without the kind that may stand before one. */
export function linkedPathsOf(message: CargoMessage | null): string[] {
  return message?.reason === 'build-script-executed'
    ? message.linked_paths.map(path => path.replace(/^\w+=/, '')).filter(isAbsolute)
    : [];
}
