"""Read the interpreter's own record of the GIL: who has it, and how often it changed hands.

CPython keeps one small structure for the lock, and its beginning has been the same since 3.2: the switch interval in
microseconds, the thread that has or last had the lock, whether it is taken, and a count of hand-overs. Where it lies differs
from version to version, so nothing is assumed: the interval is set to an unusual value and the structure that shows exactly
this value, this thread and a taken lock is looked for in the runtime's memory; a second value must show at the same place.
Where it is not found (another system, a later layout) there is no record to read, and the callers do without.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from dataclasses import dataclass
from functools import cache

from .switch_interval import switch_interval

# Intervals in microseconds that nobody chooses, and that no pointer or counter is likely to equal.
_MARKS = (123_457, 234_571)

# `_PyRuntime` is 441 KB in 3.11 and 752 KB in 3.13; the lock was found 360 and 96,104 bytes into it.
_SEARCHED_BYTES = 512 * 1024

HOLDER_OFFSET, LOCKED_OFFSET, SWITCHES_OFFSET = 8, 16, 24

#: Bytes from the structure's address to the end of its hand-over count.
RECORD_BYTES = 32


@dataclass(frozen=True)
class LockState:
    """The record of the GIL in this process, at `address`."""

    address: int

    @property
    def switches(self) -> int:
        """How often the lock went from one thread to a different one since the interpreter started."""
        return ctypes.c_ulong.from_address(self.address + SWITCHES_OFFSET).value

    @property
    def taken(self) -> bool:
        """Whether some thread has the lock; always true for Python code that asks."""
        return ctypes.c_int.from_address(self.address + LOCKED_OFFSET).value == 1

    @property
    def holder(self) -> int:
        """The address of the thread state that has, or last had, the lock."""
        return ctypes.c_size_t.from_address(self.address + HOLDER_OFFSET).value


@cache
def find_lock_state() -> LockState | None:
    """Find the record in this process, or None where it cannot be found. Takes about 10 ms, once per process."""
    if sys.platform != "linux" or ctypes.sizeof(ctypes.c_size_t) != 8:
        return None
    try:
        runtime = ctypes.addressof(ctypes.c_char.in_dll(ctypes.pythonapi, "_PyRuntime"))
        places = [set(_places(runtime, mark)) for mark in _MARKS]
    except (AttributeError, OSError, ValueError):
        return None
    both = places[0] & places[1]
    return LockState(both.pop()) if len(both) == 1 else None


def current_thread_state() -> int:
    """The address of the calling thread's state, comparable with `LockState.holder`."""
    function = ctypes.pythonapi.PyThreadState_Get
    function.restype = ctypes.c_void_p
    return int(function())


def _places(start: int, microseconds: int) -> list[int]:
    """Addresses that look like the lock's record while the switch interval is `microseconds`."""
    with switch_interval(microseconds / 1e6):
        # The interval may have been rounded on its way to an integer.
        wanted = struct.pack("=QQi", round(sys.getswitchinterval() * 1e6), current_thread_state(), 1)
        memory = _own_memory(start, _SEARCHED_BYTES)
    found = []
    at = memory.find(wanted)
    while at >= 0:
        if at % 8 == 0:
            found.append(start + at)
        at = memory.find(wanted, at + 1)
    return found


class _IoVec(ctypes.Structure):
    _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))


def _own_memory(start: int, length: int) -> bytes:
    """Copy this process's memory, as much of it as is mapped; the system call returns less where a pointer would crash."""
    buffer = ctypes.create_string_buffer(length)
    # `PyDLL` keeps the lock during the call, so that the record says "taken".
    read = ctypes.PyDLL(None, use_errno=True).process_vm_readv
    read.restype = ctypes.c_ssize_t
    local = _IoVec(ctypes.addressof(buffer), length)
    remote = _IoVec(start, length)
    count = read(os.getpid(), ctypes.byref(local), 1, ctypes.byref(remote), 1, 0)
    return buffer.raw[: max(count, 0)]
