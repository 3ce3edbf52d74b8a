import { Command } from 'commander';
import { BuildFailure } from './build/failure.js';
import { addBuild } from './commands/build.js';
import { addClean } from './commands/clean.js';
import { addCourse } from './commands/course.js';
import { addStdio } from './commands/stdio.js';
import { VERSION } from './version.js';

const program = new Command('jupyterlab-maturin')
  .description('Build Rust beside a notebook and use it from the next Python cell')
  .version(VERSION)
  .showHelpAfterError('(add --help for what can be said)');

for (const add of [addStdio, addBuild, addClean, addCourse]) {
  add(program);
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof BuildFailure)) {
    throw error;
  }
  process.stderr.write(`error: ${error.message}\n`);
  process.exitCode = 1;
}
