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


class OthersOnTheMachine:
    """Counts from its creation what processors do for others than this process and its children."""

    def __init__(self) -> None:
        self._begin = time.perf_counter()
        self._used = _used_by_others()

    def cores(self) -> float | None:
        """How many processors others kept busy, on average, until now; None where the system does not tell.

        Children count as others until they have ended and been waited for.
        """
        used = _used_by_others()
        if used is None or self._used is None:
            return None
        return max(0.0, (used - self._used) / (time.perf_counter() - self._begin))


def _used_by_others() -> float | None:
    """Processor seconds since the machine started, without those of this process and its ended children."""
    try:
        first = Path("/proc/stat").read_text().splitlines()[0]
    except OSError:
        return None
    # user, nice, system, idle, iowait, irq, softirq, steal; the guest times after them are counted in user already.
    ticks = [int(word) for word in first.split()[1:9]]
    busy = (sum(ticks) - ticks[3] - ticks[4]) / os.sysconf("SC_CLK_TCK")
    return busy - sum(os.times()[:4])
