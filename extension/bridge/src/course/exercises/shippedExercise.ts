import { existsSync } from 'node:fs';
import path from 'node:path';

import { SHIPPED, type Course, type Exercise } from './course.js';

/** Folders of a shipped exercise that a learner's copy does not show. */
const HIDDEN = ['solution/', 'mutants/'];

/** Returns whether the course is a learner's copy, which keeps the shipped exercises as well. */
export function isCopy(course: Course): boolean {
  return existsSync(path.join(course.root, SHIPPED));
}

/** Returns the folder with the exercise as it was shipped; in a checkout of the project, the exercise itself. */
export function shippedFolder(course: Course, exercise: Exercise): string {
  return isCopy(course) ? path.join(course.root, SHIPPED, exercise.id) : exercise.directory;
}

/** Returns whether learners see this file of a shipped exercise. */
export function isShown(file: string): boolean {
  return !HIDDEN.some(folder => file.startsWith(folder));
}
