import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  rmdirSync,
  writeFileSync
} from 'node:fs';
import path from 'node:path';

import type { Course, Exercise } from '../../exercises/course.js';
import { filesBelow } from '../../exercises/exerciseFiles.js';
import { isShown } from '../../exercises/shippedExercise.js';

/**
 * A copy of the whole course in which every exercise is solved, until another overlay is laid over it.
 *
 * Only files that differ are written, because cargo sees from a file's time what it has to build again.
 */
export class ScratchCourse {
  readonly exercises: string;

  constructor(
    readonly root: string,
    course: Course
  ) {
    this.exercises = path.join(root, 'exercises');
    for (const folder of ['exercises', 'notebooks']) {
      const source = path.join(course.root, folder);
      const wanted = new Map<string, string>();
      for (const file of filesBelow(source)) {
        if (folder === 'notebooks' || !isPartOfOverlay(file)) {
          wanted.set(file, path.join(source, file));
        }
      }
      if (folder === 'exercises') {
        for (const exercise of course.exercises) {
          for (const [file, from] of overlaid(exercise, 'solution')) {
            wanted.set(`${exercise.id}/${file}`, from);
          }
        }
      }
      mirror(wanted, path.join(root, folder));
    }
    rmSync(path.join(root, 'progress.jsonl'), { force: true });
  }

  /** Lays `solution`, `mutants/<name>` or nothing (`null`: the stub) over the exercise; returns its folder in the copy. */
  lay(exercise: Exercise, overlay: string | null): string {
    const folder = path.join(this.exercises, exercise.id);
    mirror(overlaid(exercise, overlay), folder);
    return folder;
  }
}

/** Returns the files of an exercise with an overlay on them: each one's name there, and the file to copy. */
function overlaid(exercise: Exercise, overlay: string | null): Map<string, string> {
  const wanted = new Map<string, string>();
  for (const file of filesBelow(exercise.directory)) {
    if (isShown(file)) wanted.set(file, path.join(exercise.directory, file));
  }
  if (overlay !== null) {
    const above = path.join(exercise.directory, overlay);
    for (const file of filesBelow(above)) {
      wanted.set(file, path.join(above, file));
    }
  }
  return wanted;
}

/** Makes the folder hold these files and no others. Folders left empty are removed: cargo would take one for a crate. */
function mirror(wanted: Map<string, string>, folder: string): void {
  for (const file of filesBelow(folder)) {
    // cargo writes the lock file itself.
    if (!wanted.has(file) && file !== 'Cargo.lock') {
      rmSync(path.join(folder, file));
      removeEmpty(path.dirname(path.join(folder, file)), folder);
    }
  }
  for (const [file, source] of wanted) {
    const target = path.join(folder, file);
    const content = readFileSync(source);
    if (existsSync(target) && readFileSync(target).equals(content)) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

function removeEmpty(folder: string, top: string): void {
  for (
    let empty = folder;
    empty !== top && readdirSync(empty).length === 0;
    empty = path.dirname(empty)
  ) {
    rmdirSync(empty);
  }
}

function isPartOfOverlay(file: string): boolean {
  return /^[^/]+\/[^/]+\/(solution|mutants)\//.test(file);
}
