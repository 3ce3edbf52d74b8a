import { readFile } from 'node:fs/promises';
import { once } from 'node:events';

import {
  TASK_CANCEL,
  COURSE_ERROR,
  TASK_EVENT,
  COURSE_HINT,
  COURSE_LIST,
  VERIFY
} from '@jupyterlab-maturin/protocol';
import type {
  VerifyEventParams,
  CourseHint,
  CourseList,
  VerifyOutcome
} from '@jupyterlab-maturin/protocol';
import { expect, test } from 'vitest';

import { startBridge } from '../support/bridge.js';
import { edit, PY, tinyCourse, verifyRequest } from './support/tinyCourse.js';

/** Writes its process id to a file, and hangs in the first test. */
const HANGS = `import os, pathlib, signal
def double(number):
    pathlib.Path("pid").write_text(str(os.getpid()))
    signal.pause()
`;

/** Starts a verification that hangs, and returns when its first test runs. */
async function hanging() {
  const course = await tinyCourse();
  await edit(course, PY, 'doubling.py', HANGS);
  const bridge = startBridge();
  const started = new Promise<void>(resolve => {
    bridge.connection.onNotification(TASK_EVENT, ({ event }: VerifyEventParams) => {
      if (event.kind === 'started') resolve();
    });
  });
  const request = verifyRequest(course, PY);
  const outcome = bridge.connection.sendRequest<VerifyOutcome>(VERIFY, request);
  outcome.catch(() => undefined);
  await started;
  const pid = async (): Promise<number> => {
    for (;;) {
      const text = await readFile(`${course.root}/exercises/${PY}/pid`, 'utf8').catch(() => '');
      if (text !== '') return Number(text);
    }
  };
  return { bridge, request, outcome, pid: await pid() };
}

async function gone(pid: number): Promise<void> {
  for (;;) {
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
    if (stat === '' || stat.slice(stat.lastIndexOf(')') + 2)[0] === 'Z') return;
  }
}

test('a kernel gets lists and hints, and one sentence when it is refused', async () => {
  const { root } = await tinyCourse();
  const { connection } = startBridge();
  const where = { cwd: root, notebook: null };
  const { exercises } = await connection.sendRequest<CourseList>(COURSE_LIST, where);
  expect(exercises).toHaveLength(3);
  const hint = await connection.sendRequest<CourseHint>(COURSE_HINT, { ...where, exercise: PY });
  expect(hint).toMatchObject({ number: 1, total: 3, text: 'first hint' });
  await expect(
    connection.sendRequest(COURSE_HINT, { ...where, exercise: 'pyton' })
  ).rejects.toMatchObject({
    code: COURSE_ERROR,
    message: expect.stringContaining(`did you mean ${PY}?`)
  });
});

test('a kernel that cancels gets its answer when the tests have ended', async () => {
  const { bridge, request, outcome, pid } = await hanging();
  await bridge.connection.sendNotification(TASK_CANCEL, { id: request.id });
  expect(await outcome).toMatchObject({ status: 'cancelled' });
  await gone(pid);
});

test('the tests die with a bridge that is killed', async () => {
  const { bridge, pid } = await hanging();
  bridge.process.kill('SIGKILL');
  await once(bridge.process, 'exit');
  await gone(pid);
});
