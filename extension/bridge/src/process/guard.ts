import { constants } from 'node:os';

/**
 * A Python program that runs a command and never outlives the bridge. It runs as
 * `<interpreter> -I -S -c <this> <mark> <lock file> <held directory> <private directory> <command…>`, as the leader of a
 * process group of its own; an empty path stands for "none".
 *
 * - The end of its stdin means that the bridge is gone, even by SIGKILL. It then removes the private directory, which
 *   nobody else would remove, and ends everything. A byte on its stdin asks for the same in a friendlier way, with SIGTERM
 *   first.
 * - It takes the lock file's lock for itself alone, and shares the lock on the held directory. Node has no `flock`, and
 *   only a lock of the operating system ends with its holder. The command does not inherit the locks. Links are not
 *   followed: the lock file is one of ours, and what a link points to is somebody else's.
 * - The command gets a pipe as its descriptor 3. The socket that Node makes would do to write to, but it cannot be
 *   opened as `/dev/fd/3`, which pytest-reportlog and `tee` need. The guard passes the pipe's lines on to the bridge.
 * - The guard's own messages are lines among them that begin with the mark, a word that the bridge makes up for each
 *   command: what a crate prints also goes through the pipe, and must not pass for the guard's. See {@link readGuardLine}.
 *   The last one goes through the pipe, so that it comes after everything that the command wrote.
 * - When the command has ended, the guard ends everything that it started, and then itself.
 *
 * On Linux the guard is the reaper of what its descendants leave behind (`PR_SET_CHILD_SUBREAPER`, 36). So what forked
 * twice or began a session of its own stays below the guard, where it is found. GitHub's and Jenkins's runners look for a
 * variable in the environment instead, which `env -i` takes away. As with them there is one way to stay: servers of
 * compiler caches (sccache), which a build starts on purpose for the builds after it, are left alone. Ending these at each
 * build would make them useless. Elsewhere than on Linux, only the process group is ended.
 *
 * Every build waits for its start, so it imports only what takes no time: \`ctypes\` would take 20 milliseconds and
 * \`_ctypes\`, which it is made of, takes one. \`signal\` alone would add some milliseconds, which is why signals stand here
 * as numbers: 9 is SIGKILL and 15 SIGTERM; 13 and 25 are SIGPIPE and SIGXFSZ, which Python ignores and the command must not.
 */
export const GUARD = `
import _signal, _thread, fcntl, os, sys, time

mark, lock_file, held, private, *command = sys.argv[1:]
mark = mark.encode()
CACHES = b"sccache", b"buildcache"

def adopt_orphans():
    if sys.platform != "linux":
        return
    try:
        import _ctypes
        prctl = _ctypes.dlsym(_ctypes.dlopen(None, 0), "prctl")
        _ctypes.call_function(prctl, (36, 1, 0, 0, 0))
    except (ImportError, AttributeError, TypeError, OSError):
        # These are Python's own, and another version may have others. A Python without either ends the process group only.
        try:
            import ctypes
            ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
        except (ImportError, AttributeError, OSError):
            pass

def descendants():
    if sys.platform != "linux":
        return []
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return []
    below = {}
    for name in os.listdir("/proc"):
        try:
            with open("/proc/%d/stat" % int(name), "rb") as file:
                stat = file.read()
        except (ValueError, OSError):
            continue
        program, _, rest = stat.partition(b"(")[2].rpartition(b") ")
        state, parent = rest.split()[:2]
        below.setdefault(int(parent), []).append((int(name), state, program))
    found, parents = [], [os.getpid()]
    for parent in parents:
        for pid, state, program in below.get(parent, []):
            if program not in CACHES:
                parents.append(pid)
                if state not in b"ZX":
                    found.append(pid)
    return found

def signal_all(number):
    for pid in descendants():
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            pass
        except PermissionError:
            # It runs as another user, by sudo for instance.
            beyond.add(pid)
    return set(descendants()) - beyond

def end_everything(grace):
    began = time.monotonic()
    if grace:
        os.killpg(0, 15)
        signal_all(15)
        while (set(descendants()) - beyond or sys.platform != "linux") and time.monotonic() < began + grace:
            time.sleep(0.005)
    # What forks all the time can start another one meanwhile. What the system itself holds up cannot be waited for.
    while signal_all(9) and time.monotonic() < began + 1.5:
        time.sleep(0.005)
    os.killpg(0, 9)

def end_with_the_bridge():
    if os.read(0, 1):
        end_everything(0.3)
    if private:
        import shutil
        shutil.rmtree(private, ignore_errors=True)
    end_everything(0)

def tell(line):
    try:
        while line:
            line = line[os.write(3, line):]
    except OSError:
        end_with_the_bridge()

def say(message):
    tell(b"%s %s\\n" % (mark, message))

def wait():
    ended, status = os.waitpid(-1, 0)
    while ended != pid:
        ended, status = os.waitpid(-1, 0)
    code = os.waitstatus_to_exitcode(status)
    os.write(write, b"\\n%s ended %d\\n" % (mark, code))

beyond = set()
_signal.signal(15, _signal.SIG_IGN)
adopt_orphans()
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
        command[0], command, os.environ, file_actions=redirections, setsigdef=[13, 15, 25]
    )
except OSError as error:
    say(b"absent %s" % error.strerror.encode())
    os.killpg(0, 9)
_thread.start_new_thread(wait, ())
messages, begins = open(read, "rb"), True
while True:
    # A line may be of any length, so it is passed on in pieces.
    line = messages.readline(65536)
    tell(line)
    if begins and line.startswith(b"%s ended" % mark):
        end_everything(0)
    begins = line.endswith(b"\\n")
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

/** Returns what the guard with this mark says in a line of descriptor 3, or `null` for a line that the command wrote. */
export function readGuardLine(
  line: string,
  mark: string
): { lock: LockState } | GuardEnding | null {
  if (!line.startsWith(`${mark} `)) return null;
  const [, word, rest = ''] = /^(\w+) ?(.*)$/.exec(line.slice(mark.length + 1)) ?? [];
  switch (word) {
    case 'waiting':
    case 'held':
      return { lock: word };
    case 'absent':
    case 'unlocked':
      return { how: word, error: rest };
    case 'ended': {
      if (!/^-?\d{1,10}$/.test(rest)) return null;
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
