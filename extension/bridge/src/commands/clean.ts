import { realpath } from 'node:fs/promises';

import type { Command } from 'commander';

import { findCrate } from '../build/crate/findCrate.js';
import { cleanGenerations } from '../build/generation/clean.js';
import { findHome } from '../build/plan/home.js';
import { readMetadata } from '../build/plan/metadata.js';
import { findRust } from '../build/plan/tools.js';
import { findInterpreter, ownEnvironment } from './interpreter.js';
import { printAnswer } from './terminal/answer.js';
import { shown } from './terminal/shown.js';
import { count } from './terminal/text.js';

/** `clean CRATE`: frees the disk space of generations that no kernel uses. */
export function addClean(program: Command): void {
  program
    .command('clean')
    .description("remove a crate's generations that no kernel uses")
    .argument('<crate>', 'a directory or a Cargo.toml')
    .option('--python <path>', 'the Python that finds out whether a generation is in use')
    .option('--json', 'print {"removed", "kept", "bytes"}', false)
    .action(async (crate: string, { python, json }: { python?: string; json: boolean }) => {
      const { interpreter } = await findInterpreter(python);
      const source = await findCrate({ crate, cwd: process.cwd(), notebook: null });
      const { cargo, environment } = await findRust(ownEnvironment());
      const never = new AbortController().signal;
      const { target_directory } = await readMetadata(cargo, source, environment, never);
      const { home } = await findHome(target_directory);
      const cleaned = await cleanGenerations(home, await realpath(source.manifest), interpreter);
      const { removed, kept, bytes } = cleaned;
      printAnswer(json, cleaned, [
        shown`Removed ${count(removed, 'generation')} (${bytes} bytes) of ${source.manifest}${
          kept > 0 ? `; kept ${kept} that a kernel uses.` : '.'
        }`
      ]);
    });
}
