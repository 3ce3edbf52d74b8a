/**
 * `npm start`: makes what is missing, then serves JupyterLab on a copy of the course that is the learner's own.
 *
 * `npm start -- --no-browser` opens no browser and prints the URL, token included, on a line of its own on stdout.
 * `npm start -- --port 9000` serves on that port or not at all.
 */
import { parseArgs } from 'node:util';

import { SetUpError } from './setup/failures.mjs';
import { setUp } from './setup/index.mjs';
import { ROOT } from './setup/places.mjs';
import { Interrupted } from './setup/run.mjs';
import { COURSE, COURSE_STEPS } from './start/course.mjs';
import { aboutAge } from './start/course-age.mjs';
import { serve } from './start/jupyterlab.mjs';

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { 'no-browser': { type: 'boolean', default: false }, port: { type: 'string' } }
    });
    const { 'no-browser': noBrowser, port } = values;
    if (port !== undefined && !/^\d{1,5}$/.test(port)) throw new Error('--port takes a number');
    return { browser: !noBrowser, port };
  } catch (error) {
    throw new SetUpError(
      `Reading the arguments of npm start: ${error.message}. There are \`npm start -- --no-browser\` and \`npm start -- --port NUMBER\`.`,
      { cause: error }
    );
  }
}

try {
  const options = readArguments();
  await setUp(COURSE_STEPS);
  const age = aboutAge(ROOT, COURSE);
  if (age) process.stderr.write(`${age}\n`);
  process.exitCode = await serve(options);
} catch (error) {
  const expected = error instanceof SetUpError || error instanceof Interrupted;
  process.stderr.write(`${expected ? error.message : error.stack}\n`);
  process.exitCode = error instanceof Interrupted ? error.code : 1;
}
