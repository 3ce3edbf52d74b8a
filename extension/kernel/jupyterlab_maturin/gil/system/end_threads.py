"""Make threads end when the measurement that started them was interrupted."""

from __future__ import annotations

import ctypes
import sys
import threading
from collections.abc import Iterable


def end_threads(threads: Iterable[threading.Thread]) -> None:
    """Raise SystemExit in each of `threads` that still runs; in native code it takes effect when the call returns.

    So at most the call that is being made is made to its end, and none after it.
    """
    # Python 3.11 calls a thread ended when waiting for it was interrupted; the interpreter's own list knows better.
    running = sys._current_frames()
    for thread in threads:
        if thread.ident in running:
            ctypes.pythonapi.PyThreadState_SetAsyncExc(
                ctypes.c_ulong(thread.ident), ctypes.py_object(SystemExit)
            )
