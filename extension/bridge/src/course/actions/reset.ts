import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';

import type { CourseReset } from '@jupyterlab-maturin/protocol';

import { whyNotWritten } from '../../foreign/systemError.js';
import { CourseError } from '../error.js';
import { BACKUP, backupFolder } from '../exercises/backup.js';
import { RECORDS, type Course, type Exercise } from '../exercises/course.js';
import { copyFile } from '../exercises/exerciseFiles.js';
import { isThere, moveFile } from '../exercises/moveFile.js';
import { refuseLinkOut } from '../linkOut.js';
import { progressEvent } from '../progress/event.js';
import { list } from '../progress/list.js';
import { recordProgress } from '../progress/record.js';
import { difference, type Difference } from './difference.js';

export interface ResetOptions {
  /** Whether to put the solution there, in place of what learners begin with. */
  solved?: boolean;
}

/**
 * Resets every exercise that was changed or worked on, and returns what was done with each of them.
 *
 * @throws CourseError when one of them cannot be reset; one that is refused is found before anything is changed
 */
export function resetAll(course: Course, { solved = false }: ResetOptions = {}): CourseReset[] {
  const states = new Map(list(course).exercises.map(({ id, state }) => [id, state]));
  return course.exercises
    .map(exercise => ({ exercise, found: difference(course, exercise, solved) }))
    .filter(({ exercise, found: { changed, extra } }) => {
      const untouched = ['open', 'locked'].includes(states.get(exercise.id)!);
      return changed.size > 0 || extra.length > 0 || !untouched;
    })
    .map(({ exercise, found }) => resetTo(course, exercise, found));
}

/**
 * Puts the exercise's folder back to what was shipped. What was there is kept in `.backup/<id>/<date>/` in the course's
 * root. The notebook is left alone.
 *
 * @throws CourseError when the course is not a learner's copy, when a link leads out of it, or when a file cannot be
 *   written
 */
export function reset(
  course: Course,
  exercise: Exercise,
  { solved = false }: ResetOptions = {}
): CourseReset {
  return resetTo(course, exercise, difference(course, exercise, solved));
}

function resetTo(course: Course, exercise: Exercise, found: Difference): CourseReset {
  const { changed, extra } = found;
  const isChanged = changed.size > 0 || extra.length > 0;
  const backup = isChanged ? replace(course, exercise, found) : null;
  const notes = recordProgress(
    course,
    progressEvent(
      exercise.id,
      'reset',
      backup === null ? {} : { backup: path.relative(course.root, backup) }
    )
  );
  return {
    exercise: exercise.id,
    backup,
    files: [...changed.keys(), ...extra].sort(),
    notes
  };
}

/**
 * Nothing is written over: what is to be replaced moves into the backup, whatever it is and however large. That begins
 * only when all that replaces it is on the disk, which is where a full disk shows.
 *
 * @returns the backup's folder; `null` when nothing was there
 */
function replace(course: Course, exercise: Exercise, found: Difference): string | null {
  const { directory, id } = exercise;
  const { same, changed, extra } = found;
  const doing = `Resetting ${id}`;
  refuseLinkOut(course.root, path.join(course.root, BACKUP, id), doing);
  const own = [
    ...extra,
    ...[...changed.keys()].filter(file => isThere(path.join(directory, file)))
  ];
  let stage: string | null = null;
  let backup: string | null = null;
  let hasMoved = false;
  try {
    stage = mkdtempSync(path.join(course.root, RECORDS, 'new-'));
    for (const [file, shipped] of changed) copyFile(shipped, path.join(stage, file));
    if (own.length + same.size > 0) {
      backup = backupFolder(course.root, id);
      for (const [file, shipped] of same) copyFile(shipped, path.join(backup, file));
    }
    hasMoved = true;
    for (const file of own) moveFile(path.join(directory, file), path.join(backup!, file));
    for (const file of changed.keys()) {
      moveFile(path.join(stage, file), path.join(directory, file));
    }
    return backup;
  } catch (error) {
    if (!hasMoved && backup !== null) rmSync(backup, { recursive: true, force: true });
    const kept =
      hasMoved && backup !== null ? `What was there is kept in ${backup}.` : 'Nothing was changed.';
    throw new CourseError(`${doing} stopped, because ${whyNotWritten(error)}. ${kept}`, {
      cause: error
    });
  } finally {
    if (stage !== null) rmSync(stage, { recursive: true, force: true });
  }
}
