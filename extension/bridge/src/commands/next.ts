import type { Command } from 'commander';

import { next } from '../course/actions/next.js';
import { courseHere } from './exercise.js';
import { printAnswer } from './terminal/answer.js';
import { Shown, shown } from './terminal/shown.js';
import { pathFromHere, prose } from './terminal/text.js';

/** `next`: the exercise to go on with. */
export function addNext(program: Command): void {
  program
    .command('next')
    .description('show the exercise to go on with')
    .option('--json', 'print the answer as JSON', false)
    .action(({ json }: { json: boolean }) => {
      const answer = next(courseHere());
      const { exercise, message } = answer;
      const places = exercise && [
        shown`  notebook  ${pathFromHere(exercise.notebook)}`,
        shown`  exercise  ${pathFromHere(exercise.directory)}`
      ];
      printAnswer(json, answer, [prose(Shown.remark(message)), ...(places ?? [])], answer.notes);
    });
}
