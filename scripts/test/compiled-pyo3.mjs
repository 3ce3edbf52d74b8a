/**
 * PyO3 compiled once for each Python: a cargo target directory of which every user of the tests gets a copy.
 *
 * Two builds in one target directory wait for each other's lock, and a directory that all runs share grows with every
 * crate that a test has ever made. A copy costs a second; cargo finds PyO3 fresh in it, as long as the times of the files
 * are kept and the crate is locked as `exercises/Cargo.lock` is.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { CACHE, PYTHON, ROOT, environment } from '../setup/places.mjs';
import { run } from '../setup/run.mjs';

/** How the crates of the tests and of the course depend on PyO3. */
const DEPENDENCIES = ['"0.29"', '{ version = "0.29", features = ["abi3-py311"] }'];
const LOCK = path.join('exercises', 'Cargo.lock');

/** The target directory in which PyO3 is compiled for a Python. */
const compiled = python =>
  path.join(CACHE, 'compiled-pyo3', path.basename(path.dirname(path.dirname(python))));

/** @returns {import('../setup/steps.mjs').Step} */
export function compilePyo3(python = PYTHON) {
  const target = compiled(python);
  const venv = path.relative(ROOT, path.dirname(path.dirname(python)));
  return {
    name: `pyo3-${venv}`,
    doing: `compiling PyO3 for the tests on ${venv}`,
    inputs: [LOCK, 'requirements/dev.txt'],
    makes: [target],
    work: async ({ detail }) => {
      const making = `${target}.new`;
      for (const folder of [making, target]) rmSync(folder, { recursive: true, force: true });
      for (const dependency of DEPENDENCIES) {
        detail(`pyo3 = ${dependency}`);
        await build(python, dependency, making);
      }
      renameSync(making, target);
    }
  };
}

/** Copies the target directory, unless there is one already. */
export async function copyCompiledPyo3(python, target) {
  if (existsSync(target)) return;
  mkdirSync(path.dirname(target), { recursive: true });
  await run('cp', ['-a', compiled(python), target]); // Node's own copy cuts the nanoseconds off the times
}

/** Builds an empty extension crate, as a build cell does: with other settings cargo would compile PyO3 again. */
async function build(python, dependency, target) {
  const crate = path.join(CACHE, 'empty-extension');
  rmSync(crate, { recursive: true, force: true });
  mkdirSync(path.join(crate, 'src'), { recursive: true });
  writeFileSync(
    path.join(crate, 'Cargo.toml'),
    '[package]\nname = "empty"\nversion = "0.1.0"\nedition = "2024"\n\n[lib]\ncrate-type = ["cdylib"]\n\n' +
      `[dependencies]\npyo3 = ${dependency}\n`
  );
  writeFileSync(path.join(crate, 'src', 'lib.rs'), '#[pyo3::pymodule]\nmod empty {}\n');
  copyFileSync(path.join(ROOT, LOCK), path.join(crate, 'Cargo.lock'));
  await run(python, ['-m', 'jupyterlab_maturin.cli', 'build', crate], {
    cwd: ROOT,
    env: environment({ CARGO_TARGET_DIR: target })
  });
  rmSync(crate, { recursive: true });
}
