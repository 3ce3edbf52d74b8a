import {
  BUILD,
  COURSE_HINT,
  COURSE_LIST,
  HELLO,
  PROTOCOL_VERSION,
  TASK_CANCEL,
  VERIFY
} from '@jupyterlab-maturin/protocol';
import { describe, expect, test } from 'vitest';
import { ErrorCodes } from 'vscode-jsonrpc/node';
import { startBridge } from './support/bridge.js';
import { plainEnvironment, request } from './support/builds.js';
import { endlessEnvironment, writeEndlessCrate } from './support/endless.js';

/** A build that fails at once. */
const nowhere = () => request('/no/such/crate');

describe('a request that is not valid is refused, with the method, the field and what was expected', () => {
  const from = { cwd: '/', notebook: null };

  test.each([
    ['a missing field', BUILD, { ...nowhere(), crate: undefined }, 'crate is missing'],
    [
      'a field of another type',
      BUILD,
      { ...nowhere(), features: 'fast' },
      'features must be a list'
    ],
    [
      'a value inside',
      BUILD,
      { ...nowhere(), environment: { A: 1 } },
      'environment.A must be a text'
    ],
    ['a verification', VERIFY, { ...nowhere(), exercise: 1 }, 'exercise must be a text or null'],
    ['a question', COURSE_HINT, from, 'exercise is missing'],
    ['no parameters', COURSE_LIST, undefined, 'cwd is missing'],
    ['a greeting', HELLO, { protocol: 'two' }, 'protocol must be a whole number']
  ])('%s', async (_what, method, params, fault) => {
    const { connection } = startBridge();
    const answer =
      params === undefined
        ? connection.sendRequest(method)
        : connection.sendRequest(method, params);
    await expect(answer).rejects.toMatchObject({
      code: ErrorCodes.InvalidParams,
      message: `The request \`${method}\` is not valid: ${fault}.`
    });
  });
});

test('another version of the protocol is refused with both versions', async () => {
  const { connection } = startBridge();
  const versions = `The kernel speaks protocol 99 and the bridge protocol ${PROTOCOL_VERSION}: `;
  await expect(connection.sendRequest(HELLO, { protocol: 99 })).rejects.toMatchObject({
    code: ErrorCodes.InvalidRequest,
    message: expect.stringContaining(versions) as string
  });
});

test('fields that are not known are ignored', async () => {
  const { connection } = startBridge();
  const greeting = { protocol: PROTOCOL_VERSION, colour: 'red' };
  expect(await connection.sendRequest(HELLO, greeting)).toMatchObject({
    protocol: PROTOCOL_VERSION
  });
  expect(await connection.sendRequest(BUILD, { ...nowhere(), colour: 'red' })).toMatchObject({
    status: 'failed',
    error: { kind: 'crate' }
  });
});

test('cancelling a task that does not run changes nothing', async () => {
  const bridge = startBridge();
  await bridge.cancel('no such task');
  await bridge.connection.sendNotification(TASK_CANCEL, { id: 7 });
  await bridge.connection.sendNotification(TASK_CANCEL);
  expect(await bridge.build(nowhere())).toMatchObject({ status: 'failed' });
});

test('the id of a task that runs is refused for another, and free again afterwards', async () => {
  const crate = await writeEndlessCrate('t_same_id');
  const bridge = startBridge();
  const first = request(crate.directory, {
    environment: plainEnvironment(endlessEnvironment(crate))
  });
  const running = crate.running();
  const outcome = bridge.build(first);
  await running;
  const second = { ...nowhere(), id: first.id };
  await expect(bridge.build(second)).rejects.toMatchObject({
    code: ErrorCodes.InvalidParams,
    message: `A task with the id ${first.id} is running already: choose another id.`
  });
  await bridge.cancel(first.id);
  expect(await outcome).toMatchObject({ status: 'cancelled' });
  expect(await bridge.build(second)).toMatchObject({ status: 'failed' });
});
