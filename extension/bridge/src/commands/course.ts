import path from 'node:path';

import type { Command } from 'commander';

import { courseSource } from '../course/copy/source.js';
import { updateCourse } from '../course/copy/updateCourse.js';
import { writeCourse } from '../course/copy/writeCourse.js';
import { printAnswer } from './terminal/answer.js';
import { shown } from './terminal/shown.js';
import { pathFromHere } from './terminal/text.js';

/** `course DIR`: a copy of the course to learn in. */
export function addCourse(program: Command): void {
  program
    .command('course')
    .description('make a copy of the course to learn in')
    .argument('<dir>', 'a folder that does not exist yet, or is empty')
    .option(
      '--update',
      'bring the course in that folder up to date; files that you changed stay',
      false
    )
    .option('--json', 'print what was done as JSON', false)
    .action(async (dir: string, { json, update }: { json: boolean; update: boolean }) => {
      const source = courseSource(path.resolve(process.argv[1] ?? '.'));
      const answer = update ? updateCourse(source, dir) : await writeCourse(source, dir);
      printAnswer(
        json,
        answer,
        [
          shown`${answer.exercises} exercises are in ${answer.root}.`,
          ...answer.kept.map(file => shown`  left as you changed it: ${file}`),
          ...(update
            ? []
            : [shown`Begin with ${pathFromHere(path.join(answer.root, 'notebooks'))}.`])
        ],
        answer.notes
      );
    });
}
