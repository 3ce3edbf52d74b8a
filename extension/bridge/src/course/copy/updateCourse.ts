import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { faults, isCourseFiles, type CourseFiles } from '@jupyterlab-maturin/protocol';

import { CourseError } from '../error.js';
import {
  countExercises,
  digest,
  freshContents,
  RECORD,
  recordOf,
  writeFile,
  type WrittenCourse
} from './contents.js';

/**
 * Brings the course at `target` up to date. What the learner changed or deleted stays as they have it; the shipped
 * exercises in `.course/` are always replaced.
 *
 * @throws CourseError when there is no course, or when it cannot be read or written
 */
export function updateCourse(source: string, target: string): WrittenCourse {
  const root = path.resolve(target);
  const before = readRecord(root, target);
  const contents = freshContents(source);
  const kept: string[] = [];
  try {
    for (const [file, content] of contents) {
      const own = path.join(root, file);
      const present = existsSync(own) ? digest(readFileSync(own)) : null;
      if (present === digest(content)) continue;
      const original = before[file];
      const isLearners =
        !file.startsWith('.course/') && original !== undefined && present !== original;
      if (!isLearners) writeFile(root, file, content);
      else if (original !== digest(content)) kept.push(file);
    }
    for (const file of Object.keys(before)) {
      if (file.startsWith('.course/') && !contents.has(file)) {
        rmSync(path.join(root, file), { force: true });
      }
    }
    writeFile(root, RECORD, recordOf(contents));
  } catch (error) {
    throw new CourseError(`Updating the course in ${root} failed: ${(error as Error).message}.`, {
      cause: error
    });
  }
  return { root, exercises: countExercises(contents), kept, notes: [] };
}

/** Returns which files the course was made with. Without that, nobody could tell the learner's files from shipped ones. */
function readRecord(root: string, target: string): CourseFiles {
  const file = path.join(root, RECORD);
  if (!existsSync(file)) {
    throw new CourseError(
      `There is no course in ${root} to update: make one with \`jupyterlab-maturin course ${target}\`.`
    );
  }
  let reason: string;
  try {
    const record: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isCourseFiles(record)) return record;
    reason = faults(isCourseFiles).join(', ');
  } catch (error) {
    reason = (error as Error).message;
  }
  throw new CourseError(
    `Updating the course in ${root} needs ${RECORD}, which cannot be read (${reason}), so nothing was changed: ` +
      'make a fresh course with `jupyterlab-maturin course DIR`, and copy your exercises and progress.jsonl into it.'
  );
}
