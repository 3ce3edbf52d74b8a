import { constants } from 'node:os';

/**
 * A Python program that runs a command and never outlives the bridge. It runs as
 * `<interpreter> -I -S -c <this> <lock file> <held directory> <private directory> <command…>`, as the leader of a
 * process group of its own; an empty path stands for "none".
 *
 * - The end of its stdin means that the bridge is gone, even by SIGKILL. It then removes the private directory, which
 *   nobody else would remove, and ends the whole group.
 * - It takes the lock file's lock for itself alone, and shares the lock on the held directory. Node has no `flock`, and
 *   only a lock of the operating system ends with its holder. The command does not inherit the locks. Links are not
 *   followed: the lock file is one of ours, and what a link points to is somebody else's.
 * - The command gets a pipe as its descriptor 3. The socket that Node makes would do to write to, but it cannot be
 *   opened as `/dev/fd/3`, which pytest-reportlog and `tee` need. The guard passes the pipe's lines on to the bridge.
 * - The guard's own messages are lines among them, see {@link readGuardLine}. The last one goes through the pipe, so
 *   that it comes after everything that the command wrote.
 * - When the command has ended, the guard ends the whole group, itself included: nothing that the command started stays.
 *
 * Every build waits for its start, so it imports only what takes no time. `signal` alone would add some milliseconds,
 * which is why signals stand here as numbers: 9 is SIGKILL; 13 and 25 are SIGPIPE and SIGXFSZ, which Python ignores and
 * the command must not.
 */
export const GUARD = `
import _thread, fcntl, os, sys

lock_file, held, private, *command = sys.argv[1:]

def end_with_the_bridge():
    while os.read(0, 4096):
        pass
    if private:
        import shutil
        shutil.rmtree(private, ignore_errors=True)
    os.killpg(0, 9)

def tell(line):
    try:
        while line:
            line = line[os.write(3, line):]
    except OSError:
        end_with_the_bridge()

def say(message):
    tell(b"jupyterlab-maturin guard: %s\\n" % message)

def wait():
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    os.write(write, b"\\njupyterlab-maturin guard: ended %d\\n" % code)

_thread.start_new_thread(end_with_the_bridge, ())
try:
    if held:
        fcntl.flock(os.open(held, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW), fcntl.LOCK_SH)
    if lock_file:
        lock = os.open(lock_file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(b"waiting")
            fcntl.flock(lock, fcntl.LOCK_EX)
        say(b"held")
except OSError as error:
    say(b"unlocked %s" % error.strerror.encode())
    os.killpg(0, 9)
read, write = os.pipe()
nothing = os.open(os.devnull, os.O_RDONLY)
redirections = [(os.POSIX_SPAWN_DUP2, nothing, 0), (os.POSIX_SPAWN_DUP2, write, 3)]
try:
    pid = os.posix_spawnp(
        command[0], command, os.environ, file_actions=redirections, setsigdef=[13, 25]
    )
except OSError as error:
    say(b"absent %s" % error.strerror.encode())
    os.killpg(0, 9)
_thread.start_new_thread(wait, ())
for line in open(read, "rb"):
    tell(line)
    if line.startswith(b"jupyterlab-maturin guard: ended"):
        os.killpg(0, 9)
`;

/** Whether the lock file's lock is held, or still somebody else's. */
export type LockState = 'waiting' | 'held';

/** How a command ended, as the guard saw it. */
export type GuardEnding =
  | { how: 'exit'; code: number }
  /** It died of a signal: a crash in native code, most often. */
  | { how: 'signal'; signal: string }
  /** It could not be started. */
  | { how: 'absent'; error: string }
  /** It was not started, because a lock that it needs could not be taken. */
  | { how: 'unlocked'; error: string };

/** Returns what the guard says in a line of descriptor 3, or `null` for a line that the command wrote. */
export function readGuardLine(line: string): { lock: LockState } | GuardEnding | null {
  const [, word, rest = ''] = /^jupyterlab-maturin guard: (\w+) ?(.*)$/.exec(line) ?? [];
  switch (word) {
    case 'waiting':
    case 'held':
      return { lock: word };
    case 'absent':
    case 'unlocked':
      return { how: word, error: rest };
    case 'ended': {
      // Python's way of saying that a signal ended a process: its number, negated.
      const code = Number(rest);
      return code < 0 ? { how: 'signal', signal: signalName(-code) } : { how: 'exit', code };
    }
    default:
      return null;
  }
}

function signalName(number: number): string {
  const names = Object.entries(constants.signals);
  return names.find(([, other]) => other === number)?.[0] ?? `signal ${number}`;
}
