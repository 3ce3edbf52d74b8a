import type { Command } from 'commander';

import { verifyTask } from '../tasks/kinds.js';
import { EXERCISE } from './exercise.js';
import { requestFromHere, runTask } from './terminal/runTask.js';
import { verifyReporter } from './terminal/verifyReport.js';

/** `verify [ID]`: what `%verify` does in a notebook. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('build an exercise and run its tests in a new process')
    .addArgument(EXERCISE)
    .option('--python <path>', 'the Python to build for and to run the tests with')
    .option('--json', 'print every event as a line of JSON', false)
    .action(async (id: string | undefined, options: { python?: string; json: boolean }) => {
      const request = { ...(await requestFromHere(options.python)), exercise: id ?? null };
      await runTask(verifyTask, request, options.json, verifyReporter);
    });
}
