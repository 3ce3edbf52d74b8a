import { rmSync } from 'node:fs';
import path from 'node:path';

import { whyNotWritten } from '../../foreign/systemError.js';
import { CourseError } from '../error.js';
import { BACKUP, backupFolder } from '../exercises/backup.js';
import { RECORDS } from '../exercises/course.js';
import { moveFile } from '../exercises/moveFile.js';
import { refuseLinkOut } from '../linkOut.js';
import {
  countExercises,
  digest,
  freshContents,
  RECORD,
  recordOf,
  type Contents,
  type WrittenCourse
} from './contents.js';
import { digestAt, readOriginals } from './record.js';
import { writeFile } from './writeFile.js';

/** Whose backup it is, beside those of the exercises. */
const UPDATE = 'course-update';

/**
 * Brings the course at `target` up to date. What the learner changed or deleted stays as they have it; the shipped
 * exercises in `.course/` are always replaced. What was changed there is kept in `.backup/course-update/`.
 *
 * @throws CourseError when there is no course, when a link leads out of it, or when it cannot be written
 */
export function updateCourse(source: string, target: string): WrittenCourse {
  const root = path.resolve(target);
  const originals = readOriginals(root);
  const contents = freshContents(source);
  const doing = `Updating the course in ${root}`;
  for (const file of [...contents.keys(), path.join(BACKUP, UPDATE)]) {
    refuseLinkOut(root, path.join(root, file), doing);
  }
  const { steps, kept } = plan(root, contents, originals.digests);
  const record = { file: RECORD, content: recordOf(contents), isEdited: originals.isBroken };
  try {
    const backup = carryOut(root, [...steps, record]);
    const notes =
      backup === null
        ? []
        : [`What was in ${RECORDS} in place of the shipped files is kept in ${backup}.`];
    const exercises = countExercises(contents);
    return { root, exercises, kept, notes: [...originals.notes, ...notes] };
  } catch (error) {
    throw new CourseError(
      `${doing} stopped, because ${whyNotWritten(error)}. Nothing of yours is lost, and running it again goes on from there.`,
      { cause: error }
    );
  }
}

/** What happens to a file. */
interface Step {
  /** Relative to the course. */
  file: string;
  /** `null` when it is no longer part of the course. */
  content: Buffer | null;
  /** Whether what is there is not what was shipped, so that it has to be kept. */
  isEdited: boolean;
}

function plan(
  root: string,
  contents: Contents,
  originals: Map<string, string>
): { steps: Step[]; kept: string[] } {
  const steps: Step[] = [];
  const kept: string[] = [];
  for (const [file, content] of contents) {
    const [present, wanted, original] = [
      digestAt(root, file),
      digest(content),
      originals.get(file)
    ];
    if (present === wanted) continue;
    const isAsShipped = present === (original ?? null);
    if (file.startsWith(`${RECORDS}/`) || isAsShipped) {
      steps.push({ file, content, isEdited: present !== null && !isAsShipped });
    } else if (original !== wanted) {
      kept.push(file);
    }
  }
  for (const [file, original] of originals) {
    if (contents.has(file) || !isOfRecords(file)) continue;
    const present = digestAt(root, file);
    // What is no file, or is outside of the course, is not ours, whatever the record says.
    if (typeof present !== 'string') continue;
    steps.push({ file, content: null, isEdited: present !== original });
  }
  return { steps, kept };
}

/** The record comes with the course, so it could name `.course/../../a`. */
function isOfRecords(file: string): boolean {
  return file.startsWith(`${RECORDS}/`) && path.posix.normalize(file) === file;
}

/** Returns the folder with what was edited, or `null` when nothing was. */
function carryOut(root: string, steps: Step[]): string | null {
  const backup = steps.some(({ isEdited }) => isEdited) ? backupFolder(root, UPDATE) : null;
  for (const { file, content, isEdited } of steps) {
    if (isEdited) moveFile(path.join(root, file), path.join(backup!, file));
    if (content !== null) writeFile(root, file, content);
    else rmSync(path.join(root, file), { force: true });
  }
  return backup;
}
