"""Ask the scheduler for a short time slice, so that the calling thread starts promptly when it wakes up.

On a busy machine, a thread that wakes up may have to wait until another thread's time slice (about 3 ms) is over. On
Linux any thread may ask for a shorter slice, without privileges; from Linux 6.12 on, a thread with a shorter slice goes
before one with a longer slice. Older kernels prefer threads that have slept anyway.

The sampler process imports this file by itself, so it imports nothing else of the package.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys

_SCHED_SETATTR = {"x86_64": 314, "aarch64": 274}

# The first version of Linux's `struct sched_attr`: size, policy (0 is the usual one), flags, nice, priority, then the
# slice, deadline and period in nanoseconds.
_SCHED_ATTR = struct.Struct("=IIQiIQQQ")

# The shortest slice that Linux grants.
_SLICE_NANOSECONDS = 100_000


def ask_for_shortest_time_slice() -> bool:
    """Ask for the shortest time slice for the calling thread; returns whether Linux agreed.

    The setting lasts as long as the thread, so only threads that the GIL lab itself starts should ask.
    """
    number = _SCHED_SETATTR.get(os.uname().machine) if sys.platform == "linux" else None
    if number is None:
        return False
    nice = os.getpriority(os.PRIO_PROCESS, 0)
    attributes = _SCHED_ATTR.pack(_SCHED_ATTR.size, 0, 0, nice, 0, _SLICE_NANOSECONDS, 0, 0)
    return bool(ctypes.CDLL(None).syscall(number, 0, attributes, 0) == 0)
