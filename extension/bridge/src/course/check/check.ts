import { existsSync } from 'node:fs';
import path from 'node:path';

import { cleanGenerations } from '../../build/generation/clean.js';
import { readCourse, type Course, type Exercise } from '../discover.js';
import { nearest } from '../nearest.js';
import { attempt, type AttemptEnd } from '../verify/attempt.js';
import type { Builder } from '../verify/build.js';
import { checkClocks } from './clock.js';
import { askInterpreter } from './interpreter.js';
import { judge, judgeSolution } from './judge.js';
import { checkLayout, checkManifests, checkStrays } from './layout.js';
import { checkNames } from './names.js';
import { checkFile, checkNotebook, looseNotebooks } from './notebook.js';
import { judgeOnSolution, judgeOnStub, runNotebook } from './notebookRun.js';
import { roomWithoutNetwork } from './offline.js';
import type { Problem } from './problem.js';
import { checkRust } from './rust.js';
import { claimRoom, Scratch } from './scratch.js';

/** What is to be checked, and with what. */
export interface CheckOptions {
  /** The project's root: the folder with `exercises/` and `notebooks/`. */
  root: string;
  /** Exercises' ids; none: all. */
  ids: string[];
  /** The Python that runs tests and notebooks. */
  interpreter: string;
  /** Where scratch copies and their target directories lie. */
  cache: string;
  /** The folder with `run_notebook.py` and `offline/`. */
  scripts: string;
  build: Builder;
  /** Whether notebooks are run, which takes the longest. */
  notebooks: boolean;
  /** `null`: everything. A number: only the solutions, so many times in a row. */
  solutions: number | null;
  /** Exercises that are checked at a time. */
  jobs: number;
  print: (line: string) => void;
}

/** What was run and what is wrong. */
export interface CheckResult {
  stubs: number;
  solutions: number;
  mutants: number;
  notebooks: number;
  problems: Problem[];
}

/** Checks the content of the course: static rules, rustfmt and clippy, stubs, solutions, mutants, notebooks. */
export async function check(options: CheckOptions): Promise<CheckResult> {
  const { root, print } = options;
  const course = readCourse(root);
  const result: CheckResult = {
    stubs: 0,
    solutions: 0,
    mutants: 0,
    notebooks: 0,
    problems: []
  };
  const chosen = choose(course, options.ids);
  const python = await askInterpreter(options.interpreter);
  const all = options.ids.length === 0;
  const about = (problem: Problem): boolean =>
    all || chosen.some(({ id }) => problem.where.includes(id));
  const statics = [
    ...checkManifests(course),
    ...(all ? checkStrays(course) : []),
    ...(all ? looseNotebooks(root).flatMap(file => checkFile(root, file, null)) : []),
    ...checkNames(course, python),
    ...chosen.flatMap(exercise => [
      ...checkLayout(exercise),
      ...checkClocks(exercise),
      ...checkNotebook(root, exercise)
    ])
  ].filter(about);
  report(statics, result, print);
  print(`${mark(statics.length === 0)} manifests, layout, names, clocks, notebooks as they lie`);
  const room = claimRoom(path.join(options.cache, 'check-course'));
  try {
    const environment: Record<string, string> = {
      ...(process.env as Record<string, string>),
      PATH: `${path.dirname(options.interpreter)}${path.delimiter}${process.env['PATH'] ?? ''}`,
      JUPYTERLAB_MATURIN_COURSE_CHECK: '1'
    };
    const rust = await checkRust(new Scratch(path.join(room.folder, 'solved'), course), chosen, {
      ...environment,
      PYO3_PYTHON: options.interpreter,
      CARGO_TARGET_DIR: path.join(room.folder, `target-clippy-${python.tag}`)
    });
    report(rust, result, print);
    print(`${mark(rust.length === 0)} rustfmt and clippy on solutions and examples`);
    const wrap = await roomWithoutNetwork();
    print(
      wrap.length > 0
        ? '  tests and notebooks run in a network of their own: loopback only'
        : "  this system gives no network namespace: Python's sockets are refused beyond loopback, Rust's are not"
    );
    const queue = [...chosen];
    const worker = async (job: number): Promise<void> => {
      const bench = makeBench(job, {
        options,
        course,
        wrap,
        environment,
        room: room.folder,
        tag: python.tag
      });
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { id } = next;
        try {
          (await checkExercise(next, bench, result)).forEach(print);
        } catch (error) {
          // One exercise that cannot be tried (an author is moving its files, say) must not hide the others.
          const text = `could not be checked: ${(error as Error).message}`;
          result.problems.push({ where: id, text });
          print(`${id}\n  ${mark(false)} ${text}`);
        }
      }
      if (job > 1 || !all || !options.notebooks || options.solutions !== null) {
        return;
      }
      for (const notebook of looseNotebooks(root)) {
        await checkLoose(notebook, bench, result);
      }
    };
    const jobs = Math.max(1, Math.min(options.jobs, chosen.length));
    await Promise.all(Array.from({ length: jobs }, (_, index) => worker(index + 1)));
  } finally {
    room.release();
  }
  return result;
}

/** What checking one exercise needs. */
interface Bench extends CheckOptions {
  tag: string;
  scratch: Scratch;
  wrap: readonly string[];
  environment: Record<string, string>;
  /** The environment of what must not leave the machine. */
  offline: Record<string, string>;
}

/**
 * Each job has one scratch copy and one target directory of its own, and works in them one exercise after the other.
 *
 * cargo names a cdylib without a hash and remembers freshness by the package's path: two copies of one crate that share a
 * target directory hand out each other's library.
 */
function makeBench(
  job: number,
  made: {
    options: CheckOptions;
    course: Course;
    room: string;
    wrap: readonly string[];
    tag: string;
    environment: Record<string, string>;
  }
): Bench {
  const { options, room, tag, wrap } = made;
  const environment: Record<string, string> = {
    ...made.environment,
    CARGO_TARGET_DIR: path.join(room, `target-${job}-${tag}`)
  };
  return {
    ...options,
    tag,
    wrap,
    environment,
    scratch: new Scratch(path.join(room, `course-${job}`), made.course),
    offline: {
      ...environment,
      CARGO_NET_OFFLINE: 'true',
      PYTHONPATH: [path.join(options.scripts, 'offline'), environment['PYTHONPATH'] ?? '']
        .filter(Boolean)
        .join(path.delimiter)
    }
  };
}

/** Tries the stub, the solution, every mutant and the notebook of one exercise; returns what to print. */
async function checkExercise(
  exercise: Exercise,
  bench: Bench,
  result: CheckResult
): Promise<string[]> {
  const { id, manifest } = exercise;
  const lines = [id];
  const { scratch } = bench;
  const say = (what: string, problems: string[], good: string): void => {
    lines.push(
      `  ${mark(problems.length === 0)} ${what}  ${problems.length === 0 ? good : ''}`.trimEnd()
    );
    for (const text of problems) {
      lines.push(`      ${text}`);
      result.problems.push({ where: id, text: `${what} ${text}` });
    }
  };
  const run = async (overlay: string | null): Promise<AttemptEnd> => {
    const directory = scratch.put(exercise, overlay);
    return attempt(
      {
        id,
        // Every variant is tried; what the machine has is looked at once, with the solution.
        manifest: {
          ...manifest,
          environment: manifest.environment && overlay === 'solution'
        },
        directory,
        shipped: directory,
        scratch: null,
        interpreter: bench.interpreter,
        tag: bench.tag,
        environment: bench.offline,
        wrap: bench.wrap
      },
      {
        build: (request, onEvent, signal) =>
          bench.build({ ...request, environment: bench.environment }, onEvent, signal),
        onEvent: () => undefined,
        signal: new AbortController().signal
      }
    );
  };
  for (let time = 0; time < (bench.solutions ?? 1); time += 1) {
    const started = performance.now();
    const solved = await run('solution');
    result.solutions += 1;
    say(
      'solution',
      judgeSolution(solved),
      `${solved.results.length} tests pass (${seconds(started)})`
    );
  }
  if (bench.solutions !== null) return lines;
  const stub = judge(
    { compileError: manifest.stub.compileError, fails: manifest.stub.fails },
    await run(null)
  );
  result.stubs += 1;
  say(
    'stub',
    stub.problems,
    manifest.stub.compileError === null
      ? `fails ${named(manifest.stub.fails.map(({ test }) => test))}${also(stub.others)}`
      : `does not compile: ${manifest.stub.compileError}`
  );
  for (const mutant of manifest.mutants) {
    if (!existsSync(path.join(exercise.directory, 'mutants', mutant.name))) {
      continue;
    }
    const { problems, others } = judge(
      { compileError: mutant.compileError, fails: mutant.killedBy },
      await run(`mutants/${mutant.name}`)
    );
    result.mutants += 1;
    say(
      `mutant ${mutant.name}`,
      problems,
      `killed by ${mutant.compileError ?? named(mutant.killedBy.map(({ test }) => test))}${also(others)}`
    );
  }
  if (bench.notebooks && existsSync(exercise.notebook)) {
    for (const overlay of ['solution', null]) {
      scratch.put(exercise, overlay);
      const began = performance.now();
      const on = overlay ?? 'stub';
      let problems: string[];
      try {
        const ran = await runNotebook(
          path.join(bench.scripts, 'run_notebook.py'),
          bench.interpreter,
          scratch.notebook(exercise),
          bench.offline,
          bench.wrap
        );
        problems =
          overlay === null ? judgeOnStub(ran, manifest.stub.stopsAt) : judgeOnSolution(ran);
      } catch (error) {
        problems = [`could not be run: ${(error as Error).message}`];
      }
      result.notebooks += 1;
      say(
        `notebook on the ${on}`,
        problems,
        `${overlay === null ? `stops at ${manifest.stub.stopsAt}` : 'runs to its end'} (${seconds(began)})`
      );
    }
  }
  // The others' notebooks build this one too, and want it solved.
  scratch.put(exercise, 'solution');
  // What was built here is of use to nobody else.
  await cleanGenerations(
    path.join(bench.environment['CARGO_TARGET_DIR']!, 'jupyterlab-maturin'),
    path.join(scratch.exercises, id, 'Cargo.toml'),
    bench.interpreter
  );
  return lines;
}

/** Runs a notebook that belongs to no exercise, in a course where every exercise is solved. */
async function checkLoose(notebook: string, bench: Bench, result: CheckResult): Promise<void> {
  const where = path.relative(bench.root, notebook);
  const { scratch } = bench;
  const started = performance.now();
  const problems = await runNotebook(
    path.join(bench.scripts, 'run_notebook.py'),
    bench.interpreter,
    path.join(scratch.root, where),
    bench.offline,
    bench.wrap
  ).then(judgeOnSolution, (error: unknown) => [`could not be run: ${(error as Error).message}`]);
  result.notebooks += 1;
  result.problems.push(...problems.map(text => ({ where, text })));
  const good = problems.length === 0;
  bench.print(
    `${mark(good)} ${where}  ${good ? `runs to its end (${seconds(started)})` : problems.join(' ')}`
  );
}

function choose(course: Course, ids: string[]): Exercise[] {
  if (ids.length === 0) return course.exercises;
  return ids.map(id => {
    const found = course.exercises.find(exercise => exercise.id === id);
    if (found) return found;
    const near = nearest(
      id,
      course.exercises.map(exercise => exercise.id)
    );
    throw new Error(
      `There is no exercise ${id}${near === null ? '' : `; did you mean ${near}?`} ${course.problems.join(' ')}`
    );
  });
}

function report(problems: Problem[], result: CheckResult, print: (line: string) => void): void {
  result.problems.push(...problems);
  for (const { where, text } of problems) print(`✗ ${where}: ${text}`);
}

function mark(good: boolean): string {
  return good ? '✓' : '✗';
}

function named(tests: string[]): string {
  return tests.join(', ');
}

function also(others: string[]): string {
  return others.length === 0 ? '' : ` (and ${others.join(', ')})`;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
