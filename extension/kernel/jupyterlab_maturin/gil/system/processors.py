"""How many processors this process may use, and how busy other programs keep them."""

from __future__ import annotations

import os
import time
from pathlib import Path

#: When other programs keep more processors busy than this, on average, a measurement of speed is not to be trusted.
TRUSTED_LOAD = 0.3


def usable_processors() -> int:
    """The number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class LoadByOthers:
    """Measures, from its creation on, how busy programs other than this process and its children keep the processors."""

    def __init__(self) -> None:
        self._begin = time.perf_counter()
        self._used = _seconds_used_by_others()

    def processors(self) -> float | None:
        """How many processors others have kept busy so far, on average; None where the system does not say.

        A child process counts as another program until it has ended and has been waited for.
        """
        used = _seconds_used_by_others()
        if used is None or self._used is None:
            return None
        return max(0.0, (used - self._used) / (time.perf_counter() - self._begin))


def _seconds_used_by_others() -> float | None:
    """Processor seconds since the machine started, without those of this process and its ended children."""
    try:
        first = Path("/proc/stat").read_text().splitlines()[0]
    except OSError:
        return None
    # user, nice, system, idle, iowait, irq, softirq, steal. The guest times that follow are already part of user.
    ticks = [int(number) for number in first.split()[1:9]]
    busy = (sum(ticks) - ticks[3] - ticks[4]) / os.sysconf("SC_CLK_TCK")
    return busy - sum(os.times()[:4])
