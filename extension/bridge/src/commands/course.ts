import { randomUUID } from 'node:crypto';
import path from 'node:path';

import type { Command } from 'commander';

import { runBuild } from '../build/runBuild.js';
import { courseSource } from '../course/copy/source.js';
import { updateCourse } from '../course/copy/updateCourse.js';
import { writeCourse } from '../course/copy/writeCourse.js';
import { openCourse, type Course, type Exercise } from '../course/exercises/course.js';
import { findExercise } from '../course/exercises/findExercise.js';
import { CourseError } from '../course/error.js';
import { table, wrap } from '../course/faces/table.js';
import { verifyReporter, type Paper } from '../course/faces/verifying.js';
import { hint } from '../course/actions/hint.js';
import { next, skip } from '../course/actions/next.js';
import { reset } from '../course/actions/reset.js';
import { solution } from '../course/actions/solution.js';
import { list } from '../course/progress/list.js';
import { verify } from '../course/verify/verify.js';
import { findInterpreter, ownEnvironment } from './interpreter.js';

interface Options {
  json: boolean;
}

/** Ctrl-C, as shells count it. */
const INTERRUPTED = 130;

/** The commands of the course: `list`, `next`, `verify`, `hint`, `solution`, `reset`, `skip` and `course`. */
export function addCourse(program: Command): void {
  const command = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .option('--json', 'print JSON for a program to read', false);

  command('list', 'show the exercises of the course and how far you are').action(
    refusing(({ json }: Options) => {
      const answer = list(here());
      say(json, answer, () => table(answer, columns()));
    })
  );

  command('next', 'say where to go on').action(
    refusing(({ json }: Options) => {
      const answer = next(here());
      say(json, answer, () => [
        ...paragraphs([answer.message]),
        ...(answer.exercise === null
          ? []
          : [
              `  notebook  ${relative(answer.exercise.notebook)}`,
              `  exercise  ${relative(answer.exercise.directory)}`
            ]),
        ...notes(answer.notes)
      ]);
    })
  );

  command('verify', 'build an exercise and run its tests in a fresh process')
    .argument('[id]', 'the exercise; without it, the one around this directory')
    .option('--python <path>', 'the Python to build for and test with')
    .action(
      refusing(async (id: string | undefined, { json, python }: Options & { python?: string }) => {
        process.exitCode = await verifyHere(id ?? null, json, python);
      })
    );

  command('hint', 'give the next hint')
    .argument('[id]', 'the exercise; without it, the one around this directory')
    .action(
      refusing((id: string | undefined, { json }: Options) => {
        const answer = hint(...pick(id));
        say(json, answer, () => [
          `${answer.exercise}  hint ${answer.number} of ${answer.total}`,
          '',
          ...wrap(answer.text, columns(), '  '),
          ...notes(answer.notes)
        ]);
      })
    );

  command('solution', 'show the solution: after a success, or three failed attempts')
    .argument('[id]', 'the exercise; without it, the one around this directory')
    .option('--insist', 'show it all the same', false)
    .action(
      refusing((id: string | undefined, { json, insist }: Options & { insist: boolean }) => {
        const answer = solution(...pick(id), insist);
        say(json, answer, () => [
          ...answer.files.flatMap(({ path: file, text }) => [
            `── ${answer.exercise}/${file} ──`,
            text.trimEnd(),
            ''
          ]),
          ...notes(answer.notes)
        ]);
      })
    );

  command('reset', 'start an exercise afresh; what was there is kept in .backup/')
    .argument('[id]', 'the exercise; without it, the one around this directory')
    .action(
      refusing((id: string | undefined, { json }: Options) => {
        const answer = reset(...pick(id));
        say(json, answer, () => [
          answer.files.length === 0
            ? `${answer.exercise} is as it was shipped; nothing to put back.`
            : `${answer.exercise} is as it was shipped again: ${answer.files.join(', ')}.`,
          ...(answer.backup === null
            ? []
            : [`What was there is kept in ${relative(answer.backup)}.`]),
          ...notes(answer.notes)
        ]);
      })
    );

  command('skip', 'leave an exercise out on purpose')
    .argument('[id]', 'the exercise; without it, the one around this directory')
    .action(
      refusing((id: string | undefined, { json }: Options) => {
        const answer = skip(...pick(id));
        say(json, answer, () => [...paragraphs([answer.message]), ...notes(answer.notes)]);
      })
    );

  command('course', 'write a fresh course to learn in')
    .argument('<dir>', 'a folder that is not there yet, or is empty')
    .option('--update', 'bring a course up to date; what you changed stays as it is', false)
    .action(
      refusing(async (dir: string, { json, update }: Options & { update: boolean }) => {
        const source = courseSource(path.resolve(process.argv[1] ?? '.'));
        const answer = update ? updateCourse(source, dir) : await writeCourse(source, dir);
        say(json, answer, () => [
          `${answer.exercises} exercises are in ${answer.root}.`,
          ...answer.kept.map(file => `  kept as you have it: ${file}`),
          ...(update ? [] : [`Begin with ${relative(path.join(answer.root, 'notebooks'))}.`]),
          ...notes(answer.notes)
        ]);
      })
    );
}

async function verifyHere(
  exercise: string | null,
  json: boolean,
  python: string | undefined
): Promise<number> {
  const { interpreter, tag } = await findInterpreter(python);
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => controller.abort());
  }
  const { status } = await verify(
    {
      id: randomUUID(),
      exercise,
      cwd: process.cwd(),
      notebook: null,
      interpreter,
      tag,
      environment: ownEnvironment()
    },
    runBuild,
    json
      ? event => void process.stdout.write(`${JSON.stringify(event)}\n`)
      : verifyReporter(paper()),
    controller.signal
  );
  return status === 'verified' ? 0 : status === 'cancelled' ? INTERRUPTED : 1;
}

function here(): Course {
  return openCourse({ cwd: process.cwd(), notebook: null });
}

function pick(id: string | undefined): [Course, Exercise] {
  const course = here();
  const asked = { exercise: id ?? null, cwd: process.cwd(), notebook: null };
  return [course, findExercise(course, asked)];
}

/** Bad input and the course's rules end a command with one sentence. */
function refusing<Args extends unknown[]>(
  action: (...args: Args) => void | Promise<void>
): (...args: Args) => Promise<void> {
  return async (...args) => {
    try {
      await action(...args);
    } catch (error) {
      if (!(error instanceof CourseError)) throw error;
      process.stderr.write(`${wrap(`error: ${error.message}`, columns()).join('\n')}\n`);
      process.exitCode = 1;
    }
  };
}

function say(json: boolean, answer: object, lines: () => string[]): void {
  process.stdout.write(json ? `${JSON.stringify(answer)}\n` : `${lines().join('\n')}\n`);
}

/** Never wider than 100 columns, which is enough to read well, and 80 where nobody says. */
function columns(): number {
  return Math.min(process.stdout.columns ?? 80, 100);
}

function paragraphs(texts: string[]): string[] {
  return texts.flatMap(text => wrap(text, columns()));
}

function notes(texts: string[]): string[] {
  return texts.length === 0 ? [] : ['', ...paragraphs(texts.map(text => `note: ${text}`))];
}

function relative(place: string): string {
  const short = path.relative(process.cwd(), place);
  return short.startsWith('..') || short === '' ? place : short;
}

function paper(): Paper {
  const { stdout } = process;
  let shown = false;
  const clear = (): void => {
    if (shown) stdout.write('\r\x1b[K');
    shown = false;
  };
  return {
    width: columns(),
    colour: stdout.isTTY && !process.env['NO_COLOR'],
    print: line => {
      clear();
      stdout.write(`${line}\n`);
    },
    show: line => {
      if (!stdout.isTTY) return;
      clear();
      stdout.write(line.slice(0, columns() - 1));
      shown = true;
    }
  };
}
