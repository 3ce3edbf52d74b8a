import path from 'node:path';

import type { Diagnostic } from '@jupyterlab-maturin/protocol';

import { readCargoMessage } from '../../../build/messages/cargoMessages.js';
import { Diagnostics } from '../../../build/messages/diagnostics.js';
import { LONGEST_MESSAGE } from '../../../process/lines.js';
import { runCommand, type Ending } from '../../../process/run.js';
import { clipEnd } from '../../../foreign/clip.js';
import { MOST_MESSAGE } from '../results.js';
import { notTested, type Attempt, type AttemptOutcome, type AttemptTools } from '../attempt.js';
import { crateToTest } from './crateToTest.js';

/** What `cargo test --no-run` made. */
export interface BuiltTests {
  /** The test executables, each with the test file that it comes from, relative to the exercise. */
  executables: { executable: string; file: string }[];
  diagnostics: Diagnostic[];
  buildSeconds: number;
}

/** Builds a crate's integration tests with cargo. */
export async function buildTests(
  attempt: Attempt,
  tools: AttemptTools
): Promise<BuiltTests | AttemptOutcome> {
  const started = performance.now();
  const crate = crateToTest(attempt);
  const executables: BuiltTests['executables'] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Diagnostics();
  const errorLines: string[] = [];
  const onOutput = (line: string): void => {
    const message = readCargoMessage(line);
    if (message?.reason === 'compiler-message') {
      const diagnostic = seen.accept(message.message);
      if (diagnostic === null) return;
      diagnostics.push(diagnostic);
      tools.onEvent({ kind: 'build', event: { kind: 'diagnostic', diagnostic } });
    } else if (message?.reason === 'compiler-artifact' && message.executable !== null) {
      const file = `tests/${path.basename(message.target.src_path)}`;
      executables.push({ executable: message.executable, file });
    } else if (line.startsWith('error') && errorLines.length === 0) {
      // Only the first is told; a build script may print any number of them.
      errorLines.push(clipEnd(line.replace(/^error: /, ''), MOST_MESSAGE));
    }
  };
  const ending = await runCommand(
    {
      interpreter: attempt.interpreter,
      command: [
        'cargo',
        'test',
        '--no-run',
        '--test',
        '*',
        '--message-format=json-diagnostic-rendered-ansi',
        '--color=never'
      ],
      directory: crate.directory,
      environment: { ...attempt.environment, ...crate.environment },
      longestLine: LONGEST_MESSAGE,
      onOutput
    },
    tools.signal
  );
  const buildSeconds = (performance.now() - started) / 1000;
  const built = { diagnostics, buildSeconds };
  if (ending.how === 'exit' && ending.code === 0) return { executables, ...built };
  return whyNotBuilt(ending, attempt.directory, built, seen.counts.errors, errorLines);
}

function whyNotBuilt(
  ending: Ending,
  directory: string,
  built: Pick<AttemptOutcome, 'diagnostics' | 'buildSeconds'>,
  errors: number,
  errorLines: string[]
): AttemptOutcome {
  if (ending.how === 'absent') {
    return notTested(
      'tool',
      'Running the tests needs cargo, which is not on PATH: install Rust with rustup (https://rustup.rs).',
      built
    );
  }
  if (errors > 0) {
    const message = `The crate does not compile: ${errors} ${errors === 1 ? 'error' : 'errors'}.`;
    return notTested('build', message, built);
  }
  const reason = errorLines[0] ?? 'it gives no reason';
  return notTested('crate', `cargo cannot build ${directory}: ${reason}.`, built);
}
