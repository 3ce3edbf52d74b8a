import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  rmdirSync,
  writeFileSync,
  writeSync
} from 'node:fs';
import path from 'node:path';

import type { Course, Exercise } from '../discover.js';
import { filesBelow } from '../files.js';
import { isShown } from '../shipped.js';

/**
 * Claims a folder below `parent` for this process, and returns it with what gives it back.
 *
 * The folders are numbered and used again, so that cargo finds a crate where it was the last time. A claim of a process
 * that is gone does not count.
 */
export function claimRoom(parent: string): {
  folder: string;
  release: () => void;
} {
  mkdirSync(parent, { recursive: true });
  for (let number = 1; ; number += 1) {
    const claim = path.join(parent, `${number}.pid`);
    if (existsSync(claim) && !isAlive(Number(readFileSync(claim, 'utf8')))) {
      rmSync(claim, { force: true });
    }
    try {
      const descriptor = openSync(claim, 'wx');
      writeSync(descriptor, String(process.pid));
      closeSync(descriptor);
      return {
        folder: path.join(parent, String(number)),
        release: () => rmSync(claim, { force: true })
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * A copy of the whole course in which every exercise is solved, and one or all of them can be put into another state.
 *
 * Files are written only when they differ: their times tell cargo what to build again.
 */
export class Scratch {
  readonly exercises: string;

  constructor(
    readonly root: string,
    private readonly course: Course
  ) {
    this.exercises = path.join(root, 'exercises');
    for (const room of ['exercises', 'notebooks']) {
      const source = path.join(course.root, room);
      const wanted = new Map<string, string>();
      for (const file of filesBelow(source)) {
        if (room === 'notebooks' || !belongsToAnAnswer(file)) {
          wanted.set(file, path.join(source, file));
        }
      }
      if (room === 'exercises') {
        for (const exercise of course.exercises) {
          for (const [file, from] of layers(exercise, 'solution')) {
            wanted.set(`${exercise.id}/${file}`, from);
          }
        }
      }
      mirror(wanted, path.join(root, room));
    }
    rmSync(path.join(root, 'progress.jsonl'), { force: true });
  }

  /** Lays `solution`, `mutants/<name>` or nothing (`null`: the stub) over the exercise; returns its folder here. */
  put(exercise: Exercise, overlay: string | null): string {
    const folder = path.join(this.exercises, exercise.id);
    mirror(layers(exercise, overlay), folder);
    return folder;
  }

  /** Returns the notebook of the exercise, here. */
  notebook(exercise: Exercise): string {
    return path.join(this.root, path.relative(this.course.root, exercise.notebook));
  }
}

/** The files of an exercise with an overlay on them: name to source. */
function layers(exercise: Exercise, overlay: string | null): Map<string, string> {
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

/** Makes the folder hold these files and no others. A folder left empty would be a broken crate to cargo. */
function mirror(wanted: Map<string, string>, folder: string): void {
  for (const file of filesBelow(folder)) {
    // cargo keeps the lock file itself, here as everywhere.
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
    if (file.endsWith('.ipynb')) copyFileSync(source, target);
    else writeFileSync(target, content);
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

function belongsToAnAnswer(file: string): boolean {
  return /^[^/]+\/[^/]+\/(solution|mutants)\//.test(file);
}
