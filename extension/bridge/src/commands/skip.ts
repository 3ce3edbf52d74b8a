import type { Command } from 'commander';

import { skip } from '../course/actions/next.js';
import { EXERCISE, exerciseHere } from './exercise.js';
import { printAnswer } from './terminal/answer.js';
import { Shown } from './terminal/shown.js';
import { prose } from './terminal/text.js';

/** `skip [ID]`: marks an exercise as left out, and shows the next one. */
export function addSkip(program: Command): void {
  program
    .command('skip')
    .description('leave an exercise out and go on with the next')
    .addArgument(EXERCISE)
    .option('--json', 'print the answer as JSON', false)
    .action((id: string | undefined, { json }: { json: boolean }) => {
      const answer = skip(...exerciseHere(id));
      printAnswer(json, answer, [prose(Shown.remark(answer.message))], answer.notes);
    });
}
