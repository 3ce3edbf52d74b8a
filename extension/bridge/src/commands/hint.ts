import type { Command } from 'commander';

import { hint } from '../course/actions/hint.js';
import { EXERCISE, exerciseHere } from './exercise.js';
import { printAnswer } from './terminal/answer.js';
import { Shown, shown } from './terminal/shown.js';
import { prose } from './terminal/text.js';

/** `hint [ID]`: the next hint of an exercise. */
export function addHint(program: Command): void {
  program
    .command('hint')
    .description('show the next hint')
    .addArgument(EXERCISE)
    .option('--json', 'print the hint as JSON', false)
    .action((id: string | undefined, { json }: { json: boolean }) => {
      const answer = hint(...exerciseHere(id));
      const { exercise, number, total, text } = answer;
      printAnswer(
        json,
        answer,
        [
          shown`${exercise}  hint ${number} of ${total}`,
          shown``,
          prose(Shown.sentences(text), '  ')
        ],
        answer.notes
      );
    });
}
