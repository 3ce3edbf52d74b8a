import path from 'node:path';

import { isFolder } from '../../foreign/folders.js';
import { refuseLinkOut } from '../linkOut.js';
import { SHIPPED, type Course, type Exercise } from './course.js';
import { filesBelow } from './exerciseFiles.js';

/** Folders of a shipped exercise that a learner's copy does not show. */
const HIDDEN = ['solution/', 'mutants/'];

/** Returns whether the course is a learner's copy, which keeps the shipped exercises as well. */
export function isCopy(course: Course): boolean {
  return isFolder(path.join(course.root, SHIPPED));
}

/** Returns the folder with the exercise as it was shipped; in a checkout of the project, the exercise itself. */
export function shippedFolder(course: Course, exercise: Exercise): string {
  return isCopy(course) ? path.join(course.root, SHIPPED, exercise.id) : exercise.directory;
}

/**
 * Returns the files of a shipped exercise, or of a folder in it, relative to that folder and with `/`.
 *
 * @param doing begins the sentence of a refusal: `Resetting 01_intro/03_functions`
 * @throws CourseError when a link in there leads out of the course
 */
export function shippedFiles(
  course: Course,
  exercise: Exercise,
  folder: string,
  doing: string
): string[] {
  const place = path.join(shippedFolder(course, exercise), folder);
  refuseLinkOut(course.root, place, doing);
  return filesBelow(place, link => refuseLinkOut(course.root, link, doing));
}

/** Returns whether learners see this file of a shipped exercise. */
export function isShown(file: string): boolean {
  return !HIDDEN.some(folder => file.startsWith(folder));
}
