import type { Diagnostic } from '@jupyterlab-maturin/protocol';
import { describe, expect, test } from 'vitest';
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
    target: '/p/target',
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

describe('a toolchain that is not there', () => {
  test.each([
    [
      "error: toolchain '1.90-x86_64-unknown-linux-gnu' is not installed\nhelp: run `rustup toolchain install`",
      'install it with `rustup toolchain install 1.90`'
    ],
    [
      "error: override toolchain 'nightly-2026-01-31-x86_64-unknown-linux-gnu' is not installed: the toolchain file specifies it",
      'install it with `rustup toolchain install nightly-2026-01-31`'
    ],
    [
      "error: custom toolchain 'mine' specified in override file '/p/rust-toolchain.toml' is not installed",
      'make it with `rustup toolchain link mine FOLDER`'
    ],
    [
      "error: rustup could not choose a version of cargo to run, because one wasn't specified explicitly, and no default is configured.",
      'install a toolchain with `rustup default stable`'
    ]
  ])('is named with what installs it: %.60s', (log, remedy) => {
    expect(explained(log).kind).toBe('tool');
    expect(explained(log).message).toContain(remedy);
  });
});

test('a package that cargo does not get because it is offline: who required it and that it is offline is said', () => {
  const log = `error: no matching package named \`tinyvec\` found
location searched: crates.io index
required by package \`primes v0.1.0 (/p)\`
As a reminder, you're using offline mode (--offline) which can sometimes cause surprising resolution failures, if this error is too confusing you may wish to retry without \`--offline\`.
`;
  const { message } = explained(log);
  expect(message).toContain(
    'no matching package named `tinyvec` found: required by package `primes'
  );
  expect(message).toContain('cargo is offline (by CARGO_NET_OFFLINE');
  expect(explained(log.replace(/As a reminder.*/, '')).message).not.toContain('offline');
});

describe('the linker fails', () => {
  const linking = (note: string) =>
    diagnostic({
      message: 'linking with `cc` failed: exit status: 1',
      children: [
        diagnostic({ level: 'note', message: '"cc" "-m64" "/ld: /x.o"' }),
        diagnostic({ level: 'note', message: note })
      ]
    });

  test.each([
    [
      '/usr/bin/ld: cannot find -lfoo: No such file or directory\ncollect2: error: ld returned 1 exit status\n',
      'cannot find -lfoo: No such file or directory; install that library'
    ],
    [
      'rust-lld: error: unable to find library -lfoo\ncollect2: error: ld returned 1 exit status',
      'unable to find library -lfoo; install that library'
    ],
    [
      'ld: library not found for -lfoo\nclang: error: linker command failed',
      'library not found for -lfoo; install that library'
    ],
    [
      "/usr/bin/ld: /p/lib.o: in function `f':\nlib.rs: undefined reference to `foo_init'\ncollect2: error: ld returned 1 exit status",
      "undefined reference to `foo_init'"
    ],
    ['nothing that we know', 'linking with `cc` failed: exit status: 1']
  ])('and its own reason is told: %.50s', (note, reason) => {
    expect(explained('', linking(note)).message).toContain(
      `primes compiles but could not be linked: `
    );
    expect(explained('', linking(note)).message).toContain(reason);
  });
});

describe('a full disk', () => {
  test.each([
    [
      'rustc',
      '',
      [
        diagnostic({
          message: 'failed to write /p/target/x.rmeta: No space left on device (os error 28)'
        })
      ]
    ],
    [
      'the linker',
      '',
      [
        diagnostic({
          message: 'linking with `cc` failed',
          children: [diagnostic({ message: 'final link failed: No space left on device' })]
        })
      ]
    ],
    [
      'cargo',
      'error: failed to write `/p/target/x`\n\nCaused by:\n  No space left on device (os error 28)\n',
      []
    ],
    ['maturin', '💥 maturin failed\n  Caused by: Disk quota exceeded (os error 122)\n', []]
  ])('is named as such when %s meets it', (_, log, diagnostics) => {
    const { kind, message } = explained(log, ...diagnostics);
    expect(kind).toBe('tool');
    expect(message).toMatch(
      /^The disk was full while primes was built: free some space where \/p\/target/
    );
  });

  test('is not what an error in the code is about that only speaks of one', () => {
    expect(explained('warning: No space left on device', diagnostic()).kind).toBe('build');
  });
});

test('a build that fails without a word says what to try', () => {
  expect(explained('').message).toBe(
    'Building primes failed, and neither cargo nor maturin said why: try `cargo build` in the folder of /p/Cargo.toml.'
  );
});
