import { BUILD_MIME, type BuildPayload, type Diagnostic } from '@jupyterlab-maturin/protocol';
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

export function bundle(value: unknown) {
  return {
    data: {
      [BUILD_MIME]: value,
      'text/html': '<b>primes</b>',
      'text/plain': 'primes'
    },
    metadata: {},
    trusted: false,
    setData: () => undefined
  } as never;
}
