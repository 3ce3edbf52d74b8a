import { TomlError, parse } from 'smol-toml';
import { UnreadableFile, readForeignText } from '../../foreign/readFile.js';
import { BuildFailure } from '../buildFailure.js';

/** A TOML table whose keys and values have not been checked. */
export type Table = Record<string, unknown>;

/**
 * Reads a TOML file. Returns `null` when it does not exist.
 *
 * @throws BuildFailure (`crate`) that names the file, and the line that is not TOML
 */
export function readToml(file: string): Promise<Table | null> {
  // Reading blocks, but only for a regular file of bounded size. What is wrong with it rejects the promise.
  return new Promise(resolve => resolve(tableIn(file)));
}

function tableIn(file: string): Table | null {
  let text: string;
  try {
    text = readForeignText(file);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) {
      throw error;
    }
    if (error.isMissing) {
      return null;
    }
    const remedy = ['EACCES', 'EPERM'].includes(error.code ?? '')
      ? 'give yourself permission to read it'
      : 'put a TOML file in its place';
    throw new BuildFailure('crate', `${error.message}: ${remedy}.`, { cause: error });
  }
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof TomlError) {
      const found = error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '');
      throw new BuildFailure(
        'crate',
        `${file}:${error.line}:${error.column} is not valid TOML (${found}): correct that line.`,
        { cause: error }
      );
    }
    throw error;
  }
}

/** Returns the table that `keys` lead to, from the outermost inward, or an empty one. */
export function tableAt(table: Table | null, ...keys: string[]): Table {
  let here: unknown = table;
  for (const key of keys) {
    here = isTable(here) ? here[key] : undefined;
  }
  return isTable(here) ? here : {};
}

/** Returns the string that `keys` lead to, or `null`. */
export function stringAt(table: Table | null, ...keys: string[]): string | null {
  const value = tableAt(table, ...keys.slice(0, -1))[keys.at(-1)!];
  return typeof value === 'string' ? value : null;
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
