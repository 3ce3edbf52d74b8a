import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { readProgress } from '../../src/course/progress/progressFile.js';
import { list } from '../../src/course/progress/list.js';
import { TARGET } from '../support/places.js';
import {
  CARGO,
  edit,
  EXTENSION,
  exerciseToml,
  PY,
  results,
  tinyCourse,
  TINY,
  verifying
} from './support/tinyCourse.js';

const solved = (id: string, file: string) => TINY[`exercises/${id}/solution/${file}`]!;

describe('verifying an exercise in Python', () => {
  test('reports each test as it ends, and which hint to ask for', async () => {
    const course = await tinyCourse();
    const { outcome, events } = await verifying(course, PY);
    expect(results(events).get('test_doubles')).toMatchObject({
      outcome: 'failed',
      file: 'tests/test_doubling.py',
      line: 5,
      message: 'double(4) should be 8, and is 4'
    });
    expect(results(events).get('test_zero')).toMatchObject({ outcome: 'passed' });
    expect(outcome).toMatchObject({
      status: 'failed',
      reason: 'tests',
      message: '1 of 2 tests fails.',
      hint: { number: 1, total: 3 },
      solution: false
    });
    expect(events.map(({ kind }) => kind)).toEqual([
      'planned',
      'testing',
      'started',
      'test',
      'started',
      'test',
      'finished'
    ]);
  });

  test('remembers a success and names the next exercise', async () => {
    const course = await tinyCourse();
    await edit(course, PY, 'doubling.py', solved(PY, 'doubling.py'));
    const { outcome } = await verifying(course, PY);
    expect(outcome).toMatchObject({
      status: 'verified',
      passed: 2,
      failed: 0,
      next: CARGO,
      hint: null
    });
    expect(list(course).exercises[1]?.state).toBe('verified');
  });

  test('says what is missing when it was opened early', async () => {
    const { events } = await verifying(await tinyCourse(), PY);
    expect(events[0]).toMatchObject({ notes: [expect.stringContaining(`Opened early: ${CARGO}`)] });
  });

  test('runs the shipped tests when the learner edited, deleted or added some, and points it out', async () => {
    const course = await tinyCourse();
    await edit(course, PY, 'tests/test_doubling.py', 'def test_doubles():\n    pass\n');
    await edit(course, PY, 'tests/test_mine.py', 'def test_mine():\n    pass\n');
    const edited = await verifying(course, PY);
    expect(edited.outcome.status).toBe('failed');
    expect([...results(edited.events).keys()]).toEqual(['test_doubles', 'test_zero']);
    expect(edited.events[0]).toMatchObject({
      notes: [
        expect.stringContaining('Opened early'),
        'tests/test_doubling.py was edited: the tests as shipped are run instead.',
        'tests/test_mine.py is not among the shipped tests, so it is not run here.'
      ]
    });
    await rm(join(course.root, 'exercises', PY, 'tests'), { recursive: true });
    const deleted = await verifying(course, PY);
    expect(deleted.outcome.failed).toBe(1);
    expect(deleted.events[0]).toMatchObject({
      notes: expect.arrayContaining([expect.stringContaining('was deleted')])
    });
  });

  test('says where Python cannot read what the learner wrote', async () => {
    const course = await tinyCourse();
    await edit(course, PY, 'doubling.py', 'def double(number):\n    return (2 * number\n');
    const { outcome } = await verifying(course, PY);
    expect(outcome).toMatchObject({ status: 'failed', reason: 'collection' });
    expect(outcome.message).toMatch(/^Python cannot read doubling\.py, line 2: .*was never closed/);
  });

  test("is not touched by the learner's own pytest settings", async () => {
    const course = await tinyCourse();
    await edit(course, PY, 'pytest.ini', '[pytest]\naddopts = --nonsense\n');
    await edit(course, PY, 'conftest.py', 'raise SystemExit("never read")\n');
    const { outcome } = await verifying(course, PY, {
      environment: { PYTEST_ADDOPTS: '--more-nonsense' }
    });
    expect(outcome.message).toBe('1 of 2 tests fails.');
  });

  test('ends a test that hangs, with everything it started, and says so', async () => {
    const course = await tinyCourse({
      [`exercises/${PY}/exercise.toml`]: exerciseToml({
        kind: 'python',
        module: 'doubling.py',
        rest: 'limit = 8' // time enough for the child to start on a busy machine
      })
    });
    await edit(
      course,
      PY,
      'doubling.py',
      `import os, pathlib, subprocess, sys
def double(number):
    if number:
        child = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"])
        pathlib.Path("child.pid").write_text(str(child.pid))
        child.wait()
    return number
`
    );
    const { outcome, events } = await verifying(course, PY);
    const sentence =
      'test_doubles did not end and was stopped after 8 s (building is not counted).';
    expect(outcome).toMatchObject({ reason: 'limit', message: sentence, failed: 1 });
    expect(results(events).get('test_doubles')?.message).toBe(sentence);
    const child = await readFile(join(course.root, 'exercises', PY, 'child.pid'), 'utf8');
    await gone(Number(child));
  });

  test('says when the test process crashed, and in which test', async () => {
    const course = await tinyCourse();
    await edit(
      course,
      PY,
      'doubling.py',
      'import os, signal\ndef double(number):\n    os.kill(os.getpid(), signal.SIGSEGV)\n'
    );
    const { outcome } = await verifying(course, PY);
    expect(outcome).toMatchObject({
      reason: 'crash',
      message: 'The test process died of SIGSEGV, a crash in native code in test_doubles.'
    });
    await edit(course, PY, 'doubling.py', 'import os\ndef double(number):\n    os._exit(0)\n');
    expect((await verifying(course, PY)).outcome.message).toBe(
      'The test process ended with code 0 in the middle of test_doubles.'
    );
  });

  test('is stopped when somebody cancels, and that is no attempt', async () => {
    const course = await tinyCourse();
    await edit(
      course,
      PY,
      'doubling.py',
      'import signal\ndef double(number):\n    signal.pause()\n'
    );
    const controller = new AbortController();
    const { outcome } = await verifying(course, PY, {
      signal: controller.signal,
      onEvent: ({ kind }) => kind === 'started' && controller.abort()
    });
    expect(outcome.status).toBe('cancelled');
    expect(readProgress(course.root).events).toEqual([]);
  });

  test('works in a course whose progress cannot be written, and says so', async () => {
    const course = await tinyCourse();
    // A folder in the file's place stands for a read-only course: the superuser may write everywhere.
    await mkdir(join(course.root, 'progress.jsonl'));
    await edit(course, PY, 'doubling.py', solved(PY, 'doubling.py'));
    const { outcome } = await verifying(course, PY);
    expect(outcome.status).toBe('verified');
    expect(outcome.notes.join()).toContain('this step is not remembered');
  });

  test('names what to install when pytest is missing', async () => {
    const course = await tinyCourse();
    const without = join(course.root, 'python');
    await writeFile(without, '#!/bin/sh\nexec python3 -I -S "$@"\n');
    await chmod(without, 0o755);
    const { verify } = await import('../../src/course/verify/verify.js');
    const { verifyRequest } = await import('./support/tinyCourse.js');
    const outcome = await verify(
      { ...verifyRequest(course, PY), interpreter: without },
      () => Promise.reject(new Error('nothing is built here')),
      () => undefined,
      new AbortController().signal
    );
    expect(outcome).toMatchObject({ reason: 'tool', hint: null });
    expect(outcome.message).toContain('pip install "jupyterlab-maturin[course]"');
  });

  test('says how to get back a folder that was renamed', async () => {
    const course = await tinyCourse();
    const folder = join(course.root, 'exercises', PY);
    await rename(folder, `${folder}_mine`);
    const { outcome } = await verifying(course, PY);
    expect(outcome).toMatchObject({ reason: 'crate', status: 'failed' });
    expect(outcome.message).toContain('reset');
    expect(readProgress(course.root).events).toEqual([]);
  });
});

describe('verifying a plain crate', () => {
  test("runs cargo's tests and reads what they say", async () => {
    const course = await tinyCourse();
    const { outcome, events } = await verifying(course, CARGO);
    expect(outcome).toMatchObject({ reason: 'tests', passed: 1, failed: 1 });
    expect(results(events).get('greets')).toMatchObject({
      file: 'tests/greeting.rs',
      line: 3,
      message: 'the greeting is wrong ("nothing" is not "hello")'
    });
    await edit(course, CARGO, 'src/lib.rs', solved(CARGO, 'src/lib.rs'));
    expect((await verifying(course, CARGO)).outcome.status).toBe('verified');
  });

  test('runs the shipped tests when the learner edited some, and leaves theirs in place', async () => {
    const course = await tinyCourse();
    await edit(course, CARGO, 'tests/greeting.rs', '#[test]\nfn greets() {}\n');
    const { outcome } = await verifying(course, CARGO);
    expect(outcome).toMatchObject({ reason: 'tests', passed: 1, failed: 1 });
    expect(existsSync(join(course.root, 'exercises', CARGO, 'tests/greeting.rs'))).toBe(true);
  });

  test('shows what the compiler says', async () => {
    const course = await tinyCourse();
    await edit(course, CARGO, 'src/lib.rs', 'pub fn greet() -> String {\n    7\n}\n');
    const { outcome, events } = await verifying(course, CARGO);
    expect(outcome).toMatchObject({
      reason: 'build',
      message: 'The crate does not compile: 1 error.'
    });
    const codes = events.flatMap(event =>
      event.kind === 'build' && event.event.kind === 'diagnostic'
        ? [event.event.diagnostic.code?.code]
        : []
    );
    expect(codes).toContain('E0308');
  });

  test('names a manifest that cargo cannot read', async () => {
    const course = await tinyCourse();
    await edit(course, CARGO, 'Cargo.toml', '[package\n');
    const { outcome } = await verifying(course, CARGO);
    expect(outcome.reason).toBe('crate');
    expect(outcome.message).toContain('cargo cannot build');
  });

  test('checks the machine first when the lesson asks for it', async () => {
    const course = await tinyCourse({
      [`exercises/${CARGO}/exercise.toml`]: exerciseToml({
        kind: 'cargo',
        rest: 'environment = true'
      })
    });
    const { events } = await verifying(course, CARGO);
    const checks = events.flatMap(event => (event.kind === 'environment' ? event.checks : []));
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['cargo', 'rustc', 'maturin', 'python', 'pytest'])
    );
    const bare = await verifying(course, CARGO, { environment: { PATH: '/nowhere' } });
    expect(bare.outcome).toMatchObject({ reason: 'environment', hint: null });
    expect(bare.outcome.message).toContain('cargo was not found. Install Rust with rustup');
  });
});

describe('verifying an extension', () => {
  const environment = { CARGO_TARGET_DIR: TARGET };

  test('builds it for the interpreter and tests that build in a fresh process', async () => {
    const course = await tinyCourse();
    const stub = await verifying(course, EXTENSION, { environment });
    expect(results(stub.events).get('test_doubles')?.message).toBe(
      'Rust panicked: not yet implemented. This call still reaches a todo!().'
    );
    await edit(course, EXTENSION, 'src/lib.rs', solved(EXTENSION, 'src/lib.rs'));
    const { outcome, events } = await verifying(course, EXTENSION, { environment });
    expect(outcome).toMatchObject({ status: 'verified', passed: 1, next: CARGO });
    expect(events.some(event => event.kind === 'build')).toBe(true);
    expect(outcome.buildSeconds).toBeLessThanOrEqual(outcome.seconds);
  });

  test('says that the module has another name than the library', async () => {
    const course = await tinyCourse();
    await edit(
      course,
      EXTENSION,
      'src/lib.rs',
      solved(EXTENSION, 'src/lib.rs').replace('mod tiny_extension', 'mod other_name')
    );
    const { outcome } = await verifying(course, EXTENSION, { environment });
    expect(outcome).toMatchObject({
      reason: 'collection',
      message:
        'tiny_extension was built, but Python found no PyInit_tiny_extension in it: the #[pymodule] must be called tiny_extension too.'
    });
  });

  test('counts a crate that does not compile as an attempt', async () => {
    const course = await tinyCourse();
    await edit(course, EXTENSION, 'src/lib.rs', 'fn broken( {}\n');
    const { outcome } = await verifying(course, EXTENSION, { environment });
    expect(outcome).toMatchObject({ reason: 'build', hint: { number: 1, total: 3 } });
    expect(list(course).exercises.at(-1)).toMatchObject({ attempts: 1, state: 'started' });
  });
});

/** Waits until a process is gone: the end of a stranger is no event that a test could await. */
async function gone(pid: number): Promise<void> {
  const alive = async () => {
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
    return stat !== '' && stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  };
  while (await alive()) await new Promise(resolve => setTimeout(resolve, 5));
}
