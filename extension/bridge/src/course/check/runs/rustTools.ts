import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { execa } from 'execa';
import { parse } from 'smol-toml';

import type { Exercise } from '../../exercises/course.js';
import { KINDS } from '../../exercises/kinds.js';
import type { Problem } from '../report.js';
import type { ScratchCourse } from './scratchCourse.js';

/** Runs rustfmt and clippy over the solutions and worked examples, all at once. */
export async function checkRust(
  scratch: ScratchCourse,
  exercises: readonly Exercise[],
  environment: Record<string, string>
): Promise<Problem[]> {
  const folders = exercises
    .filter(({ manifest }) => KINDS[manifest.kind].isCrate)
    .flatMap(exercise => {
      const own = scratch.lay(exercise, 'solution');
      return [own, path.join(own, 'example')];
    })
    .filter(folder => existsSync(path.join(folder, 'Cargo.toml')));
  if (folders.length === 0) return [];
  const packages = folders.flatMap(folder => ['-p', packageName(folder)]);
  const run = (args: string[]): Promise<{ failed: boolean; all: string }> =>
    execa('cargo', args, {
      cwd: scratch.exercises,
      env: environment,
      extendEnv: false,
      reject: false,
      all: true,
      stdin: 'ignore'
    }).then(({ failed, all }) => ({ failed, all: all ?? '' }));
  const problems: Problem[] = [];
  const format = await run(['fmt', '--check', ...packages, '--', '-l']);
  if (format.failed) {
    const files = format.all.split('\n').filter(line => line.startsWith(scratch.exercises));
    problems.push(...byExercise(files, scratch, 'rustfmt would change'));
  }
  const lint = await run([
    'clippy',
    ...packages,
    '--all-targets',
    '--quiet',
    '--message-format=short',
    '--color=never',
    '--',
    '-D',
    'warnings'
  ]);
  if (lint.failed) {
    const lines = lint.all
      .split('\n')
      .filter(line => /^\S+:\d+:\d+: |^error/.test(line))
      .filter(line => !/could not compile/.test(line));
    problems.push(...byExercise(lines, scratch, 'clippy:'));
  }
  if ((format.failed || lint.failed) && problems.length === 0) {
    problems.push({
      where: 'exercises',
      text: `cargo fmt or clippy stopped: ${[format, lint]
        .find(({ failed }) => failed)
        ?.all.trim()
        .split('\n')
        .slice(0, 3)
        .join(' ')}.`
    });
  }
  return problems;
}

function byExercise(lines: string[], scratch: ScratchCourse, prefix: string): Problem[] {
  return lines
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const relative = line.replace(scratch.exercises + path.sep, '');
      const [, id, rest] = /^([^/]+\/[^/]+)\/(.*)$/.exec(relative) ?? [];
      return id === undefined
        ? { where: 'exercises', text: `${prefix} ${relative}` }
        : { where: id, text: `${prefix} ${rest}` };
    });
}

function packageName(folder: string): string {
  const manifest = parse(readFileSync(path.join(folder, 'Cargo.toml'), 'utf8')) as {
    package?: { name?: string };
  };
  return manifest.package?.name ?? path.basename(folder);
}
