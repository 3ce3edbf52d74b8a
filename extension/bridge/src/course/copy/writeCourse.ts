import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { CourseError } from '../error.js';
import { SHIPPED } from '../exercises/course.js';
import {
  countExercises,
  freshContents,
  RECORD,
  recordOf,
  writeFile,
  type WrittenCourse
} from './contents.js';
import { firstCommit } from './firstCommit.js';

/**
 * Writes a fresh course to `target`, which must not exist or be empty. It is written beside its place and then moved, so
 * that it is there as a whole or not at all.
 *
 * @throws CourseError when it cannot be written
 */
export async function writeCourse(source: string, target: string): Promise<WrittenCourse> {
  const root = path.resolve(target);
  if (existsSync(root) && readdirSync(root).length > 0) {
    throw new CourseError(
      existsSync(path.join(root, SHIPPED))
        ? `A course is not written to ${root}, because there is one already: \`jupyterlab-maturin course --update ${target}\` brings it up to date.`
        : `A course is not written to ${root}, because the folder is not empty: name another one.`
    );
  }
  const beside = `${root}.${randomBytes(4).toString('hex')}`;
  const contents = freshContents(source);
  try {
    for (const [file, content] of contents) writeFile(beside, file, content);
    writeFile(beside, RECORD, recordOf(contents));
    const notes = await firstCommit(beside);
    renameSync(beside, root);
    return { root, exercises: countExercises(contents), kept: [], notes };
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw new CourseError(`Writing a course to ${root} failed: ${(error as Error).message}.`, {
      cause: error
    });
  }
}
