import type { Command } from 'commander';

import { reset } from '../course/actions/reset.js';
import { EXERCISE, exerciseHere } from './exercise.js';
import { printAnswer } from './terminal/answer.js';
import { pathFromHere } from './terminal/text.js';

/** `reset [ID]`: the exercise as it was at the beginning. */
export function addReset(program: Command): void {
  program
    .command('reset')
    .description('start an exercise again; what you wrote is kept in .backup/')
    .addArgument(EXERCISE)
    .option('--json', 'print what was done as JSON', false)
    .action((id: string | undefined, { json }: { json: boolean }) => {
      const answer = reset(...exerciseHere(id));
      const { exercise, files, backup } = answer;
      printAnswer(
        json,
        answer,
        [
          files.length === 0
            ? `${exercise} is as it was at the beginning; there is nothing to put back.`
            : `${exercise} is again as it was at the beginning: ${files.join(', ')}.`,
          backup === null ? [] : `What you had written is kept in ${pathFromHere(backup)}.`
        ],
        answer.notes
      );
    });
}
