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
import { unexpectedSentence } from './faults/unexpected.js';
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

/** Ends at once. What a task has started ends with this process, because its guard notices. */
function fail(error: unknown): never {
  // These two carry a sentence for the person. Anything else was not foreseen.
  const isDesigned = error instanceof BuildFailure || error instanceof CourseError;
  try {
    const sentence = isDesigned ? error.message : unexpectedSentence(error);
    screen.printLastError(errorText(sentence));
  } catch {
    // Nobody reads stderr.
  }
  process.exit(1);
}

/** The exit code of a program that writes into a pipe that nobody reads any more: 128 + SIGPIPE. */
const UNREAD = 141;

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
process.stderr.on('error', () => undefined);
// The connection to a kernel looks after its own stdout.
if (process.argv[2] !== 'stdio') {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(UNREAD);
    fail(Object.assign(error, { path: 'stdout' }));
  });
}

try {
  await program.parseAsync();
} catch (error) {
  fail(error);
}
