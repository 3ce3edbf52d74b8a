"""What the machine can do, and what others do on it."""

from __future__ import annotations

import os
import time
from pathlib import Path

#: Busier than this (processors in use by others) and a measurement of scaling is not to be trusted.
TRUSTED_LOAD = 0.3


def cores() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def busy_cores(seconds: float = 0.2) -> float | None:
    """How many processors are in use while this thread sleeps for `seconds`; None where the system does not tell."""
    before = _jiffies()
    time.sleep(seconds)
    after = _jiffies()
    if before is None or after is None or after[1] == before[1]:
        return None
    share = (after[0] - before[0]) / (after[1] - before[1])
    return share * (os.cpu_count() or 1)


def _jiffies() -> tuple[int, int] | None:
    """Time in use and time altogether, of all processors since the machine started."""
    try:
        first = Path("/proc/stat").read_text().splitlines()[0]
    except OSError:
        return None
    # user, nice, system, idle, iowait, irq, softirq, steal; the guest times after them are counted in user already.
    times = [int(word) for word in first.split()[1:9]]
    return sum(times) - times[3] - times[4], sum(times)
