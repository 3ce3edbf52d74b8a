import { cpSync, mkdirSync, readFileSync, rmSync, existsSync } from 'node:fs';
import path from 'node:path';

import type { Diagnostic } from '@jupyterlab-maturin/protocol';
import { execa } from 'execa';

import { readCargoMessage } from '../../build/messages/cargoMessages.js';
import { filesBelow } from '../files.js';
import { Results, type Attempt, type AttemptEnd, type Tools } from './attempt.js';
import { afterTests } from './ended.js';
import { LibtestReader } from './libtest.js';
import { runTests, type TestEnd } from './process.js';

/** A test executable that cargo built, and the file it comes from. */
interface TestTarget {
  executable: string;
  file: string;
}

/** Builds a plain crate's integration tests and runs them, one executable after the other. */
export async function cargoTests(what: Attempt, tools: Tools): Promise<AttemptEnd> {
  const started = performance.now();
  const built = await buildTests(what, tools);
  const buildSeconds = (performance.now() - started) / 1000;
  if (!('targets' in built)) {
    return { ...built, results: [], buildSeconds };
  }
  const { targets, diagnostics } = built;
  const { limit } = what.manifest;
  tools.onEvent({ kind: 'testing', limit });
  const results = new Results(tools.onEvent);
  const deadline = performance.now() + limit * 1000;
  let worst: TestEnd = { how: 'exit', code: 0, output: '' };
  for (const { executable, file } of targets) {
    const reader = new LibtestReader(
      file,
      test => results.start(test),
      result => results.add(result)
    );
    const end = await runTests(
      {
        interpreter: what.interpreter,
        command: [...(what.wrap ?? []), executable, '--test-threads=1', '--color=never'],
        hold: null,
        cwd: what.directory,
        environment: { ...what.environment, RUST_BACKTRACE: '0' },
        limit: (deadline - performance.now()) / 1000
      },
      () => undefined,
      line => reader.line(line),
      tools.signal
    );
    if (end.how !== 'exit' || end.code !== 0) worst = end;
    if (end.how !== 'exit') break;
  }
  return {
    ...afterTests(what, results, worst),
    results: results.all(),
    diagnostics,
    buildSeconds
  };
}

type Refused = Pick<AttemptEnd, 'reason' | 'message' | 'diagnostics'>;

async function buildTests(
  what: Attempt,
  tools: Tools
): Promise<{ targets: TestTarget[]; diagnostics: Diagnostic[] } | Refused> {
  const diagnostics: Diagnostic[] = [];
  const targets: TestTarget[] = [];
  const crate = crateToTest(what);
  const cargo = execa(
    'cargo',
    [
      'test',
      '--no-run',
      '--test',
      '*',
      '--message-format=json-diagnostic-rendered-ansi',
      '--color=never'
    ],
    {
      cwd: crate.directory,
      env: { ...what.environment, ...crate.environment },
      extendEnv: false,
      reject: false,
      stdin: 'ignore',
      cancelSignal: tools.signal,
      lines: true
    }
  );
  for await (const line of cargo.iterable()) {
    const message = readCargoMessage(line);
    if (message?.reason === 'compiler-message') {
      diagnostics.push(message.message);
      tools.onEvent({
        kind: 'build',
        event: { kind: 'diagnostic', diagnostic: message.message }
      });
    }
    if (message?.reason === 'compiler-artifact' && message.executable) {
      targets.push({
        executable: message.executable,
        file: `tests/${path.basename(message.target.src_path)}`
      });
    }
  }
  const end = await cargo;
  if (end.isCanceled) {
    return { reason: 'cancelled', message: 'Stopped.', diagnostics };
  }
  if (!end.failed) return { targets, diagnostics };
  if (end.code === 'ENOENT') {
    return {
      reason: 'tool',
      message:
        'Running the tests needs cargo, which is not on PATH; install Rust with rustup (https://rustup.rs).',
      diagnostics
    };
  }
  const errors = diagnostics.filter(
    ({ level, code }) => level === 'error' && (code !== null || diagnostics.length === 1)
  ).length;
  if (diagnostics.some(({ level }) => level === 'error')) {
    return {
      reason: 'build',
      message: `The crate does not compile: ${Math.max(errors, 1)} ${errors > 1 ? 'errors' : 'error'}.`,
      diagnostics
    };
  }
  const said = end.stderr.find(line => line.startsWith('error')) ?? 'no reason given';
  return {
    reason: 'crate',
    message: `cargo cannot build ${what.directory}: ${said.replace(/^error: /, '')}.`,
    diagnostics
  };
}

/**
 * Returns the crate itself when its tests are the shipped ones; else a copy of it, in a workspace of its own, with the
 * shipped tests, built into the same target directory.
 */
function crateToTest(what: Attempt): {
  directory: string;
  environment: Record<string, string>;
} {
  if (what.scratch === null || sameTests(what)) {
    return { directory: what.directory, environment: {} };
  }
  const id = path.join(path.basename(path.dirname(what.directory)), path.basename(what.directory));
  const exercises = path.dirname(path.dirname(what.directory));
  const directory = path.join(what.scratch, id);
  rmSync(what.scratch, { recursive: true, force: true });
  for (const file of ['Cargo.toml', 'Cargo.lock']) {
    if (existsSync(path.join(exercises, file))) {
      mkdirSync(what.scratch, { recursive: true });
      cpSync(path.join(exercises, file), path.join(what.scratch, file));
    }
  }
  const own = filesBelow(what.directory).filter(file => !file.startsWith('tests/'));
  const tests = filesBelow(what.shipped).filter(file => file.startsWith('tests/'));
  for (const [files, from] of [
    [own, what.directory],
    [tests, what.shipped]
  ] as const) {
    for (const file of files) {
      mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
      cpSync(path.join(from, file), path.join(directory, file));
    }
  }
  return {
    directory,
    environment: {
      CARGO_TARGET_DIR: what.environment['CARGO_TARGET_DIR'] ?? path.join(exercises, 'target')
    }
  };
}

function sameTests(what: Attempt): boolean {
  if (what.shipped === what.directory) return true;
  const read = (folder: string): string =>
    filesBelow(path.join(folder, 'tests'))
      .map(file => `${file}\n${readFileSync(path.join(folder, 'tests', file), 'utf8')}`)
      .join('\n');
  return read(what.shipped) === read(what.directory);
}
