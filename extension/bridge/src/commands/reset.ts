import type { Command } from 'commander';
import type { CourseReset } from '@jupyterlab-maturin/protocol';

import { reset, resetAll } from '../course/actions/reset.js';
import { CourseError } from '../course/error.js';
import { EXERCISE, courseHere, exerciseHere } from './exercise.js';
import { printAnswer } from './terminal/answer.js';
import { type Shown, shown } from './terminal/shown.js';
import { count, pathFromHere } from './terminal/text.js';

interface Options {
  all: boolean;
  solved: boolean;
  json: boolean;
}

/** `reset [ID]`: an exercise as it was at the beginning, or solved; `--all` of them, after a class or before one. */
export function addReset(program: Command): void {
  program
    .command('reset')
    .description('start an exercise again; what you wrote is kept in .backup/')
    .addArgument(EXERCISE)
    .option('--all', 'every exercise that was changed or worked on', false)
    .option('--solved', 'put our solution there, to demonstrate it or to go on from it', false)
    .option('--json', 'print what was done as JSON', false)
    .action((id: string | undefined, { all, solved, json }: Options) => {
      if (!all) {
        const answer = reset(...exerciseHere(id), { solved });
        printAnswer(json, answer, [whatWasDone(answer, solved), ...backupOf(answer)], answer.notes);
        return;
      }
      if (id !== undefined) {
        throw new CourseError(
          `\`reset --all\` resets every exercise: leave out ${id}, or leave out --all.`
        );
      }
      const answers = resetAll(courseHere(), { solved });
      printAnswer(
        json,
        answers,
        [
          ...answers.map(answer => whatWasDone(answer, solved)),
          answers.length === 0
            ? shown`Every exercise is as it was at the beginning; there is nothing to put back.`
            : shown`${count(answers.length, 'exercise')} reset. What you had written is kept in .backup/.`
        ],
        [...new Set(answers.flatMap(({ notes }) => notes))]
      );
    });
}

function whatWasDone({ exercise, files }: CourseReset, solved: boolean): Shown {
  const state = solved ? 'solved' : 'as it was at the beginning';
  return files.length === 0
    ? shown`${exercise} is ${state}; there is nothing to put back.`
    : shown`${exercise} is ${solved ? 'solved' : `again ${state}`}: ${files.join(', ')}.`;
}

function backupOf({ backup }: CourseReset): Shown[] {
  return backup === null ? [] : [shown`What you had written is kept in ${pathFromHere(backup)}.`];
}
