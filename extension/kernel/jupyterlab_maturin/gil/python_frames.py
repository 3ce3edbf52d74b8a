"""Call a function and see whether any Python code ran inside the call."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any


def timed_call(function: Callable[[], Any]) -> tuple[float, bool]:
    """Call `function`; returns its duration in seconds and whether it was native all through.

    A call is native all through when no Python frame was entered by this thread: between two bytecodes the interpreter may
    let another thread in, inside native code it cannot. Where a profiler already listens the answer is no, since it
    runs Python code of its own. An exception of the function propagates.
    """
    if sys.getprofile() is not None:
        begin = time.perf_counter()
        function()
        return time.perf_counter() - begin, False

    entered = False

    def listen(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal entered
        entered = entered or event == "call"

    begin = time.perf_counter()
    sys.setprofile(listen)
    try:
        function()
    finally:
        sys.setprofile(None)
    return time.perf_counter() - begin, not entered
