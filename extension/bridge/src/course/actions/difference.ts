import path from 'node:path';

import { CourseError } from '../error.js';
import type { Course, Exercise } from '../exercises/course.js';
import { filesBelow, isSameFile } from '../exercises/exerciseFiles.js';
import { isCopy, isShown, shippedFiles, shippedFolder } from '../exercises/shippedExercise.js';
import { refuseLinkOut } from '../linkOut.js';

/** How an exercise's folder differs from what a reset makes of it. */
export interface Difference {
  /** The files that are as a reset would make them, each with the absolute path of what was shipped. */
  same: Map<string, string>;
  /** The files to put there, each with the absolute path of what was shipped. */
  changed: Map<string, string>;
  /** The files to take away. */
  extra: string[];
}

/**
 * Compares an exercise's folder with what was shipped.
 *
 * @param solved whether a reset puts the solution there, in place of what learners begin with
 * @throws CourseError when the course is not a learner's copy, or when a link leads out of it
 */
export function difference(course: Course, exercise: Exercise, solved: boolean): Difference {
  const doing = `Resetting ${exercise.id}`;
  if (!isCopy(course)) {
    throw new CourseError(
      `${doing} is refused, because ${course.root} is the project itself and not a copy to learn in: make one with \`jupyterlab-maturin course DIR\`.`
    );
  }
  const wanted = wantedFiles(course, exercise, solved, doing);
  for (const file of wanted.keys()) {
    refuseLinkOut(course.root, path.join(exercise.directory, file), doing);
  }
  const own = filesBelow(exercise.directory);
  const same = new Map(
    [...wanted].filter(([file, from]) => isSameFile(from, path.join(exercise.directory, file)))
  );
  const changed = new Map([...wanted].filter(([file]) => !same.has(file)));
  // Where a folder stands in a file's place, it makes way with all that is in it.
  const inTheWay = [...changed.keys()].map(file => `${file}/`);
  const extra = own.filter(
    file => !wanted.has(file) && !inTheWay.some(folder => file.startsWith(folder))
  );
  return { same, changed, extra };
}

/** Returns what a reset puts into the exercise's folder: each file's name there, and the file that was shipped. */
function wantedFiles(
  course: Course,
  exercise: Exercise,
  solved: boolean,
  doing: string
): Map<string, string> {
  const shipped = shippedFolder(course, exercise);
  const wanted = new Map(
    shippedFiles(course, exercise, '', doing)
      .filter(isShown)
      .map(file => [file, path.join(shipped, file)])
  );
  if (!solved) return wanted;
  const solution = path.join(shipped, 'solution');
  const files = shippedFiles(course, exercise, 'solution', doing);
  if (files.length === 0) {
    throw new CourseError(
      `The solution of ${exercise.id} should be in ${solution}, which is missing or empty: ` +
        '`jupyterlab-maturin course --update DIR` puts it back.'
    );
  }
  for (const file of files) wanted.set(file, path.join(solution, file));
  return wanted;
}
