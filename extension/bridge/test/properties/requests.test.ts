/** Any JSON, as the parameters of a request. */
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { PassThrough } from 'node:stream';
import {
  COURSE_HINT,
  COURSE_LIST,
  COURSE_NEXT,
  COURSE_PREDICT,
  COURSE_RESET,
  COURSE_SKIP,
  COURSE_SOLUTION,
  GENERATIONS,
  HELLO,
  PROTOCOL_VERSION,
  TASK_CANCEL,
  isBuildRequest,
  isGenerationsRequest,
  isVerifyRequest
} from '@jupyterlab-maturin/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll } from 'vitest';
import {
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  createMessageConnection,
  type MessageConnection
} from 'vscode-jsonrpc/node';
import { foreignJson, withPartsReplaced } from '../../../protocol/test/support/foreign.js';
import { property } from '../../../protocol/test/support/property.js';
import { assertSentence } from '../../../protocol/test/support/sentence.js';
import { addCourseMethods } from '../../src/rpc/course.js';
import { addGenerationMethods } from '../../src/rpc/generations.js';
import { serve } from '../../src/rpc/serve.js';
import { addTaskMethods } from '../../src/rpc/tasks.js';
import { buildTask, verifyTask } from '../../src/tasks/kinds.js';

/** There is no course and no crate. */
const NOWHERE = `${tmpdir()}/no-such-folder`;
const VALID = {
  id: 'a',
  protocol: PROTOCOL_VERSION,
  cwd: NOWHERE,
  notebook: null,
  exercise: '01_intro/01_first',
  insist: false,
  name: 'p',
  choice: 1,
  crate: null,
  tag: 'cpython-311',
  interpreter: '/bin/false',
  profile: 'release',
  features: [],
  defaultFeatures: true,
  force: false,
  install: false,
  environment: { PATH: '/nowhere' }
};
/** Those that would start something are only asked what is not valid. */
const STARTING = {
  [buildTask.method]: isBuildRequest,
  [verifyTask.method]: isVerifyRequest,
  [GENERATIONS]: isGenerationsRequest
};
const METHODS = [
  HELLO,
  COURSE_LIST,
  COURSE_NEXT,
  COURSE_HINT,
  COURSE_SOLUTION,
  COURSE_RESET,
  COURSE_SKIP,
  COURSE_PREDICT,
  ...Object.keys(STARTING)
];

let kernel: MessageConnection;
let served: Promise<void>;
const toBridge = new PassThrough();
beforeAll(() => {
  const toKernel = new PassThrough();
  served = serve(toBridge, toKernel, [addTaskMethods, addCourseMethods, addGenerationMethods]);
  kernel = createMessageConnection(
    new StreamMessageReader(toKernel),
    new StreamMessageWriter(toBridge)
  );
  kernel.listen();
});
afterAll(async () => {
  kernel.end();
  toBridge.end();
  await served;
});

const asked = fc
  .record({
    method: fc.constantFrom(...METHODS),
    params: fc.oneof(foreignJson, withPartsReplaced(VALID), fc.constant(VALID))
  })
  .filter(({ method, params }) => !STARTING[method]?.(params));

property(
  'any request is answered with a result or one sentence, and the next one is as well',
  asked,
  async ({ method, params }) => {
    try {
      // The library puts a list's items in the place of several parameters.
      const answer: unknown = await kernel.sendRequest(
        method,
        Array.isArray(params) ? { params } : params
      );
      assert.equal(typeof answer, 'object');
    } catch (error) {
      if (!(error instanceof ResponseError)) throw error;
      assertSentence(error.message);
      assert.doesNotMatch(error.message, /This is a fault of jupyterlab-maturin itself/);
    }
  }
);

property('what is cancelled without being there is let be', foreignJson, async params => {
  await kernel.sendNotification(
    TASK_CANCEL,
    typeof params === 'object' && !Array.isArray(params) ? params : { id: params }
  );
  await assert.rejects(
    () => kernel.sendRequest(COURSE_LIST, { cwd: NOWHERE, notebook: null }),
    /There is no course/
  );
});
