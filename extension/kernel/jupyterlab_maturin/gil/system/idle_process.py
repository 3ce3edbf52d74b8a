"""Tell whether another process computes, or only waits."""

from __future__ import annotations

import os
import time
from pathlib import Path

# A thread that waits for the GIL wakes up two hundred times a second, and uses about 0.5 % of a processor for it.
_COMPUTES = 0.03


class IdleProcess:
    """Measures for how long the process `pid` has only been waiting."""

    def __init__(self, pid: int) -> None:
        self._stat = Path(f"/proc/{pid}/stat")
        self._since, self._used = time.monotonic(), self._processor_seconds()

    def seconds(self) -> float:
        """For how many seconds, up to now, it has hardly used a processor; 0.0 where the system does not tell."""
        now, used = time.monotonic(), self._processor_seconds()
        if used is None or self._used is None:
            return 0.0
        if used - self._used > max(_COMPUTES * (now - self._since), 2 / os.sysconf("SC_CLK_TCK")):
            self._since, self._used = now, used
        return now - self._since

    def _processor_seconds(self) -> float | None:
        try:
            fields = self._stat.read_text().rpartition(")")[2].split()
        except OSError:
            return None
        # `utime` and `stime`, of all threads together: fields 14 and 15 of the whole line.
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
