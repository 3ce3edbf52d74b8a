/** Anything, where cargo, libtest and pytest speak. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCompilerMessage, type BuildEvent, type TestResult } from '@jupyterlab-maturin/protocol';
import fc from 'fast-check';
import { foreignText, mutated, withPartsReplaced } from '../../../protocol/test/support/foreign.js';
import { property } from '../../../protocol/test/support/property.js';
import { isWellFormed, assertSentence } from '../../../protocol/test/support/sentence.js';
import { linkedPathsOf, readCargoMessage } from '../../src/build/messages/cargoMessages.js';
import { Diagnostics } from '../../src/build/messages/diagnostics.js';
import { cargoReason, explainFailure } from '../../src/build/messages/explainFailure.js';
import { TextOutput } from '../../src/build/messages/textOutput.js';
import { toolchainFault } from '../../src/build/messages/toolchainFault.js';
import { LibtestReader } from '../../src/course/verify/cargo/libtest.js';
import { readReportLine } from '../../src/course/verify/pytest/reportLog.js';
import { wellFormed } from '../../src/foreign/clip.js';
import { ROOT } from '../support/places.js';

/** What rustc 1.95 said, as cargo passes it on. */
const recorded = JSON.parse(
  readFileSync(join(ROOT, 'extension/lab/test/fixtures/rustc.json'), 'utf8')
) as Record<'errors' | 'warnings', object[]>;
const MESSAGES = [
  ...[...recorded.errors, ...recorded.warnings].map(message => ({
    reason: 'compiler-message',
    package_id: 'path+file:///p#primes@0.1.0',
    target: { src_path: '/p/src/lib.rs' },
    message
  })),
  { reason: 'compiler-artifact', executable: null, target: { src_path: '/p/src/lib.rs' } },
  { reason: 'build-script-executed', linked_paths: ['native=/opt/lib', '/usr/lib'] },
  { reason: 'build-finished', success: true }
];

/** Lines come from bytes, so they hold no half characters, unless JSON spells one. */
const cargoLine = fc
  .oneof(
    foreignText,
    fc.constantFrom(...MESSAGES).chain(message => mutated(JSON.stringify(message))),
    fc
      .constantFrom(...MESSAGES)
      .chain(withPartsReplaced)
      .map(message => JSON.stringify(message))
  )
  .map(wellFormed);

/** What the kernel and the page read: no half characters, no numbers that Python takes for something else. */
function assertSendable(value: unknown, most: number): void {
  const json = JSON.stringify(value);
  assert.ok(json.length <= most, `${json.length} characters`);
  JSON.parse(json, (key, part: unknown) => {
    assert.ok(isWellFormed(key) && (typeof part !== 'string' || isWellFormed(part)), 'half');
    // Seconds may be any number; lines and counts are whole ones, as far as Python reads them so.
    if (typeof part === 'number' && key !== 'seconds') assert.ok(Number.isSafeInteger(part), key);
    return part;
  });
}

property(
  'a line of cargo’s is a diagnostic that can be shown, something else of cargo’s, or log',
  cargoLine,
  line => {
    const message = readCargoMessage(line);
    for (const path of linkedPathsOf(message)) assert.ok(path.startsWith('/'));
    if (message?.reason !== 'compiler-message') return;
    const diagnostics = new Diagnostics();
    const diagnostic = diagnostics.accept(message.message);
    if (diagnostic === null) return;
    assert.ok(isCompilerMessage({ reason: 'compiler-message', message: diagnostic }));
    assertSendable(diagnostic, 400_000);
    assertSendable(diagnostics.counts, 100);
  }
);

/** What cargo, rustup, maturin and the linkers print, which a build script can print as well. */
const SAID = [
  'error: failed to select a version for `nope`.\n\nCaused by:\n  no matching package named `nope` found\n',
  "error: toolchain '1.90-x86_64-unknown-linux-gnu' is not installed\nhelp: run `rustup toolchain install`",
  "error: the configured Python interpreter version (3.13) is newer than PyO3's maximum supported version (3.12)",
  '💥 maturin failed\n  Caused by: Failed to build a native library through cargo\n',
  '    Building [========>         ] 12/26: pyo3-ffi, syn      ',
  '    Blocking waiting for file lock on build directory',
  'error: no matching package named `tinyvec` found\nrequired by package `primes v0.1.0 (/p)`\noffline mode (--offline)',
  'linking with `cc` failed: exit status: 1',
  '/usr/bin/ld: cannot find -lfoo: No such file or directory\ncollect2: error: ld returned 1 exit status',
  'linker `cc` not found',
  'No space left on device (os error 28)'
];
const said = fc.oneof(foreignText, fc.constantFrom(...SAID).chain(mutated)).map(wellFormed);

property(
  'a failed build is explained in one sentence, whatever was printed',
  fc.record({
    log: said,
    message: said,
    note: said,
    crate: fc.oneof(fc.constant('primes'), foreignText)
  }),
  ({ log, message, note, crate }) => {
    const diagnostics = new Diagnostics();
    const one = {
      message,
      code: null,
      level: 'error' as const,
      spans: [],
      rendered: null,
      children: []
    };
    if (message !== '') diagnostics.accept({ ...one, children: [{ ...one, message: note }] });
    const build = {
      crate,
      manifest: '/p/Cargo.toml',
      interpreter: '/usr/bin/python3',
      target: '/t'
    };
    assertSentence(explainFailure({ ...build, diagnostics, log }).message);
    assert.equal(typeof cargoReason(log), 'string');
    assert.match(toolchainFault(log) ?? '', /^(?:rustup could not start cargo|$)/);
  }
);

property('text for people becomes events that can be sent', fc.array(said), lines => {
  const events: BuildEvent[] = [];
  const output = new TextOutput(event => events.push(event));
  for (const text of lines) text.split('\n').forEach(line => output.add(line));
  output.succeeded();
  assertSendable(events, 400_000);
});

const LIBTEST = [
  'running 2 tests',
  'test parts::halves ... ok',
  'test thirds - should panic ... FAILED',
  'test quarters ... ignored',
  'test slow ... ',
  '',
  'failures:',
  '',
  '---- thirds stdout ----',
  "thread 'thirds' panicked at tests/t.rs:3:5:",
  'assertion `left == right` failed: a third',
  '  left: 1',
  ' right: 2',
  'note: run with `RUST_BACKTRACE=1`',
  '',
  'failures:',
  '    thirds',
  'test result: FAILED. 1 passed; 1 failed'
];

property(
  'what libtest prints becomes results that can be sent',
  fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...LIBTEST) },
      fc.constantFrom(...LIBTEST).chain(mutated),
      foreignText
    ),
    { maxLength: 40 }
  ),
  lines => {
    const results: TestResult[] = [];
    const started: string[] = [];
    const reader = new LibtestReader(
      'tests/t.rs',
      name => started.push(name),
      result => results.push(result)
    );
    for (const line of [...LIBTEST, ...lines]) reader.line(wellFormed(line));
    assert.ok(results.length > 0);
    for (const result of results) assertSendable(result, 400_000);
    for (const name of started) assertSendable(name, 1000);
  }
);

const TRACEBACK = {
  reprentries: [
    {
      type: 'ReprEntry',
      data: {
        lines: ['    assert f(3) == 0', 'E   AssertionError: f(3) is 6, not 0'],
        reprfileloc: { path: 'tests/test_f.py', lineno: 5, message: 'AssertionError' }
      }
    }
  ]
};
const CRASH = {
  path: '/p/tests/test_f.py',
  lineno: 5,
  message: 'AssertionError: f(3) is 6, not 0'
};
const TEST = {
  nodeid: 'tests/test_f.py::test_f',
  location: ['tests/test_f.py', 3, 'test_f'],
  keywords: {},
  outcome: 'failed',
  longrepr: {
    reprcrash: CRASH,
    reprtraceback: TRACEBACK,
    sections: [],
    chain: [[TRACEBACK, CRASH, null]]
  },
  when: 'call',
  user_properties: [],
  sections: [['Captured stdout call', 'printed\n']],
  duration: 0.1,
  $report_type: 'TestReport'
};
const REPORTS = [
  TEST,
  { ...TEST, longrepr: 'E   ImportError: cannot import name `f` from `g`' },
  { ...TEST, outcome: 'skipped', longrepr: ['tests/test_f.py', 3, 'Skipped: no'] },
  { ...TEST, outcome: 'passed', longrepr: null, when: 'setup' },
  {
    nodeid: 'tests/test_f.py',
    outcome: 'failed',
    longrepr: "E   ModuleNotFoundError: No module named 'f'",
    result: null,
    sections: [],
    $report_type: 'CollectReport'
  }
];
const reportLine = fc
  .oneof(
    foreignText,
    fc.constantFrom(...REPORTS).chain(report => mutated(JSON.stringify(report))),
    fc
      .constantFrom(...REPORTS)
      .chain(withPartsReplaced)
      .map(report => JSON.stringify(report))
  )
  .map(wellFormed);

property(
  'a line of pytest’s report is a result that can be sent, or nothing',
  fc.tuple(reportLine, fc.option(foreignText)),
  ([line, module]) => {
    const read = readReportLine(line, module);
    if (read !== null) assertSendable(read, 200_000);
  }
);
