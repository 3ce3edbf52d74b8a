/** The two states that the guard reports on descriptor 3, as one JSON line each. */
export interface GuardMessage {
  reason: 'jupyterlab-maturin';
  lock: 'waiting' | 'held';
}

/**
 * A Python program that runs a command under the target directory's lock and never outlives the bridge.
 *
 * `<interpreter> -I -S -c <this> <lock file> <private directory> <command…>`, as the leader of a process group of its own.
 * Node has no `flock`, and only a lock of the operating system dies with its holder. The lock's descriptor closes on
 * exec, so the guard alone holds it. The end of its stdin means that the bridge is gone, even by SIGKILL: the whole
 * group goes then, and the private directory with it, which nobody else would remove. It imports nothing that Python has not loaded already, or nearly so, to start in a few milliseconds.
 */
export const GUARD = `
import _thread, fcntl, os, signal, sys

lock_file, private, *command = sys.argv[1:]

def end_with_the_bridge():
    while os.read(0, 4096):
        pass
    import shutil
    shutil.rmtree(private, ignore_errors=True)
    os.killpg(0, signal.SIGKILL)

def say(state):
    os.write(3, b'{"reason":"jupyterlab-maturin","lock":"%s"}\\n' % state)

_thread.start_new_thread(end_with_the_bridge, ())
lock = os.open(lock_file, os.O_RDWR | os.O_CREAT, 0o666)
try:
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    say(b"waiting")
    fcntl.flock(lock, fcntl.LOCK_EX)
say(b"held")
nothing = os.open(os.devnull, os.O_RDONLY)
pid = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nothing, 0)])
code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
os._exit(code if code >= 0 else 128 - code)
`;
