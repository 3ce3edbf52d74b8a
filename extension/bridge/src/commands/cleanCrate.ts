import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveCrate } from '../build/crate/resolve.js';
import { cleanGenerations } from '../build/generation/clean.js';
import { readMetadata } from '../build/plan/metadata.js';
import { findRust } from '../build/plan/tools.js';
import type { CleanOptions } from './clean.js';
import { findInterpreter, ownEnvironment } from './interpreter.js';

/** Remove the crate's generations that nobody uses, and say how many bytes that gave back. */
export async function cleanCrate(crate: string, { python, json }: CleanOptions): Promise<void> {
  const { interpreter } = await findInterpreter(python);
  const source = await resolveCrate({
    crate,
    cwd: process.cwd(),
    notebook: null
  });
  const { cargo, environment } = await findRust(ownEnvironment());
  const metadata = await readMetadata(cargo, source, environment, new AbortController().signal);
  const home = join(metadata.target_directory, 'jupyterlab-maturin');
  const cleaned = await cleanGenerations(home, await realpath(source.manifest), interpreter);
  const { removed, kept, bytes } = cleaned;
  const held = kept ? `; ${kept} in use stay` : '';
  process.stdout.write(
    json
      ? `${JSON.stringify(cleaned)}\n`
      : `removed ${removed} generations (${bytes} bytes) of ${source.manifest}${held}\n`
  );
}
