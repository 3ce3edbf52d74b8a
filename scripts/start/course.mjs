/** The learner's own copy of the course: made once, and from then on theirs. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { SetUpError, again, recognise } from '../setup/failures.mjs';
import { CACHE, ROOT } from '../setup/places.mjs';
import { CommandError, runTool } from '../setup/run.mjs';

/** git ignores it, so that the learner's edits and the project's files never mix. */
export const COURSE = path.join(ROOT, 'course');
/** The crate that PyO3 is compiled for first: its stub compiles. */
const FIRST_CRATE = 'exercises/03_concurrency/03_releasing_the_gil';

/** @type {import('../setup/steps.mjs').Step[]} */
export const COURSE_STEPS = [
  {
    name: 'course',
    doing: 'making your copy of the course in course/',
    makes: [path.join(COURSE, 'exercises'), path.join(COURSE, 'notebooks')],
    work: makeCourse
  },
  {
    name: 'pyo3',
    doing: 'compiling PyO3 once, so that your first build cell is quick',
    inputs: ['exercises/Cargo.lock', 'requirements/dev.txt', `=${COURSE}`],
    makes: [path.join(COURSE, 'exercises', 'target')],
    optional: true,
    work: compilePyO3
  }
];

async function makeCourse({ detail }) {
  if (existsSync(COURSE) && readdirSync(COURSE).length > 0) {
    throw new SetUpError(
      `Making your copy of the course in course/: that folder is there but holds no course (exercises/ and notebooks/). ` +
        `Rename it, then run \`${again()}\` again.`
    );
  }
  // Made elsewhere and moved, so that a copy that was interrupted never looks like a course.
  const scratch = path.join(CACHE, 'new-course');
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  await runTool('jupyterlab-maturin', ['course', path.join(scratch, 'course')], detail);
  renameSync(path.join(scratch, 'course'), COURSE);
  rmSync(scratch, { recursive: true });
}

async function compilePyO3({ detail }) {
  const crate = path.join(COURSE, FIRST_CRATE);
  let said = '';
  try {
    await runTool('jupyterlab-maturin', ['build', '--json', crate], line => {
      const event = JSON.parse(line);
      if (event.kind === 'progress') detail(`${event.done}/${event.total}  ${event.crate}`);
      if (event.kind === 'log') said += event.text;
    });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    if (recognise(said)) throw new CommandError(error.message, error.code, said);
    // The learner's own edit does not compile. A build cell shows them why, so nothing is amiss here.
  }
}
