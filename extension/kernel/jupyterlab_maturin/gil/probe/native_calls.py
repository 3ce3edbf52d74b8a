"""Time a call, and tell whether any Python code ran inside it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any


def timed_call(function: Callable[[], Any]) -> tuple[float, bool]:
    """Call `function`; returns its duration in seconds and whether the call was native from beginning to end.

    It was native when this thread entered no Python frame: the interpreter may switch threads between two bytecodes, but
    not inside native code. When a profiler is already installed the answer is False, because the profiler's own Python
    code runs inside the call. An exception of the function propagates.
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
