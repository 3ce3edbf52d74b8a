import { existsSync } from 'node:fs';
import path from 'node:path';

import { CourseError } from '../error.js';

/**
 * Returns the folder whose `exercises/` and `notebooks/` are copied: the installed package's `_course`, or, in a
 * checkout, the project itself.
 *
 * @param script the program that runs; in a package as in a checkout, the course is in a folder above it
 * @throws CourseError when there is none
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
    `The course that belongs to ${script} is missing from this installation: install jupyterlab-maturin again.`
  );
}
