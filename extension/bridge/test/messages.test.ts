import type { Diagnostic } from '@jupyterlab-maturin/protocol';
import { expect, test } from 'vitest';
import { Diagnostics } from '../src/build/messages/diagnostics.js';
import { explainFailure } from '../src/build/messages/explainFailure.js';
import { TextOutput, parseBlocking, parseProgress } from '../src/build/messages/textOutput.js';

function diagnostic(more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    message: 'mismatched types',
    code: null,
    level: 'error',
    spans: [],
    children: [],
    rendered: '',
    ...more
  };
}

function span(
  file_name: string,
  line_start: number,
  column_start: number
): Diagnostic['spans'][number] {
  return {
    file_name,
    line_start,
    column_start,
    line_end: line_start,
    column_end: column_start + 1,
    byte_start: 0,
    byte_end: 1,
    is_primary: true,
    label: null,
    text: [],
    suggested_replacement: null,
    suggestion_applicability: null
  };
}

function explained(log: string, ...diagnostics: Diagnostic[]) {
  const seen = new Diagnostics();
  diagnostics.forEach(one => seen.accept(one));
  const { kind, message } = explainFailure({
    crate: 'primes',
    manifest: '/p/Cargo.toml',
    interpreter: '/usr/bin/python3',
    diagnostics: seen,
    log
  });
  return { kind, message };
}

test("cargo's progress bar gives exact counts and the crates that are compiled", () => {
  expect(parseProgress('    Building [========>         ] 12/26: pyo3-ffi, syn      ')).toEqual({
    kind: 'progress',
    done: 12,
    total: 26,
    crate: 'pyo3-ffi, syn'
  });
  expect(parseProgress('    Building [==================] 26/26')).toMatchObject({
    done: 26,
    crate: ''
  });
  expect(parseProgress('   Compiling pyo3 v0.29.3')).toBeNull();
});

test("a line about another cargo's lock is not one about a crate", () => {
  expect(parseBlocking('    Blocking waiting for file lock on build directory')).toBe(
    'file lock on build directory'
  );
  expect(parseBlocking('   Compiling blocking v1.0.0')).toBeNull();
});

test('cargo may say several times that it waits for a lock, and it is reported once', () => {
  const kinds: string[] = [];
  const output = new TextOutput(({ kind }) => kinds.push(kind));
  output.add('    Blocking waiting for file lock on package cache');
  output.add('    Blocking waiting for file lock on package cache');
  output.add('   Compiling pyo3 v0.29.3');
  expect(kinds.filter(kind => kind !== 'log')).toEqual(['waiting', 'building']);
});

test('many warnings do not hide an error, and what is not shown is counted', () => {
  const seen = new Diagnostics();
  const warnings = Array.from({ length: 60 }, () => seen.accept(diagnostic({ level: 'warning' })));
  expect(warnings.filter(Boolean)).toHaveLength(50);
  expect(seen.accept(diagnostic())).not.toBeNull();
  expect(seen.counts).toEqual({ errors: 1, warnings: 60, omitted: 10 });
});

test('a code is explained once', () => {
  const seen = new Diagnostics();
  const code = { code: 'E0308', explanation: 'Expected type did not match …' };
  expect(seen.accept(diagnostic({ code }))?.code?.explanation).toContain('Expected');
  expect(seen.accept(diagnostic({ code }))?.code).toEqual({
    code: 'E0308',
    explanation: null
  });
});

test("rustc's own summaries are not diagnostics", () => {
  const seen = new Diagnostics();
  expect(seen.accept(diagnostic({ message: 'aborting due to 2 previous errors' }))).toBeNull();
  expect(seen.accept(diagnostic({ level: 'warning', message: '1 warning emitted' }))).toBeNull();
  expect(seen.accept(diagnostic({ level: 'failure-note' }))).toBeNull();
  expect(seen.counts).toEqual({ errors: 0, warnings: 0, omitted: 0 });
});

test('a very long message is cut off', () => {
  const long = 'x'.repeat(100_000);
  const kept = new Diagnostics().accept(diagnostic({ message: long, rendered: long }));
  expect(JSON.stringify(kept).length).toBeLessThan(20_000);
});

test('compile errors are counted, and the first one is quoted', () => {
  const first = diagnostic({ spans: [span('src/lib.rs', 9, 46)] });
  expect(explained('', first, diagnostic())).toEqual({
    kind: 'build',
    message: 'primes does not compile: 2 errors, the first in src/lib.rs:9:46: mismatched types.'
  });
});

test('an interpreter that PyO3 refuses is an error of the tools, and the remedy depends on which one is too old', () => {
  const log =
    "error: the configured Python interpreter version (3.13) is newer than PyO3's maximum supported version (3.12)";
  expect(explained(log)).toEqual({
    kind: 'tool',
    message:
      "The crate's PyO3 refuses Python 3.13 (/usr/bin/python3): it supports Python up to 3.12; raise `pyo3` in the [dependencies] of /p/Cargo.toml."
  });
});

test('a missing linker is a missing tool', () => {
  expect(explained('', diagnostic({ message: 'linker `cc` not found' }))).toMatchObject({
    kind: 'tool',
    message: expect.stringContaining('install a C compiler') as string
  });
});

test("a dependency that does not exist is reported with cargo's own error", () => {
  const log =
    'error: failed to select a version for `nope`.\n\nCaused by:\n  no matching package named `nope` found\n';
  expect(explained(log).message).toBe(
    'Building primes failed: failed to select a version for `nope`: no matching package named `nope` found.'
  );
});

test("of maturin's own causes, the innermost one with a reason is reported", () => {
  const log =
    '💥 maturin failed\n  Caused by: Failed to build a native library through cargo\n  Caused by: Cargo build finished with "exit status: 101": `env …`\n';
  expect(explained(log).message).toBe(
    'Building primes failed: Failed to build a native library through cargo.'
  );
});
