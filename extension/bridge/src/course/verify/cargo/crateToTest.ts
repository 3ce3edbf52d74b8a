import { rmSync, statSync } from 'node:fs';
import path from 'node:path';

import { copyFiles, filesBelow, isSameFile } from '../../exercises/exerciseFiles.js';
import type { Attempt } from '../attempt.js';

/**
 * Returns the crate whose tests are to be run, and what its environment needs beside the attempt's.
 *
 * It is the learner's crate itself when its tests are the shipped ones. Otherwise it is a copy with the shipped tests, in
 * a workspace of its own that builds into the same target directory: cargo finds tests only below the crate.
 */
export function crateToTest(attempt: Attempt): {
  directory: string;
  environment: Record<string, string>;
} {
  const { directory, shipped, scratch } = attempt;
  if (scratch === null || shipped === directory || hasTestsOf(shipped, directory)) {
    return { directory, environment: {} };
  }
  const chapter = path.dirname(directory);
  const exercises = path.dirname(chapter);
  const crate = path.join(scratch, path.basename(chapter), path.basename(directory));
  rmSync(scratch, { recursive: true, force: true });
  const workspace = ['Cargo.toml', 'Cargo.lock'];
  copyFiles(
    workspace.filter(file => isFile(path.join(exercises, file))),
    exercises,
    scratch
  );
  copyFiles(
    filesBelow(directory).filter(file => !file.startsWith('tests/')),
    directory,
    crate
  );
  copyFiles(
    filesBelow(shipped).filter(file => file.startsWith('tests/')),
    shipped,
    crate
  );
  const target = attempt.environment['CARGO_TARGET_DIR'] ?? path.join(exercises, 'target');
  return { directory: crate, environment: { CARGO_TARGET_DIR: target } };
}

/** Returns whether the tests of a crate are the shipped ones, and no others. */
function hasTestsOf(shipped: string, directory: string): boolean {
  const [theirs, own] = [path.join(shipped, 'tests'), path.join(directory, 'tests')];
  const files = filesBelow(theirs);
  return (
    filesBelow(own).join('\n') === files.join('\n') &&
    files.every(file => isSameFile(path.join(theirs, file), path.join(own, file)))
  );
}

function isFile(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isFile() ?? false;
}
