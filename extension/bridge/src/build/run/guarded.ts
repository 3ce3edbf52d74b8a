import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { execa } from 'execa';
import { LineSplitter } from '../messages/lines.js';
import { GUARD } from './guard.js';
import { endGroup } from './group.js';

/** A command to run under the target directory's lock. */
export interface GuardedCommand {
  /** The Python that runs the guard. */
  interpreter: string;
  lockFile: string;
  /** Goes with the build when the bridge is killed. */
  privateDirectory: string;
  /** The program's absolute path, and its arguments. */
  command: string[];
  directory: string;
  environment: Record<string, string>;
  /** A line of stdout or stderr, its colours in it. */
  onText: (line: string) => void;
  /** A line of descriptor 3: the guard's own or one of cargo's messages. */
  onMessage: (line: string) => void;
}

/** Milliseconds to wait for the rest of the output when the command has ended but a daemon of its own holds the pipe. */
const LINGER = 1000;

/**
 * Run a command under the guard.
 *
 * @returns the command's exit code
 * @throws the signal's reason after a cancellation, when the whole process group is gone
 */
export async function runGuarded(guarded: GuardedCommand, signal: AbortSignal): Promise<number> {
  signal.throwIfAborted();
  const { interpreter, lockFile, privateDirectory, command, directory, environment } = guarded;
  const subprocess = execa(
    interpreter,
    ['-I', '-S', '-c', GUARD, lockFile, privateDirectory, ...command],
    {
      cwd: directory,
      env: environment,
      extendEnv: false,
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      buffer: false,
      reject: false,
      // A session and process group of its own, so that one signal reaches all of it.
      detached: true,
      cleanup: false
    }
  );
  const readers = [
    follow(subprocess.stdout, guarded.onText),
    follow(subprocess.stderr, guarded.onText),
    follow(subprocess.stdio[3], guarded.onMessage)
  ];
  const leader = subprocess.pid;
  if (leader === undefined) {
    const { shortMessage } = await subprocess;
    throw new Error(shortMessage ?? `could not start ${interpreter}`);
  }
  let ending: Promise<void> | undefined;
  const cancel = () => {
    ending ??= endGroup(leader);
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const [code] = (await once(subprocess.nodeChildProcess, 'exit')) as [number | null];
    if (code === null) {
      // The guard itself was killed, and can take nobody with it any more.
      cancel();
    }
    await ending;
    await Promise.race([Promise.all(readers), delay(LINGER, undefined, { ref: false })]);
    subprocess.stdio.forEach(stream => stream?.destroy());
    signal.throwIfAborted();
    return code ?? 1;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

async function follow(stream: Readable, onLine: (line: string) => void): Promise<void> {
  const lines = new LineSplitter(onLine);
  stream.on('data', (chunk: Buffer) => lines.push(chunk));
  // A killed writer is not the reader's error.
  stream.on('error', () => undefined);
  await once(stream, 'close');
  lines.end();
}
