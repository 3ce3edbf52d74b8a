"""Read the interpreter's own record of the GIL: which thread has it, and how often it changed hands.

CPython keeps one small structure for the GIL. Its beginning has been the same since 3.2: the switch interval in
microseconds, the thread that has the GIL (or had it last), whether it is taken, and a count of hand-overs. Its address
differs from version to version, so it is searched for: the switch interval is set to an unusual value, and the
runtime's memory is searched for a structure with exactly this interval, this thread and a taken GIL. A second unusual
value must then show up at the same address. When the search fails (on another system, or with a later layout),
the callers do without the record.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from functools import cache
from typing import NamedTuple

from jupyterlab_maturin.gil.system.process_memory import MemoryReader
from jupyterlab_maturin.gil.system.switch_interval import switch_interval

#: How the record lies in memory: the fields of `GilRecord`, with four bytes of padding after the third.
LAYOUT = struct.Struct("=QQi4xQ")

# Intervals in microseconds that nobody chooses, and that no pointer or counter is likely to equal.
_UNUSUAL_INTERVALS = (123_457, 234_571)

# `_PyRuntime` has 441 KB in Python 3.11 and 752 KB in 3.13; the record was found 360 and 96,104 bytes into it.
_SEARCHED_BYTES = 512 * 1024


class GilRecord(NamedTuple):
    """What the record said when it was read.

    `interval` is the switch interval in microseconds, `holder` the address of the state of the thread that holds the GIL or
    held it last, `taken` 1 when a thread holds it (always, for Python code that asks: it holds the GIL itself), and
    `hand_overs` how often the GIL has gone from one thread to a different one since the interpreter started.
    """

    interval: int
    holder: int
    taken: int
    hand_overs: int


def read_gil_record(address: int) -> GilRecord:
    """Read this process's record, which lies at `address`."""
    return GilRecord(*LAYOUT.unpack(ctypes.string_at(address, LAYOUT.size)))


@cache
def find_gil_record() -> int | None:
    """The address of this process's record; None where it cannot be found. The search takes about 10 ms, once."""
    if sys.platform != "linux" or ctypes.sizeof(ctypes.c_size_t) != 8:
        return None
    try:
        runtime = ctypes.addressof(ctypes.c_char.in_dll(ctypes.pythonapi, "_PyRuntime"))
        found = [_candidates(runtime, interval) for interval in _UNUSUAL_INTERVALS]
    except (AttributeError, OSError, ValueError):
        return None
    both = found[0] & found[1]
    return both.pop() if len(both) == 1 else None


def current_thread_state() -> int:
    """The address of the calling thread's state; it can be compared with `GilRecord.holder`."""
    function = ctypes.pythonapi.PyThreadState_Get
    function.restype = ctypes.c_void_p
    return int(function())


def _candidates(start: int, microseconds: int) -> set[int]:
    """Addresses of what looks like the record while the switch interval is `microseconds`."""
    # PyDLL holds the GIL during the call, so the record says "taken".
    memory = MemoryReader(os.getpid(), start, _SEARCHED_BYTES, ctypes.PyDLL)
    with switch_interval(microseconds / 1e6):
        # Converting the interval to an integer may have rounded it.
        wanted = struct.pack("=QQi", round(sys.getswitchinterval() * 1e6), current_thread_state(), 1)
        content = memory.read()
    found = set()
    at = content.find(wanted)
    while at >= 0:
        if at % 8 == 0:
            found.add(start + at)
        at = content.find(wanted, at + 1)
    return found
