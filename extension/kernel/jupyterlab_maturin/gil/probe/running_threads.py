"""Find out whether another thread is running Python code, and so takes the GIL whenever it can."""

from __future__ import annotations

import sys
import threading
import time

# How long this thread sleeps, in seconds. The sleeps get longer, because on a busy machine the other thread may need a
# while to get a processor.
_SLEEPS = (0.001, 0.002, 0.004, 0.008)

# A thread that computes in Python uses nearly all of the switch interval that it is given.
_CPU_SHARE = 0.4


def running_python_thread() -> str | None:
    """The name of another thread that is running Python code now; None when all others wait for something.

    This thread sleeps for a moment. Another thread that computes in Python then takes the GIL and keeps it for a whole
    switch interval (5 ms by default), so two things are seen: this thread wakes up late, and the other thread has used
    processor time. Waking up late alone means a busy machine; processor time alone means native code that runs without
    the GIL, which does not compete for it. Takes about 15 ms when nothing is found.
    """
    if not hasattr(time, "pthread_getcpuclockid"):
        return None
    interval = sys.getswitchinterval()
    for sleep in _SLEEPS:
        before = _processor_times()
        begin = time.perf_counter()
        time.sleep(sleep)
        late = time.perf_counter() - begin - sleep
        if late < 0.8 * interval:
            continue
        after = _processor_times()
        for ident, seconds in after.items():
            if seconds - before.get(ident, seconds) >= _CPU_SHARE * interval:
                names = {thread.ident: thread.name for thread in threading.enumerate()}
                return names.get(ident, f"thread {ident}")
    return None


def _processor_times() -> dict[int, float]:
    """The processor seconds that each other living Python thread has used so far, by thread ident."""
    times = {}
    # Only the threads in `sys._current_frames` are certainly alive, and the clock of a thread that has ended is undefined.
    for ident in sys._current_frames():
        if ident != threading.get_ident():
            try:
                times[ident] = time.clock_gettime(time.pthread_getcpuclockid(ident))
            except OSError:  # the thread has ended meanwhile
                continue
    return times
