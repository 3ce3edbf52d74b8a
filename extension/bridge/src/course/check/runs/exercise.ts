import { existsSync } from 'node:fs';
import path from 'node:path';

import type { Exercise } from '../../exercises/course.js';
import type { Section } from '../report.js';
import { judgeFailure, judgeSolution, type ExpectedEnd } from './judge.js';
import { judgeOnSolution, judgeOnStub, type NotebookRun } from './notebook.js';
import type { Workbench } from './workbench.js';

/** Tries the solution, the stub, every mutant and the notebook of one exercise. */
export async function checkExercise(
  exercise: Exercise,
  bench: Workbench,
  section: Section
): Promise<void> {
  const { notebooks, mutants, repeat } = bench.options;
  await checkSolution(exercise, bench, section, repeat?.solutions);
  if (repeat) return checkMutants(exercise, bench, section, repeat.mutants);
  await checkStub(exercise, bench, section);
  if (mutants) await checkMutants(exercise, bench, section);
  if (notebooks && existsSync(exercise.notebook)) {
    await checkNotebook(exercise, bench, section);
  }
  await bench.leave(exercise);
}

/** Runs a notebook that belongs to no exercise, in a course where every exercise is solved. */
export async function checkOtherNotebook(
  notebook: string,
  bench: Workbench,
  section: Section
): Promise<void> {
  const took = stopwatch();
  const problems = await judged(bench.runNotebook(notebook), judgeOnSolution);
  section.add('notebooks', 'notebook', problems, `runs to its end (${took()})`);
}

async function checkSolution(
  exercise: Exercise,
  bench: Workbench,
  section: Section,
  times = 1
): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const took = stopwatch();
    const outcome = await bench.buildAndTest(exercise, 'solution');
    const success = `${outcome.results.length} tests pass (${took()})`;
    section.add('solutions', 'solution', judgeSolution(outcome), success);
  }
}

async function checkStub(exercise: Exercise, bench: Workbench, section: Section): Promise<void> {
  const { stub } = exercise.manifest;
  const { problems, others } = judgeFailure(stub, await bench.buildAndTest(exercise, null));
  const success =
    stub.compile_error === undefined
      ? `fails ${testNames(stub)}${listOthers(others)}`
      : `does not compile: ${stub.compile_error}`;
  section.add('stubs', 'stub', problems, success);
}

async function checkMutants(
  exercise: Exercise,
  bench: Workbench,
  section: Section,
  times = 1
): Promise<void> {
  for (const [name, { compile_error, killed_by }] of Object.entries(exercise.manifest.mutants)) {
    const overlay = `mutants/${name}`;
    // A missing one is reported with the layout.
    if (!existsSync(path.join(exercise.directory, overlay))) continue;
    const expected = { compile_error, fails: killed_by };
    for (let time = 0; time < times; time += 1) {
      const outcome = await bench.buildAndTest(exercise, overlay);
      const { problems, others } = judgeFailure(expected, outcome);
      const success = `killed by ${compile_error ?? testNames(expected)}${listOthers(others)}`;
      section.add('mutants', `mutant ${name}`, problems, success);
    }
  }
}

async function checkNotebook(
  exercise: Exercise,
  bench: Workbench,
  section: Section
): Promise<void> {
  const { stops_at } = exercise.manifest.stub;
  const run = async (
    overlay: string | null,
    judge: (run: NotebookRun) => string[],
    success: string
  ): Promise<void> => {
    const took = stopwatch();
    bench.scratch.lay(exercise, overlay);
    const problems = await judged(bench.runNotebook(exercise.notebook), judge);
    const name = `notebook on the ${overlay ?? 'stub'}`;
    section.add('notebooks', name, problems, `${success} (${took()})`);
  };
  await run('solution', judgeOnSolution, 'runs to its end');
  await run(null, ran => judgeOnStub(ran, stops_at), `stops at ${stops_at}`);
}

async function judged(
  run: Promise<NotebookRun>,
  judge: (run: NotebookRun) => string[]
): Promise<string[]> {
  return run.then(judge, (error: unknown) => [`could not be run: ${(error as Error).message}`]);
}

function testNames({ fails = [] }: ExpectedEnd): string {
  return fails.map(({ test }) => test).join(', ');
}

function listOthers(others: string[]): string {
  return others.length === 0 ? '' : ` (and ${others.join(', ')})`;
}

function stopwatch(): () => string {
  const started = performance.now();
  return () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
