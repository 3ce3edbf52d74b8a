"""Ask the scheduler to start the calling thread promptly when it wakes up.

A thread that wakes up on a busy machine may have to wait until another's time slice (about 3 ms) is over. Linux lets a thread ask
for a shorter slice, without any privilege; a thread with a shorter slice goes before one with a longer (Linux 6.12 and
later). Older kernels prefer threads that have slept anyway.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys

_SYSCALL_NUMBERS = {"x86_64": 314, "aarch64": 274}

# The kernel's `struct sched_attr`, first version: size, policy (0 is the usual one), flags, nice, priority, then the
# slice, deadline and period in nanoseconds.
_SCHED_ATTR = struct.Struct("=IIQiIQQQ")

# The shortest slice that the kernel grants.
_SLICE_NANOSECONDS = 100_000


def be_prompt() -> bool:
    """Ask for the shortest time slice for the calling thread; returns whether the kernel agreed.

    It ends with the thread, so it is for threads that the lab itself starts.
    """
    number = _SYSCALL_NUMBERS.get(os.uname().machine) if sys.platform == "linux" else None
    if number is None:
        return False
    nice = os.getpriority(os.PRIO_PROCESS, 0)
    attributes = _SCHED_ATTR.pack(_SCHED_ATTR.size, 0, 0, nice, 0, _SLICE_NANOSECONDS, 0, 0)
    return bool(ctypes.CDLL(None).syscall(number, 0, attributes, 0) == 0)
