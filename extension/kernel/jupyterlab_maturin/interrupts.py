"""Protect a stretch of code from Ctrl-C."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def hold_interrupts() -> Iterator[None]:
    """Hold back SIGINT while the body runs; an interrupt that came meanwhile is delivered right afterwards.

    Blocking the signal for this thread would not be enough: another thread would receive it, and Python would still
    raise ``KeyboardInterrupt`` in this one. Outside the main thread, where Python never raises it, this does nothing.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    arrived: list[tuple[int, FrameType | None]] = []
    previous = signal.signal(signal.SIGINT, lambda number, frame: arrived.append((number, frame)))
    try:
        yield
    finally:
        # `None` means that the handler was not set from Python, and it cannot be put back from Python either.
        signal.signal(signal.SIGINT, signal.default_int_handler if previous is None else previous)
        if arrived and callable(previous):
            previous(*arrived[0])
