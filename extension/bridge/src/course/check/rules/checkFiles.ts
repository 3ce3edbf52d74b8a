import type { Course, Exercise } from '../../exercises/course.js';
import type { Python } from '../python.js';
import type { Problem } from '../report.js';
import { checkClocks } from './clocks.js';
import { checkLayout, checkStrays } from './layout.js';
import { checkManifests } from './manifests.js';
import { checkModuleNames } from './moduleNames.js';
import { checkExerciseNotebook, checkNotebookFile, otherNotebooks } from './notebookFile.js';

/**
 * Checks the course's files as they are; nothing is run.
 *
 * @param chosen the exercises to check; `null` means all, and also what belongs to no exercise
 */
export function checkFiles(
  course: Course,
  chosen: readonly Exercise[] | null,
  python: Python
): Problem[] {
  const { root, exercises } = course;
  const ofCourse = [...checkManifests(course), ...checkModuleNames(course, python)];
  const ofExercises = (chosen ?? exercises).flatMap(exercise => [
    ...checkLayout(exercise),
    ...checkClocks(exercise),
    ...checkExerciseNotebook(root, exercise)
  ]);
  if (chosen !== null) {
    const ids = new Set(chosen.map(({ id }) => id));
    return [...ofCourse.filter(({ where }) => ids.has(where)), ...ofExercises];
  }
  return [
    ...ofCourse,
    ...checkStrays(course),
    ...otherNotebooks(root).flatMap(file => checkNotebookFile(root, file, null)),
    ...ofExercises
  ];
}
