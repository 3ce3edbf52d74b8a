"""Hold the interpreter's switch interval at a value, and give it back whatever happens.

The switch interval is how long a thread that waits for the lock waits before it asks the holder to let go. It belongs to
the whole process, so only one measurement at a time may change it.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

# Re-entrant, because a probed function may itself probe.
_one_at_a_time = threading.RLock()


@contextmanager
def switch_interval(seconds: float) -> Iterator[None]:
    """Set the switch interval to `seconds` inside the block; the interval found is restored on every way out.

    Threads that already wait for the lock measure their patience by the old interval, so the block begins after that has
    passed: none of them asks for the lock because of a time that is no longer in force.
    """
    with _one_at_a_time:
        before = sys.getswitchinterval()
        try:
            sys.setswitchinterval(seconds)
            time.sleep(2 * before)
            yield
        finally:
            sys.setswitchinterval(before)
