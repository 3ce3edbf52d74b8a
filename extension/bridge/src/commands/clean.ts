import type { Command } from 'commander';
import { join } from 'node:path';
import { resolveCrate } from '../build/crate/resolve.js';
import { cleanGenerations } from '../build/generation/clean.js';
import { readMetadata } from '../build/plan/metadata.js';
import { findRust } from '../build/plan/tools.js';
import { findInterpreter, ownEnvironment } from './interpreter.js';

/** `clean CRATE`: give back the room that old generations take. */
export function addClean(program: Command): void {
  program
    .command('clean')
    .description("remove a crate's generations that no kernel uses")
    .argument('<crate>', 'a directory or a manifest')
    .option(
      '--python <path>',
      'the Python that tests whether a generation is in use'
    )
    .option('--json', 'print {"removed", "kept", "bytes"}', false)
    .action(
      async (
        crate: string,
        { python, json }: { python?: string; json: boolean }
      ) => {
        const { interpreter } = await findInterpreter(python);
        const source = await resolveCrate({
          crate,
          cwd: process.cwd(),
          notebook: null
        });
        const { cargo, environment } = await findRust(ownEnvironment());
        const metadata = await readMetadata(
          cargo,
          source,
          environment,
          new AbortController().signal
        );
        const home = join(metadata.target_directory, 'jupyterlab-maturin');
        const cleaned = await cleanGenerations(
          home,
          source.manifest,
          interpreter
        );
        const { removed, kept, bytes } = cleaned;
        process.stdout.write(
          json
            ? `${JSON.stringify(cleaned)}\n`
            : `removed ${removed} generations (${bytes} bytes) of ${source.manifest}` +
                (kept ? `; ${kept} in use stay\n` : '\n')
        );
      }
    );
}
