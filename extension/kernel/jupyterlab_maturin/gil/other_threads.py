"""Find out whether another Python thread wants the lock for itself."""

from __future__ import annotations

import sys
import threading
import time

# How long this thread stays away, in seconds: longer and longer, because on a busy machine the other thread may
# need a while to get a processor.
_ABSENCES = (0.001, 0.002, 0.004, 0.008)

# A thread that computes in Python uses nearly all of the switch interval that it is given.
_CPU_SHARE = 0.4


def running_python_thread() -> str | None:
    """The name of another thread that is running Python code now, or None when all others wait for something.

    This thread goes to sleep for a moment. When another thread computes in Python it takes the lock and keeps it for a
    whole switch interval (5 ms by default): this thread comes back late, and the other has used processor time. Late alone
    means a busy machine; processor time alone means native code that runs without the lock, which is no rival.
    Takes about 15 ms when nothing is found.
    """
    if not hasattr(time, "pthread_getcpuclockid"):
        return None
    interval = sys.getswitchinterval()
    for absence in _ABSENCES:
        before = _cpu_times()
        begin = time.perf_counter()
        time.sleep(absence)
        late = time.perf_counter() - begin - absence
        if late < 0.8 * interval:
            continue
        after = _cpu_times()
        for ident, seconds in after.items():
            if seconds - before.get(ident, seconds) >= _CPU_SHARE * interval:
                names = {thread.ident: thread.name for thread in threading.enumerate()}
                return names.get(ident, f"thread {ident}")
    return None


def _cpu_times() -> dict[int, float]:
    """Processor seconds used so far by every other Python thread that is alive, by thread ident."""
    times = {}
    # Only threads in `sys._current_frames` are certainly alive: the clock of one that has ended is undefined.
    for ident in sys._current_frames():
        if ident != threading.get_ident():
            try:
                times[ident] = time.clock_gettime(time.pthread_getcpuclockid(ident))
            except OSError:  # it ended in between
                continue
    return times
