import type { Command } from 'commander';

import { solution } from '../course/actions/solution.js';
import { EXERCISE, exerciseHere } from './exercise.js';
import { printAnswer } from './terminal/answer.js';
import { Shown, shown } from './terminal/shown.js';

/** `solution [ID]`: the files of an exercise's solution. */
export function addSolution(program: Command): void {
  program
    .command('solution')
    .description('show the solution, once you have verified the exercise or failed three times')
    .addArgument(EXERCISE)
    .option('--insist', 'show it before that', false)
    .option('--json', 'print the files as JSON', false)
    .action((id: string | undefined, { json, insist }: { json: boolean; insist: boolean }) => {
      const answer = solution(...exerciseHere(id), insist);
      const { exercise, files } = answer;
      printAnswer(
        json,
        answer,
        files.flatMap(({ path, text }) => [
          shown`── ${exercise}/${path} ──`,
          Shown.source(text.trimEnd()),
          shown``
        ]),
        answer.notes
      );
    });
}
