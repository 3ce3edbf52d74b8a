import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { readForeignText } from '../../foreign/readFile.js';
import { tableAt } from '../crate/toml.js';
import { configFiles } from './profile.js';

/** What makes cargo compile every dependency again. */
const VARIABLES = [
  'RUSTFLAGS',
  'CARGO_ENCODED_RUSTFLAGS',
  'CARGO_BUILD_RUSTFLAGS',
  'RUSTUP_TOOLCHAIN',
  'RUSTC'
];

/**
 * Returns a text that differs when the compiler's flags or the toolchain do. The compiler itself is not asked, which would
 * take time at every build; so an update of the same toolchain is not noticed.
 */
export async function compilerMark(
  cargo: string,
  directory: string,
  environment: Record<string, string>
): Promise<string> {
  const configured = (await configFiles(directory, environment)).map(({ table }) => [
    tableAt(table, 'build')['rustflags'],
    Object.values(tableAt(table, 'target')).map(
      target => tableAt({ target }, 'target')['rustflags']
    )
  ]);
  const rustup = environment['RUSTUP_HOME'] || join(environment['HOME'] || homedir(), '.rustup');
  const parts = [
    cargo,
    VARIABLES.map(name => environment[name] ?? null),
    configured,
    toolchainFile(directory),
    textOf(join(rustup, 'settings.toml'))
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** The text of the file that chooses the toolchain, in the directory or above. */
function toolchainFile(directory: string): string | null {
  for (let here = directory; ; here = dirname(here)) {
    const text = textOf(join(here, 'rust-toolchain')) ?? textOf(join(here, 'rust-toolchain.toml'));
    if (text !== null || here === dirname(here)) return text;
  }
}

function textOf(file: string): string | null {
  try {
    return readForeignText(file);
  } catch {
    return null;
  }
}
