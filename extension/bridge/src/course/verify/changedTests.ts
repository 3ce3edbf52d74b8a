import path from 'node:path';

import type { Course, Exercise } from '../exercises/course.js';
import { filesBelow, isSameFile } from '../exercises/exerciseFiles.js';
import { shippedFolder } from '../exercises/shippedExercise.js';

/**
 * Compares the learner's test files with the shipped ones, byte by byte. Returns what to tell the learner: a sentence
 * for each kind of difference, none when there is no difference.
 */
export function changedTests(course: Course, exercise: Exercise): string[] {
  const shipped = path.join(shippedFolder(course, exercise), 'tests');
  const own = path.join(exercise.directory, 'tests');
  const expected = filesBelow(shipped);
  const found = filesBelow(own);
  const same = (file: string): boolean =>
    isSameFile(path.join(shipped, file), path.join(own, file));
  const edited = expected.filter(file => found.includes(file) && !same(file));
  const deleted = expected.filter(file => !found.includes(file));
  const added = found.filter(file => !expected.includes(file));
  const instead = 'the tests as shipped are run instead';
  return [
    ...sentence(edited, `was edited: ${instead}`, `were edited: ${instead}`),
    ...sentence(deleted, `was deleted: ${instead}`, `were deleted: ${instead}`),
    ...sentence(
      added,
      'is not among the shipped tests, so it is not run here',
      'are not among the shipped tests, so they are not run here'
    )
  ];
}

function sentence(files: string[], one: string, several: string): string[] {
  if (files.length === 0) return [];
  const names = files.map(file => `tests/${file}`).join(', ');
  return [`${names} ${files.length === 1 ? one : several}.`];
}
