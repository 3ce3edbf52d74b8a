import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { makeFolders, removeEmpty } from '../../foreign/folders.js';
import { whyNotWritten } from '../../foreign/systemError.js';
import { CourseError } from '../error.js';
import {
  countExercises,
  freshContents,
  RECORD,
  recordOf,
  type Contents,
  type WrittenCourse
} from './contents.js';
import { firstCommit } from './firstCommit.js';
import { targetFolder, type TargetFolder } from './targetFolder.js';
import { writeFile } from './writeFile.js';

/**
 * Writes a fresh course to `target`, which must not exist or be empty. It is written aside and then moved, so that it is
 * there as a whole or not at all.
 *
 * @throws CourseError when it cannot be written; then nothing is left of it
 */
export async function writeCourse(source: string, target: string): Promise<WrittenCourse> {
  const folder = targetFolder(target);
  const { root } = folder;
  const contents = freshContents(source);
  try {
    const notes = await writeAside(folder, contents);
    return { root, exercises: countExercises(contents), kept: [], notes };
  } catch (error) {
    throw new CourseError(
      `Writing a course to ${root} failed, and nothing of it is left there: ${whyNotWritten(error)}.`,
      { cause: error }
    );
  }
}

/**
 * A folder that is there already stays: it may be another disk, or in a folder that the learner may not write to. So the
 * course is written inside it first. Otherwise that is done beside it.
 */
async function writeAside({ root, exists }: TargetFolder, contents: Contents): Promise<string[]> {
  const parent = exists ? root : path.dirname(root);
  const made = makeFolders(parent);
  let aside: string | null = null;
  const moved: string[] = [];
  try {
    // Only its owner sees into it, until the course is whole. The course itself is as readable as the umask says.
    aside = mkdtempSync(path.join(parent, '.new-'));
    const course = path.join(aside, 'course');
    mkdirSync(course);
    for (const [file, content] of contents) writeFile(course, file, content);
    writeFile(course, RECORD, recordOf(contents));
    const notes = await firstCommit(course);
    if (exists) {
      for (const entry of readdirSync(course)) {
        renameSync(path.join(course, entry), path.join(root, entry));
        moved.push(path.join(root, entry));
      }
    } else {
      renameSync(course, root);
    }
    rmSync(aside, { recursive: true, force: true });
    return notes;
  } catch (error) {
    for (const place of [...moved, ...(aside === null ? [] : [aside])]) {
      rmSync(place, { recursive: true, force: true });
    }
    removeEmpty(made);
    throw error;
  }
}
