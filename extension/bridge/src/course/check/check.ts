import path from 'node:path';

import { withoutServerVariables } from '../../process/serverVariables.js';
import { closestId } from '../exercises/closestId.js';
import { readCourse, type Course, type Exercise } from '../exercises/course.js';
import type { CheckOptions } from './options.js';
import { describePython } from './python.js';
import { Report, Section, type Problem } from './report.js';
import { checkFiles } from './rules/checkFiles.js';
import { otherNotebooks } from './rules/notebookFile.js';
import { claimFolder } from './runs/claimFolder.js';
import { checkExercise, checkOtherNotebook } from './runs/exercise.js';
import { commandWithoutNetwork } from './runs/noNetwork.js';
import { checkRust } from './runs/rustTools.js';
import { ScratchCourse } from './runs/scratchCourse.js';
import { Workbench } from './runs/workbench.js';

/** How many stubs, solutions, mutants and notebooks were run, and what is wrong. */
export type CheckResult = Report['counts'] & { problems: Problem[] };

/** Checks the content of the course: first its files as they are, then what happens when they are built and run. */
export async function check(options: CheckOptions): Promise<CheckResult> {
  const { root, ids, interpreter, print } = options;
  const course = readCourse(root);
  const chosen = chooseExercises(course, ids);
  const python = await describePython(interpreter);
  const report = new Report(print);
  report.step(
    'manifests, layout, names of modules, clocks in tests, notebooks as files',
    checkFiles(course, ids.length === 0 ? null : chosen, python)
  );
  const claimed = claimFolder(path.join(options.cache, 'check-course'));
  try {
    const environment: Record<string, string> = {
      ...withoutServerVariables(process.env as Record<string, string>),
      PATH: `${path.dirname(interpreter)}${path.delimiter}${process.env['PATH'] ?? ''}`,
      JUPYTERLAB_MATURIN_COURSE_CHECK: '1'
    };
    if (options.rustTools) {
      report.step(
        'rustfmt and clippy on solutions and examples',
        await checkRust(new ScratchCourse(path.join(claimed.folder, 'solved'), course), chosen, {
          ...environment,
          PYO3_PYTHON: interpreter,
          CARGO_TARGET_DIR: path.join(claimed.folder, `target-clippy-${python.tag}`)
        })
      );
    }
    const wrap = await commandWithoutNetwork();
    print(
      wrap.length > 0
        ? '  tests and notebooks run where there is no network but loopback'
        : "  this system gives no network namespace: Python's sockets are refused beyond loopback, Rust's are not"
    );
    const waiting = [...chosen];
    const work = async (job: number): Promise<void> => {
      const bench = new Workbench(options, course, {
        job,
        folder: claimed.folder,
        environment,
        wrap,
        tag: python.tag
      });
      for (let exercise = waiting.shift(); exercise; exercise = waiting.shift()) {
        const section = new Section(report, exercise.id);
        try {
          await checkExercise(exercise, bench, section);
        } catch (error) {
          // An exercise that cannot be tried (an author is moving its files, say) must not hide the others.
          section.add(null, 'the check', [`stopped: ${(error as Error).message}`], '');
        }
        section.print();
      }
      if (job > 1 || ids.length > 0 || !options.notebooks || options.repeat !== null) return;
      for (const notebook of otherNotebooks(root)) {
        const section = new Section(report, path.relative(root, notebook));
        await checkOtherNotebook(notebook, bench, section);
        section.print();
      }
    };
    const jobs = Math.max(1, Math.min(options.jobs, chosen.length));
    await Promise.all(Array.from({ length: jobs }, (_, index) => work(index + 1)));
  } finally {
    claimed.release();
  }
  return { ...report.counts, problems: report.problems };
}

function chooseExercises(course: Course, ids: string[]): Exercise[] {
  if (ids.length === 0) return course.exercises;
  return ids.map(id => {
    const found = course.exercises.find(exercise => exercise.id === id);
    if (found) return found;
    const closest = closestId(
      id,
      course.exercises.map(exercise => exercise.id)
    );
    const suggestion = closest === null ? '.' : `; did you mean ${closest}?`;
    throw new Error(
      [`There is no exercise ${id}${suggestion}`, ...course.leftOut.values()].join(' ')
    );
  });
}
