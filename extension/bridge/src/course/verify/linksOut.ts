import path from 'node:path';

import { RECORDS, type Course, type Exercise } from '../exercises/course.js';
import { shippedFiles } from '../exercises/shippedExercise.js';
import { refuseLinkOut } from '../linkOut.js';

/**
 * Refuses to verify an exercise of which a part is a link that leads out of the course: a file or folder that was
 * shipped, the workspace's own files, or the folder for the copy that is tested.
 *
 * @throws CourseError that names the link and where it leads
 */
export function refuseLinksOut(course: Course, exercise: Exercise): void {
  const { root } = course;
  const doing = `Verifying ${exercise.id}`;
  const exercises = path.join(root, 'exercises');
  for (const file of shippedFiles(course, exercise, '', doing)) {
    // Learners have no `solution/`, and what is not there leads nowhere.
    refuseLinkOut(root, path.join(exercise.directory, file), doing);
  }
  for (const place of [
    exercise.directory,
    path.join(exercises, 'Cargo.toml'),
    path.join(exercises, 'Cargo.lock'),
    path.join(root, RECORDS, 'tested')
  ]) {
    refuseLinkOut(root, place, doing);
  }
}
