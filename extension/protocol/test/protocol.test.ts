import {
  BUILD_PAYLOAD_VERSION,
  faults,
  isBuildPayload,
  isBuildRequest,
  isCompilerMessage,
  isExerciseManifest,
  isRecordedProgress,
  type BuildPayload,
  type Validator
} from '@jupyterlab-maturin/protocol';
import { describe, expect, test } from 'vitest';

const PAYLOAD: BuildPayload = {
  version: BUILD_PAYLOAD_VERSION,
  phase: 'done',
  crate: 'primes',
  profile: 'release',
  features: [],
  elapsed: 0.3,
  manifest: '/primes/Cargo.toml',
  root: '/primes',
  progress: { done: 1, total: 1, crate: 'primes' },
  waiting: null,
  diagnostics: [],
  counts: { errors: 0, warnings: 0, omitted: 0 },
  notes: [],
  result: null,
  error: null,
  previous: null,
  timings: [{ step: 'plan', seconds: 0.1 }],
  log: ''
};

const DIAGNOSTIC = {
  message: 'mismatched types',
  code: { code: 'E0308', explanation: null },
  level: 'error',
  spans: [],
  rendered: null,
  children: []
};

const MANIFEST = {
  kind: 'extension',
  title: 'Functions',
  minutes: 15,
  concepts: ['functions'],
  summary: 'Expose a function.',
  module: 'no_op_functions',
  hints: ['one', 'two', 'three'],
  stub: { stops_at: 'verify', fails: [{ test: 'test_it', because: 'no_op' }] }
};

/** What is wrong with `value`, which `validator` must refuse. */
function refused(validator: Validator<unknown>, value: unknown): string[] {
  expect(validator(value)).toBe(false);
  return faults(validator);
}

describe('a message', () => {
  test('fits when all its fields are there', () => {
    expect(isBuildPayload(PAYLOAD)).toBe(true);
  });

  test('may have more fields than are known: a later version may have added them', () => {
    expect(isBuildPayload({ ...PAYLOAD, added: { later: true } })).toBe(true);
  });

  test('of another version is refused', () => {
    expect(refused(isBuildPayload, { ...PAYLOAD, version: 2 })).toEqual(['version must be 1']);
  });

  test('that lacks a field is refused, and the field named', () => {
    expect(refused(isBuildPayload, { ...PAYLOAD, crate: undefined })).toEqual(['crate is missing']);
    expect(refused(isBuildRequest, {})).toEqual(['id is missing']);
  });

  test.each([
    [{ elapsed: '0.3' }, 'elapsed must be a number'],
    [{ manifest: 1 }, 'manifest must be a text or null'],
    [
      { phase: 'resting' },
      'phase must be one of planning, building, loading, done, failed, cancelled'
    ],
    [{ notes: ['a', 1] }, 'notes.1 must be a text'],
    [
      { diagnostics: [{ ...DIAGNOSTIC, level: 5 }] },
      /^diagnostics\.0\.level must be one of error, /
    ],
    [
      { diagnostics: [{ ...DIAGNOSTIC, children: [{ message: 'm' }] }] },
      'diagnostics.0.children.0.code is missing'
    ]
  ])('with a field of another type is refused, and the place named: %j', (more, fault) => {
    const [first] = refused(isBuildPayload, { ...PAYLOAD, ...more });
    expect(first).toMatch(fault);
  });

  test.each([null, [], 'text', 1])('that is no object is refused: %j', value => {
    expect(refused(isBuildPayload, value)).toEqual(['it must be an object']);
  });

  test("of rustc's may carry what only rustc knows", () => {
    const message = { ...DIAGNOSTIC, $message_type: 'diagnostic' };
    expect(isCompilerMessage({ reason: 'compiler-message', package_id: 'p', message })).toBe(true);
    expect(isCompilerMessage({ reason: 'build-finished', success: true })).toBe(false);
  });
});

describe('a file that people write', () => {
  test('fits', () => {
    expect(isExerciseManifest(MANIFEST)).toBe(true);
  });

  test('gets everything said that is wrong with it, with the key and what was expected', () => {
    const faulty = {
      ...MANIFEST,
      minutes: 0,
      title: '  ',
      hints: ['one'],
      stubs: {},
      stub: { stops_at: 'verify', compile_error: 'E1' },
      mutants: { wrong: { killed_by: [{ test: 't' }] } }
    };
    expect(refused(isExerciseManifest, faulty).sort()).toEqual([
      'hints must have at least 3 items',
      'minutes must be above 0',
      'mutants.wrong.killed_by.0.because is missing',
      'mutants.wrong.thought is missing',
      'stub.compile_error must be an error code of rustc, such as "E0277"',
      'stubs is not a known key',
      'title must be a text that is not empty'
    ]);
  });
});

describe('a line of progress', () => {
  const line = { at: '2026-01-02T03:04:05Z', exercise: '01_intro/03_functions', event: 'verified' };

  test('of a later version is read as far as it is known', () => {
    expect(isRecordedProgress({ ...line, v: 9, event: 'celebrated', cake: true })).toBe(true);
  });

  test('without its event is none', () => {
    expect(refused(isRecordedProgress, { ...line, event: undefined })).toEqual([
      'event is missing'
    ]);
  });
});
