/** Looks at the Rust toolchain before anything long begins. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { SetUpError, again, explain } from './failures.mjs';
import { CACHE, environment } from './places.mjs';
import { CommandError, run } from './run.mjs';

const OLDEST = [1, 85];

/**
 * @returns {Promise<string>} what `rustc --version` says
 * @throws {SetUpError} when cargo or rustc is missing or too old
 */
export async function findRust() {
  const needed = `Rust ${OLDEST.join('.')} or newer`;
  const version = async tool => {
    try {
      return await run(tool, ['--version'], { env: environment() });
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      const { sentence } = explain(
        `looking for ${tool}`,
        new CommandError('it does not run here', error.code, error.output),
        `Install ${needed} (https://rustup.rs)`
      );
      throw new SetUpError(sentence, { cause: error });
    }
  };
  await version('cargo');
  const rustc = await version('rustc');
  const [, major, minor] = /(\d+)\.(\d+)/.exec(rustc)?.map(Number) ?? [];
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return rustc.trim();
  throw new SetUpError(
    `Looking for ${needed}: there is ${rustc.trim()}. Update it (\`rustup update\`, https://rustup.rs), then run \`${again()}\` again.`
  );
}

/** Builds an empty shared library, which needs no network. It fails where there is no linker. */
export async function tryLinking() {
  const crate = path.join(CACHE, 'empty-crate');
  mkdirSync(path.join(crate, 'src'), { recursive: true });
  writeFileSync(
    path.join(crate, 'Cargo.toml'),
    '[package]\nname = "empty"\nedition = "2024"\n\n[lib]\ncrate-type = ["cdylib"]\n\n[workspace]\n'
  );
  writeFileSync(path.join(crate, 'src', 'lib.rs'), '');
  await run('cargo', ['build', '--target-dir', path.join(crate, 'target')], {
    cwd: crate,
    env: environment()
  });
  rmSync(crate, { recursive: true });
}
