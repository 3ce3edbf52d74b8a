"""Look at another process's GIL: the program of the sampler process, which runs on its own.

It writes "ready" to standard output, takes samples until its standard input ends, and then writes them all with `marshal`.
Each sample is a tuple of the time (`time.perf_counter`, which is one clock for all processes), the thread state that held
the GIL (0 when it was free), and a pair for each thread: how many nanoseconds of processor time it had used, and whether it
was ready to run, so on a processor or waiting for one.

It is started without the package around it, because importing that would take longer than everything else it does before
its first sample. So it imports two files of the package by their bare names, and `recording.py` puts their folder on the
path.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import select
import struct
import sys
import time

from process_memory import MemoryReader
from time_slice import ask_for_shortest_time_slice


def main(pid: str, address: str, layout: str, period: str, *threads: str) -> None:
    """Take samples until standard input ends. Ends with exit code 3 when the process may not be read.

    `address` is that of the GIL's record in the process `pid`, `layout` the record's format for `struct`, `period` the
    seconds between two samples; `threads` are the system's ids of the threads to watch.
    """
    ask_for_shortest_time_slice()
    record = struct.Struct(layout)
    memory = MemoryReader(int(pid), int(address), record.size)
    tasks = [f"/proc/{pid}/task/{thread}" for thread in threads]
    stats = [
        (os.open(f"{task}/stat", os.O_RDONLY), os.open(f"{task}/schedstat", os.O_RDONLY)) for task in tasks
    ]
    if len(memory.read()) != record.size:
        sys.exit(3)

    print("ready", flush=True)
    samples = []
    while True:
        now = time.perf_counter()
        content = memory.read()
        if len(content) != record.size:  # the process has ended
            break
        _, holder, taken, _ = record.unpack(content)
        used = []
        for stat, schedstat in stats:
            pair = (0, False)
            with contextlib.suppress(OSError):  # the thread has ended
                nanoseconds = int(os.pread(schedstat, 64, 0).split()[0])
                text = os.pread(stat, 128, 0)
                pair = (nanoseconds, text[text.rindex(b")") + 2 :].startswith(b"R"))
            used.append(pair)
        samples.append((now, holder if taken else 0, used))
        if select.select([0], [], [], float(period))[0]:
            break
    with contextlib.suppress(BrokenPipeError):  # the process has ended, and nobody reads this any more
        sys.stdout.buffer.write(marshal.dumps(samples))
        sys.stdout.buffer.flush()
