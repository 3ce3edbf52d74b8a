import { existsSync } from 'node:fs';
import path from 'node:path';

import { CourseError } from '../error.js';

/**
 * Returns the folder whose `exercises/` and `notebooks/` are shipped: the installed package's `_course`, or, in a
 * checkout, the project itself.
 *
 * @param script the program that runs; the package carries it beside the course
 */
export function courseSource(script: string): string {
  for (
    let folder = path.dirname(script);
    folder !== path.dirname(folder);
    folder = path.dirname(folder)
  ) {
    for (const candidate of [path.join(folder, '_course'), folder]) {
      if (
        existsSync(path.join(candidate, 'exercises', 'Cargo.toml')) &&
        existsSync(path.join(candidate, 'notebooks'))
      ) {
        return candidate;
      }
    }
  }
  throw new CourseError(
    `Looking for the course beside ${script}: it is not there; reinstall jupyterlab-maturin.`
  );
}
