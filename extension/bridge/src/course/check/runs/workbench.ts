import path from 'node:path';

import { cleanGenerations } from '../../../build/generation/clean.js';
import type { Course, Exercise } from '../../exercises/course.js';
import type { AttemptOutcome } from '../../verify/attempt.js';
import { buildAndTest } from '../../verify/buildAndTest.js';
import type { CheckOptions } from '../options.js';
import { runNotebook, type NotebookRun } from './notebook.js';
import { ScratchCourse } from './scratchCourse.js';

/** What all jobs of a check share. */
export interface Shared {
  /** The folder for the jobs' copies and target directories. */
  folder: string;
  environment: Record<string, string>;
  /** A command that runs tests and notebooks without a network; empty where the system has none. */
  wrap: readonly string[];
  /** The cache tag of the Python that the course is checked with. */
  tag: string;
}

/**
 * Where one job builds and runs one exercise after the other: a scratch copy of the course, and a target directory that
 * no other job uses. Two copies of one crate are the same to cargo when they share a target directory, and one would be
 * handed the other's library.
 */
export class Workbench {
  readonly scratch: ScratchCourse;
  private readonly environment: Record<string, string>;
  /** The environment of what must not leave the machine. */
  private readonly offline: Record<string, string>;

  constructor(
    readonly options: CheckOptions,
    course: Course,
    private readonly shared: Shared & { job: number }
  ) {
    const { folder, job, tag, environment } = shared;
    this.scratch = new ScratchCourse(path.join(folder, `course-${job}`), course);
    this.environment = {
      ...environment,
      CARGO_TARGET_DIR: path.join(folder, `target-${job}-${tag}`)
    };
    this.offline = {
      ...this.environment,
      CARGO_NET_OFFLINE: 'true',
      PYTHONPATH: [path.join(options.scripts, 'offline'), environment['PYTHONPATH']]
        .filter(Boolean)
        .join(path.delimiter)
    };
  }

  /** Builds and tests an exercise with `solution`, `mutants/<name>` or nothing (`null`: the stub) laid over it. */
  async buildAndTest(exercise: Exercise, overlay: string | null): Promise<AttemptOutcome> {
    const { id, manifest } = exercise;
    const { interpreter, build } = this.options;
    const directory = this.scratch.lay(exercise, overlay);
    return buildAndTest(
      {
        id,
        // The machine is the same for all variants, so it is looked at once, with the solution.
        manifest: { ...manifest, environment: manifest.environment && overlay === 'solution' },
        directory,
        shipped: directory,
        scratch: null,
        interpreter,
        tag: this.shared.tag,
        environment: this.offline,
        wrap: this.shared.wrap
      },
      {
        // Builds may fetch dependencies.
        build: (request, onEvent, signal) =>
          build({ ...request, environment: this.environment }, onEvent, signal),
        onEvent: () => undefined,
        signal: new AbortController().signal
      }
    );
  }

  /** Runs a notebook of the course, given by its path there, in the scratch copy. */
  async runNotebook(notebook: string): Promise<NotebookRun> {
    const { scripts, interpreter, root } = this.options;
    const copy = path.join(this.scratch.root, path.relative(root, notebook));
    const script = path.join(scripts, 'run_notebook.py');
    return runNotebook([...this.shared.wrap, interpreter, script, copy], this.offline);
  }

  /** Leaves the exercise solved, for the notebooks of others that build it too, and removes what was built of it. */
  async leave(exercise: Exercise): Promise<void> {
    const directory = this.scratch.lay(exercise, 'solution');
    await cleanGenerations(
      path.join(this.environment['CARGO_TARGET_DIR']!, 'jupyterlab-maturin'),
      path.join(directory, 'Cargo.toml'),
      this.options.interpreter
    );
  }
}
