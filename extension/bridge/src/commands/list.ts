import type { Command } from 'commander';

import { list } from '../course/progress/list.js';
import { courseHere } from './exercise.js';
import { printAnswer } from './terminal/answer.js';
import { exerciseTable } from './terminal/exerciseTable.js';
import { textWidth } from './terminal/text.js';

/** `list`: all exercises with their states. */
export function addList(program: Command): void {
  program
    .command('list')
    .description('show the exercises of the course and how far you are')
    .option('--json', 'print the list as JSON', false)
    .action(({ json }: { json: boolean }) => {
      const answer = list(courseHere());
      printAnswer(json, answer, exerciseTable(answer, textWidth()), answer.notes);
    });
}
