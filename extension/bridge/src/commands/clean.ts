import type { Command } from 'commander';
import { cleanCrate } from './cleanCrate.js';

/** What the command line said. */
export interface CleanOptions {
  python?: string;
  json: boolean;
}

/** `clean CRATE`: give back the room that old generations take. */
export function addClean(program: Command): void {
  program
    .command('clean')
    .description("remove a crate's generations that no kernel uses")
    .argument('<crate>', 'a directory or a manifest')
    .option('--python <path>', 'the Python that tests whether a generation is in use')
    .option('--json', 'print {"removed", "kept", "bytes"}', false)
    .action(async (crate: string, options: CleanOptions) => {
      await cleanCrate(crate, options);
    });
}
