import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { execa } from 'execa';
import { endGroup } from './group.js';
import { GUARD, readGuardLine, type GuardEnding, type LockState } from './guard.js';
import { LONGEST_MESSAGE, LONGEST_TEXT, LineSplitter } from './lines.js';
import { LogTail } from './logTail.js';

/** A command to run under the guard. */
export interface Command {
  /** The Python that runs the guard. */
  interpreter: string;
  /** The program, by its path or by its name on PATH, and its arguments. */
  command: readonly string[];
  directory: string;
  environment: Record<string, string>;
  /** A file whose lock the command needs for itself while it runs. */
  lockFile?: string;
  /** A directory that must not be tidied away while the command runs: its lock is shared with whoever else uses it. */
  heldDirectory?: string | null;
  /** Removed when the bridge is killed; otherwise it is the caller's. */
  privateDirectory?: string;
  /** Seconds after which the command is ended, the wait for the lock included. */
  limit?: number;
  onLock?: (state: LockState) => void;
  /** Characters of the longest line of stdout and stderr; without it, {@link LONGEST_TEXT}. */
  longestLine?: number;
  /** Is given every line of stdout and stderr, colours included. */
  onOutput?: (line: string) => void;
  /** Is given every line that the command writes to its descriptor 3, a pipe that can be opened as `/dev/fd/3`. */
  onMessage?: (line: string) => void;
}

/** How a command ended, and the end of its output. */
export type Ending = (GuardEnding | { how: 'limit' }) & { output: string };

/** Milliseconds to wait for more output when all is gone but a daemon of another session, which holds the pipe open. */
const LINGER = 1000;

/** Milliseconds that a guard has to end everything, before its process group is ended without it. */
const GUARD_LIMIT = 1900;

/** Milliseconds, about 25 days: beyond that Node's timers fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Runs a command that dies with the bridge, and with everything that it started.
 *
 * @returns how it ended, when all of its processes are gone
 * @throws the signal's reason after a cancellation, when all of its processes are gone
 */
export async function runCommand(command: Command, signal: AbortSignal): Promise<Ending> {
  signal.throwIfAborted();
  const { interpreter, lockFile, heldDirectory, privateDirectory } = command;
  const places = [lockFile, heldDirectory, privateDirectory].map(place => place ?? '');
  const deadline = timeUp(command.limit);
  const mark = randomUUID();
  const guard = execa(interpreter, ['-I', '-S', '-c', GUARD, mark, ...places, ...command.command], {
    cwd: command.directory,
    env: command.environment,
    extendEnv: false,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    buffer: false,
    reject: false,
    // A session and process group of its own, so that one signal reaches all of it.
    detached: true,
    cleanup: false
  });
  const leader = guard.pid;
  if (leader === undefined) {
    return { how: 'absent', error: (await guard).shortMessage ?? interpreter, output: '' };
  }
  // An error in a reader ends the command and not the whole bridge.
  const broken = new AbortController();
  const output = new LogTail();
  const onOutput = (line: string): void => {
    output.add(line);
    command.onOutput?.(line);
  };
  let ending = null as GuardEnding | null;
  const readers = [
    eachLine(guard.stdout, command.longestLine ?? LONGEST_TEXT, onOutput, broken),
    eachLine(guard.stderr, command.longestLine ?? LONGEST_TEXT, onOutput, broken),
    eachLine(
      guard.stdio[3],
      LONGEST_MESSAGE,
      line => {
        const said = readGuardLine(line, mark);
        if (said === null) {
          if (line !== '') command.onMessage?.(line);
        } else if ('lock' in said) {
          command.onLock?.(said.lock);
        } else {
          ending = said;
        }
      },
      broken
    )
  ];
  const stop = AbortSignal.any([signal, deadline, broken.signal]);
  // The guard has ended already when it does not take the request.
  guard.stdin.on('error', () => undefined);
  let patience: NodeJS.Timeout | undefined;
  const endEarly = (): void => {
    guard.stdin.write('e');
    patience = setTimeout(() => void endGroup(leader), GUARD_LIMIT);
  };
  stop.addEventListener('abort', endEarly);
  const [code, signalName] = (await once(guard.nodeChildProcess, 'exit')) as ExitArguments;
  // From here on the number of the group may become another one's.
  stop.removeEventListener('abort', endEarly);
  clearTimeout(patience);
  await endGroup(leader);
  await Promise.race([Promise.all(readers), delay(LINGER, undefined, { ref: false })]);
  guard.stdio.forEach(stream => stream?.destroy());
  signal.throwIfAborted();
  broken.signal.throwIfAborted();
  // Without a last line of the guard's, the guard was killed, or it could not take a lock and its error is in the output.
  ending ??= code === null ? { how: 'signal', signal: signalName } : { how: 'exit', code };
  return { ...(deadline.aborted ? { how: 'limit' } : ending), output: String(output) };
}

type ExitArguments = [code: number, signal: null] | [code: null, signal: NodeJS.Signals];

function timeUp(seconds: number | undefined): AbortSignal {
  if (seconds === undefined) return new AbortController().signal;
  return AbortSignal.timeout(Math.min(Math.max(0, Math.ceil(seconds * 1000)), LONGEST_TIMER));
}

async function eachLine(
  stream: Readable,
  longest: number,
  onLine: (line: string) => void,
  broken: AbortController
): Promise<void> {
  const lines = new LineSplitter(onLine, longest);
  const orBreak = (read: () => void): void => {
    try {
      read();
    } catch (error) {
      broken.abort(error);
    }
  };
  stream.on('data', (chunk: Buffer) => orBreak(() => lines.push(chunk)));
  // A writer that is killed may end the stream with an error, which says nothing that its exit does not say.
  stream.on('error', () => undefined);
  await once(stream, 'close');
  orBreak(() => lines.end());
}
