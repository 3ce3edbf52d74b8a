"""Set the interpreter's switch interval for a while, and restore it whatever happens.

The switch interval is how long a thread waits for the GIL before it asks the holder to release it. It is one value for
the whole process, so only one measurement at a time may change it.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

# Re-entrant, because a probed function may itself call a probe.
_one_at_a_time = threading.RLock()


@contextmanager
def switch_interval(seconds: float) -> Iterator[None]:
    """Set the switch interval to `seconds` inside the block, and restore the earlier one afterwards in every case.

    A thread that already waits for the GIL still counts by the earlier interval. The block therefore begins
    after twice that time: by then no thread asks for the GIL because of an interval that no longer applies.
    """
    with _one_at_a_time:
        before = sys.getswitchinterval()
        try:
            sys.setswitchinterval(seconds)
            time.sleep(2 * before)
            yield
        finally:
            sys.setswitchinterval(before)
