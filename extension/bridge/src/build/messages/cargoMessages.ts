import { isAbsolute } from 'node:path';
import {
  isBuildScriptExecuted,
  isCompilerArtifact,
  isCompilerMessage,
  type BuildScriptExecuted,
  type CompilerArtifact,
  type CompilerMessage
} from '@jupyterlab-maturin/protocol';

import { parseForeignJson } from '../../foreign/parseJson.js';

type CargoMessage = CompilerMessage | CompilerArtifact | BuildScriptExecuted;

/** Reasons of cargo's that say nothing that is used here. */
const UNUSED = /^\{"reason":"(?:build-finished|timing-info)"/;

/**
 * Reads one line of what cargo prints with `--message-format=json`.
 *
 * @returns `null` for a line that is not a message, and belongs into the log: procedural macros and wrappers of rustc print
 *   on the same stdout, and what they print may look like a message
 */
export function readCargoMessage(line: string): CargoMessage | { reason: 'unused' } | null {
  if (!line.startsWith('{')) return null;
  if (UNUSED.test(line)) return { reason: 'unused' };
  return parseForeignJson<CargoMessage>(line, isCargoMessage);
}

function isCargoMessage(value: unknown): value is CargoMessage {
  return isCompilerMessage(value) || isCompilerArtifact(value) || isBuildScriptExecuted(value);
}

/** The directories that a build script named with `cargo:rustc-link-search`, without the kind that may stand before one. */
export function linkedPathsOf(message: ReturnType<typeof readCargoMessage>): string[] {
  return message?.reason === 'build-script-executed'
    ? message.linked_paths.map(path => path.replace(/^\w+=/, '')).filter(isAbsolute)
    : [];
}
