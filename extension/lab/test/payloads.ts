import type {
  BuildPayload,
  Diagnostic,
  PredictPayload,
  SourcePayload,
  TestResult,
  VerifyOutcome,
  VerifyPayload
} from '@jupyterlab-maturin/protocol';
import recorded from './fixtures/rustc.json' with { type: 'json' };

/** What rustc 1.95 said about a crate with three errors, and about one with two warnings. */
export const rustc = recorded as unknown as {
  errors: Diagnostic[];
  warnings: Diagnostic[];
};

export function payload(changes: Partial<BuildPayload> = {}): BuildPayload {
  return {
    version: 1,
    phase: 'building',
    crate: 'primes',
    manifest: '/home/ada/course/primes/Cargo.toml',
    root: '/home/ada/course/primes',
    profile: 'release',
    features: [],
    elapsed: 4.2,
    progress: { done: 12, total: 26, crate: 'pyo3-ffi' },
    waiting: null,
    diagnostics: [],
    counts: { errors: 0, warnings: 0, omitted: 0 },
    result: null,
    error: null,
    previous: null,
    notes: [],
    timings: [],
    log: '',
    ...changes
  };
}

export function failed(changes: Partial<BuildPayload> = {}): BuildPayload {
  return payload({
    phase: 'failed',
    diagnostics: [...rustc.warnings, ...rustc.errors],
    counts: { errors: 3, warnings: 2, omitted: 0 },
    error: { kind: 'build', message: 'could not compile `primes`' },
    previous: 3,
    log: 'Compiling primes\nerror: could not compile `primes`',
    ...changes
  });
}

export function done(changes: Partial<BuildPayload['result'] & object> = {}): BuildPayload {
  return payload({
    phase: 'done',
    result: {
      module: 'primes',
      generation: 3,
      seconds: 0.31,
      changed: true,
      library: '/home/ada/course/primes/target/primes.so',
      rebound: [],
      stale: [],
      ...changes
    }
  });
}

export function testResult(changes: Partial<TestResult> = {}): TestResult {
  return {
    name: 'test_returns_none',
    file: 'tests/test_functions.py',
    line: 11,
    outcome: 'failed',
    seconds: 0.1,
    message: 'no_op() should return None',
    details: 'E   AssertionError',
    output: null,
    ...changes
  };
}

export function verifying(changes: Partial<VerifyPayload> = {}): VerifyPayload {
  return {
    version: 1,
    phase: 'testing',
    exercise: '01_intro/03_functions',
    title: 'Functions',
    kind: 'extension',
    elapsed: 1.2,
    progress: null,
    waiting: null,
    manifest: null,
    root: '/home/ada/course',
    diagnostics: [],
    counts: { errors: 0, warnings: 0, omitted: 0 },
    environment: [],
    tests: [],
    running: null,
    notes: [],
    outcome: null,
    ...changes
  };
}

export function verifyOutcome(changes: Partial<VerifyOutcome> = {}): VerifyOutcome {
  return {
    status: 'failed',
    exercise: '01_intro/03_functions',
    reason: 'tests',
    message: '1 of 2 tests fails.',
    passed: 1,
    failed: 1,
    seconds: 1.5,
    buildSeconds: 0.4,
    hint: { number: 2, total: 3 },
    solution: false,
    next: null,
    notes: [],
    ...changes
  };
}

export function notVerified(changes: Partial<VerifyPayload> = {}): VerifyPayload {
  return verifying({
    phase: 'failed',
    tests: [
      testResult(),
      testResult({ name: 'test_other', outcome: 'passed', message: null, details: null })
    ],
    outcome: verifyOutcome(),
    ...changes
  });
}

export const predicting = (changes: Partial<PredictPayload> = {}): PredictPayload => ({
  version: 1,
  id: 'p',
  phase: 'asking',
  exercise: 'e',
  name: 'n',
  question: 'What happens?',
  choices: ['one', 'two'],
  chosen: null,
  earlier: null,
  answer: null,
  because: null,
  notes: [],
  ...changes
});

export const source = (changes: Partial<SourcePayload> = {}): SourcePayload => ({
  version: 1,
  phase: 'shown',
  exercise: 'e',
  file: 'src/lib.rs',
  path: '/mnt/course/src/lib.rs',
  language: 'rust',
  parts: [{ line: 1, code: 'fn f() {}' }],
  ...changes
});
