/**
 * The process that stands between the bridge and the tests; Python source, run with `-I -S -c`.
 *
 * - It leads a process group of its own, so that a hang and everything it started can be ended together.
 * - It watches its stdin: the end of it means that the bridge is gone, and then the whole group goes.
 * - It makes the pipe that pytest-reportlog writes to (a socket, which is what Node hands out, cannot be opened by its
 *   path in /dev/fd) and passes the lines on to descriptor 3.
 * - It holds a shared lock on the generation under test, as a kernel does on what it uses: no kernel that tidies up
 *   removes it meanwhile.
 * - When the tests have ended it writes one last line, and takes with it what they left running.
 *
 * `@report@` in the command becomes the path to write the report to.
 */
export const TEST_GUARD = `
import fcntl, json, os, select, signal, subprocess, sys

OUT = 3
read, write = os.pipe()
# A test that reads standard input gets the end of it, and not the bridge's line to this guard.
held, *command = [part.replace("@report@", f"/dev/fd/{write}") for part in sys.argv[1:]]
if held:
    fcntl.flock(os.open(held, os.O_RDONLY), fcntl.LOCK_SH)
alarm_read, alarm_write = os.pipe()
os.set_blocking(alarm_write, False)
signal.set_wakeup_fd(alarm_write)
signal.signal(signal.SIGCHLD, lambda *_: None)
try:
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, pass_fds=(write,))
except OSError as error:
    os.write(OUT, (json.dumps({"guard": "start", "error": str(error)}) + "\\n").encode())
    sys.exit(127)
os.close(write)

def pass_on(data):
    while data:
        data = data[os.write(OUT, data):]

def group_dies():
    os.killpg(os.getpgrp(), signal.SIGKILL)

reading = [0, read, alarm_read]
while child.poll() is None:
    ready, _, _ = select.select(reading, [], [])
    if 0 in ready and not os.read(0, 4096):
        group_dies()
    if alarm_read in ready:
        os.read(alarm_read, 512)
    if read in ready:
        data = os.read(read, 65536)
        if data:
            pass_on(data)
        else:
            reading.remove(read)
os.set_blocking(read, False)
try:
    while data := os.read(read, 65536):
        pass_on(data)
except BlockingIOError:
    pass
pass_on(("\\n" + json.dumps({"guard": "end", "code": child.returncode}) + "\\n").encode())
os.close(OUT)
group_dies()
`;
