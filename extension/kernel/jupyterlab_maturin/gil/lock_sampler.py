"""Watch another process's lock: the program of the sampler process, run on its own.

Arguments, as text: process id, address of its lock's record, seconds between two looks, and the ids of its threads. Says "ready" on
standard output, looks until standard input ends, and then writes one packed sample after the other: the time
(`time.perf_counter`, one clock for all processes), the thread state that has the lock or 0, and for each thread the processor
time it has used, in nanoseconds and one more, negative when it sleeps (so not on a processor nor waiting for one). It imports nothing of this package, so that it starts fast.
"""

from __future__ import annotations

import array
import contextlib
import ctypes
import os
import select
import struct
import sys
import time

RECORD_BYTES = 32


class _IoVec(ctypes.Structure):
    _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))


def main(*arguments: str) -> None:
    """Sample until standard input ends. Ends with exit code 3 when the process may not be read."""
    pid, address, *threads = (int(word) for word in (*arguments[:2], *arguments[3:]))
    period = float(arguments[2])
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(RECORD_BYTES)
    local, remote = _IoVec(ctypes.addressof(buffer), RECORD_BYTES), _IoVec(address, RECORD_BYTES)
    local_at, remote_at = ctypes.byref(local), ctypes.byref(remote)
    # Interval, holder, locked, hand-overs: see `lock_state.py`.
    record = struct.Struct("=QQi4xQ")
    tasks = [f"/proc/{pid}/task/{thread}" for thread in threads]
    stats = [
        (os.open(f"{task}/stat", os.O_RDONLY), os.open(f"{task}/schedstat", os.O_RDONLY)) for task in tasks
    ]
    if libc.process_vm_readv(pid, local_at, 1, remote_at, 1, 0) != RECORD_BYTES:
        sys.exit(3)

    print("ready", flush=True)
    samples = array.array("d")
    holders = array.array("Q")
    used = array.array("q")
    while True:
        now = time.perf_counter()
        libc.process_vm_readv(pid, local_at, 1, remote_at, 1, 0)
        _, holder, locked, _ = record.unpack(buffer.raw)
        samples.append(now)
        holders.append(holder if locked else 0)
        for stat, schedstat in stats:
            spent = -1
            with contextlib.suppress(OSError):  # the thread has ended
                spent = int(os.pread(schedstat, 64, 0).split()[0]) + 1
                text = os.pread(stat, 128, 0)
                if not text[text.rindex(b")") + 2 :].startswith(b"R"):
                    spent = -spent
            used.append(spent)
        if select.select([0], [], [], period)[0]:
            break
    out = sys.stdout.buffer
    out.write(struct.pack("=Q", len(samples)) + samples.tobytes() + holders.tobytes() + used.tobytes())
    out.flush()
