import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { VerifyEvent, VerifyOutcome, VerifyRequest } from '@jupyterlab-maturin/protocol';

import { runBuild } from '../../../src/build/runBuild.js';
import { writeCourse } from '../../../src/course/copy/writeCourse.js';
import { readCourse, type Course } from '../../../src/course/exercises/course.js';
import type { Builder } from '../../../src/course/verify/attempt.js';
import { verify } from '../../../src/course/verify/verify.js';
import { plainEnvironment } from '../../support/builds.js';
import { manifest, scratch, write, type Files } from '../../support/crates.js';
import { PYTHON, TAG } from '../../support/places.js';

/** An `exercise.toml` that is right, with whatever a test wants changed. */
export function exerciseToml(more: {
  kind: string;
  module?: string;
  minutes?: number;
  rest?: string;
}): string {
  return `kind = "${more.kind}"
title = "Title"
minutes = ${more.minutes ?? 10}
concepts = ["one"]
summary = "A summary."
${more.module ? `module = "${more.module}"\n` : ''}hints = ["first hint", "second hint", "third hint"]
${more.rest ?? ''}
[stub]
fails = [{ test = "test_doubles", because = "double" }]
stops_at = "verify"
`;
}

const PYTHON_TEST = `from doubling import double


def test_doubles():
    assert double(4) == 8, f"double(4) should be 8, and is {double(4)}"


def test_zero():
    assert double(0) == 0, "double(0) should be 0"
`;

/** Three exercises, one of a kind; the one in Python needs no compiler. */
export const TINY: Files = {
  'exercises/Cargo.toml': `[workspace]
resolver = "3"
members = ["0*_*/*"]
exclude = ["01_first/01_python"]
`,
  'exercises/01_first/00_cargo/exercise.toml': exerciseToml({ kind: 'cargo' }),
  'exercises/01_first/00_cargo/Cargo.toml': `[package]
name = "tiny_greeting"
version = "0.1.0"
edition = "2024"
`,
  'exercises/01_first/00_cargo/src/lib.rs':
    'pub fn greet() -> String {\n    "nothing".to_string()\n}\n',
  'exercises/01_first/00_cargo/tests/greeting.rs': `#[test]
fn greets() {
    assert_eq!(tiny_greeting::greet(), "hello", "the greeting is wrong");
}

#[test]
fn is_short() {
    assert!(tiny_greeting::greet().len() < 10);
}
`,
  'exercises/01_first/00_cargo/solution/src/lib.rs':
    'pub fn greet() -> String {\n    "hello".to_string()\n}\n',
  'exercises/01_first/01_python/exercise.toml': exerciseToml({
    kind: 'python',
    module: 'doubling.py',
    rest: 'limit = 20'
  }),
  'exercises/01_first/01_python/doubling.py': 'def double(number):\n    return number\n',
  'exercises/01_first/01_python/tests/test_doubling.py': PYTHON_TEST,
  'exercises/01_first/01_python/solution/doubling.py':
    'def double(number):\n    return 2 * number\n',
  'exercises/01_first/01_python/mutants/adds_two/doubling.py':
    'def double(number):\n    return number + 2\n',
  'exercises/01_first/02_extension/exercise.toml': exerciseToml({
    kind: 'extension',
    module: 'tiny_extension'
  }),
  'exercises/01_first/02_extension/Cargo.toml': manifest('tiny_extension'),
  'exercises/01_first/02_extension/src/lib.rs': `#[pyo3::pymodule]
mod tiny_extension {
    #[pyo3::pyfunction]
    fn double(_number: u64) -> u64 {
        todo!()
    }
}
`,
  'exercises/01_first/02_extension/tests/test_double.py': `import tiny_extension


def test_doubles():
    assert tiny_extension.double(4) == 8, "double(4) should be 8"
`,
  'exercises/01_first/02_extension/solution/src/lib.rs': `#[pyo3::pymodule]
mod tiny_extension {
    #[pyo3::pyfunction]
    fn double(number: u64) -> u64 {
        2 * number
    }
}
`,
  'notebooks/01_first/01_python.ipynb': '{}\n'
};

/** A course to learn in, made from the tiny one. */
export async function tinyCourse(more: Files = {}): Promise<Course> {
  const source = await write({ ...TINY, ...more });
  const { root } = await writeCourse(source, join(await scratch(), 'course'));
  return readCourse(root);
}

/** The exercise with this id. */
export function exercise(course: Course, id: string) {
  const found = course.exercises.find(one => one.id === id);
  if (!found) throw new Error(`the tiny course has no ${id}`);
  return found;
}

export const CARGO = '01_first/00_cargo';
export const PY = '01_first/01_python';
export const EXTENSION = '01_first/02_extension';

/** The learner edits a file of an exercise. */
export async function edit(course: Course, id: string, file: string, text: string): Promise<void> {
  await writeFile(join(course.root, 'exercises', id, file), text);
}

/** Verifies as a kernel would ask for it, and keeps what was told on the way. */
export async function verifying(
  course: Course,
  id: string,
  options: {
    signal?: AbortSignal;
    build?: Builder;
    onEvent?: (event: VerifyEvent) => void;
    environment?: Record<string, string>;
  } = {}
): Promise<{ outcome: VerifyOutcome; events: VerifyEvent[] }> {
  const events: VerifyEvent[] = [];
  const outcome = await verify(
    verifyRequest(course, id, options.environment),
    options.build ?? runBuild,
    event => {
      events.push(event);
      options.onEvent?.(event);
    },
    options.signal ?? new AbortController().signal
  );
  return { outcome, events };
}

/** A request as a kernel makes it. */
export function verifyRequest(
  course: Course,
  id: string,
  environment: Record<string, string> = {}
): VerifyRequest {
  return {
    id: randomUUID(),
    exercise: id,
    cwd: course.root,
    notebook: null,
    interpreter: PYTHON,
    tag: TAG,
    environment: plainEnvironment({
      CARGO_TARGET_DIR: join(course.root, 'target'),
      ...environment
    })
  };
}

/** The results told, by test. */
export function results(events: VerifyEvent[]) {
  return new Map(
    events.filter(event => event.kind === 'test').map(({ result }) => [result.name, result])
  );
}
