import { readFile } from 'node:fs/promises';
import { TomlError, parse } from 'smol-toml';
import { BuildFailure } from '../failure.js';

/** A TOML table whose shape nobody has checked. */
export type Table = Record<string, unknown>;

/**
 * A TOML file's table, or `null` when there is no such file.
 *
 * @throws BuildFailure (`crate`) that names file and line when it is not TOML
 */
export async function readToml(file: string): Promise<Table | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return null;
    }
    throw new BuildFailure(
      'crate',
      `Could not read ${file} (${code ?? String(error)}): make it readable for you.`,
      { cause: error }
    );
  }
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof TomlError) {
      const found = error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '');
      throw new BuildFailure(
        'crate',
        `${file}:${error.line}:${error.column} is not valid TOML (${found}): mend that line.`,
        { cause: error }
      );
    }
    throw error;
  }
}

/** The table at `keys`, one below the other; an empty one where there is none. */
export function tableAt(table: Table | null, ...keys: string[]): Table {
  let here: unknown = table;
  for (const key of keys) {
    here = isTable(here) ? here[key] : undefined;
  }
  return isTable(here) ? here : {};
}

/** The string at `keys`, or `null`. */
export function stringAt(table: Table | null, ...keys: string[]): string | null {
  const value = tableAt(table, ...keys.slice(0, -1))[keys.at(-1)!];
  return typeof value === 'string' ? value : null;
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
