"""The job of a trial: make calls, all at once or one after the other, and see whether they come back."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

# Seconds for which short calls are made again and again: a deadlock may need more than one meeting.
_SHORTEST_TRIAL = 0.03


def call_at_once(calls: Sequence[Callable[[], object]]) -> bool:
    """Make all `calls` at the same time, each in a thread, again and again when they are short.

    Returns whether any of them returned without raising. The exceptions are left to the calls that will be measured.
    """
    deadline = time.perf_counter() + _SHORTEST_TRIAL
    start = threading.Barrier(len(calls))
    returned: list[bool] = []

    def make_calls(call: Callable[[], object]) -> None:
        start.wait()
        while True:
            if not _returns(call):
                return
            returned.append(True)
            if time.perf_counter() > deadline:
                return

    threads = [threading.Thread(target=make_calls, args=(call,), daemon=True) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return bool(returned)


def call_in_turn(calls: Sequence[Callable[[], object]]) -> float:
    """Make the `calls` one after the other; returns how many seconds that took."""
    begin = time.perf_counter()
    for call in calls:
        _returns(call)
    return time.perf_counter() - begin


def _returns(call: Callable[[], object]) -> bool:
    try:
        call()
    # A panic of Rust code is a BaseException.
    except BaseException:  # noqa: BLE001
        return False
    return True
