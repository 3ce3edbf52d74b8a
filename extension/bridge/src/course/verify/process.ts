import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

import { TEST_GUARD } from './guard.js';

/** A test process to run. `@report@` in an argument becomes the path that reports go to. */
export interface TestCommand {
  interpreter: string;
  command: string[];
  /** The generation under test, which is held while the tests run; `null` when there is none. */
  hold: string | null;
  cwd: string;
  environment: Record<string, string>;
  /** Seconds from its start after which it is ended. */
  limit: number;
}

/** How a test process ended. */
export type TestEnd =
  | { how: 'exit'; code: number; output: string }
  /** It died of a signal: a crash in native code, most often. */
  | { how: 'signal'; signal: number; output: string }
  | { how: 'limit'; output: string }
  | { how: 'cancelled'; output: string }
  /** It could not be started. */
  | { how: 'absent'; error: string; output: string };

/** How much of a test process's own output is kept, in characters. */
const KEPT = 64 * 1024;

/**
 * Runs the tests in a process group of their own, and hands every reported line to `onReport` and every line they
 * print to `onOutput`. Returns when the whole group is gone.
 */
export async function runTests(
  test: TestCommand,
  onReport: (line: string) => void,
  onOutput: (line: string) => void,
  signal: AbortSignal
): Promise<TestEnd> {
  const guard = spawn(
    test.interpreter,
    ['-I', '-S', '-c', TEST_GUARD, test.hold ?? '', ...test.command],
    {
      cwd: test.cwd,
      env: test.environment,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe', 'pipe']
    }
  );
  let ended: 'limit' | 'cancelled' | null = null;
  const end = (why: 'limit' | 'cancelled'): void => {
    ended ??= why;
    if (guard.pid !== undefined) killGroup(guard.pid);
  };
  const timer = setTimeout(() => end('limit'), test.limit * 1000);
  const cancel = (): void => end('cancelled');
  signal.addEventListener('abort', cancel, { once: true });
  // A guard that is gone cannot be told anything; that it is gone is noticed below.
  guard.stdin?.on('error', () => undefined);

  let last: Record<string, unknown> | null = null;
  let output = '';
  const keep = (line: string): void => {
    output = `${output}${line}\n`.slice(-KEPT);
    onOutput(line);
  };
  const streams = [
    eachLine(guard.stdio[3] as Readable, line => {
      const word = guardWord(line);
      if (word !== null) last = word;
      else if (line !== '') onReport(line);
    }),
    eachLine(guard.stdout, keep),
    eachLine(guard.stderr, keep)
  ];
  try {
    if (signal.aborted) cancel();
    const failure = await new Promise<Error | null>(resolve => {
      guard.once('error', resolve);
      guard.once('exit', () => resolve(null));
    });
    if (failure) return { how: 'absent', error: failure.message, output };
    await Promise.all(streams);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
  if (ended !== null) return { how: ended, output };
  const word = last as Record<string, unknown> | null;
  if (word?.['guard'] === 'start') {
    return { how: 'absent', error: String(word['error']), output };
  }
  const code = typeof word?.['code'] === 'number' ? word['code'] : -9;
  return code < 0 ? { how: 'signal', signal: -code, output } : { how: 'exit', code, output };
}

/** What the guard itself says, or `null` for a line of the report. */
function guardWord(line: string): Record<string, unknown> | null {
  if (!line.startsWith('{"guard"')) return null;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return null;
  }
}

async function eachLine(stream: Readable, onLine: (line: string) => void): Promise<void> {
  const lines = createInterface({ input: stream, crlfDelay: Infinity });
  const closed = new Promise<void>(resolve => lines.once('close', resolve));
  lines.on('line', onLine);
  // A process that dies in the middle of a line ends the stream with an error on some systems.
  stream.on('error', () => lines.close());
  await closed;
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
