import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { copyFiles, filesBelow } from '../../exercises/exerciseFiles.js';
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
  if (scratch === null || shipped === directory || testsIn(shipped) === testsIn(directory)) {
    return { directory, environment: {} };
  }
  const chapter = path.dirname(directory);
  const exercises = path.dirname(chapter);
  const crate = path.join(scratch, path.basename(chapter), path.basename(directory));
  rmSync(scratch, { recursive: true, force: true });
  const workspace = ['Cargo.toml', 'Cargo.lock'];
  copyFiles(
    workspace.filter(file => existsSync(path.join(exercises, file))),
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

/** Returns names and texts of a folder's tests as one text, to compare them by. */
function testsIn(folder: string): string {
  const tests = path.join(folder, 'tests');
  return filesBelow(tests)
    .map(file => `${file}\n${readFileSync(path.join(tests, file), 'utf8')}`)
    .join('\n');
}
