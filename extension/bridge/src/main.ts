import { Command } from 'commander';

import { BuildFailure } from './build/buildFailure.js';
import { addBuild } from './commands/build.js';
import { addClean } from './commands/clean.js';
import { addCourse } from './commands/course.js';
import { addHint } from './commands/hint.js';
import { addList } from './commands/list.js';
import { addNext } from './commands/next.js';
import { addReset } from './commands/reset.js';
import { addSkip } from './commands/skip.js';
import { addSolution } from './commands/solution.js';
import { addStdio } from './commands/stdio.js';
import { Screen } from './commands/terminal/screen.js';
import { Shown } from './commands/terminal/shown.js';
import { errorText } from './commands/terminal/text.js';
import { addVerify } from './commands/verify.js';
import { CourseError } from './course/error.js';
import { VERSION } from './version.js';

const screen = new Screen();
const program = new Command('jupyterlab-maturin')
  .description('Build Rust beside a notebook and use it from the next Python cell')
  .version(VERSION)
  // It repeats what was typed, which may have come from anywhere.
  .configureOutput({
    writeOut: text => screen.print(Shown.source(text.trimEnd())),
    writeErr: text => screen.printError(Shown.source(text.trimEnd()))
  })
  .showHelpAfterError('(--help shows the commands and options)');

for (const add of [
  addStdio,
  addBuild,
  addClean,
  addList,
  addNext,
  addVerify,
  addHint,
  addSolution,
  addReset,
  addSkip,
  addCourse
]) {
  add(program);
}

try {
  await program.parseAsync();
} catch (error) {
  // These two carry a sentence for the person; anything else is a fault of this program and needs its stack.
  if (!(error instanceof BuildFailure || error instanceof CourseError)) throw error;
  screen.printError(errorText(error.message));
  process.exitCode = 1;
}
