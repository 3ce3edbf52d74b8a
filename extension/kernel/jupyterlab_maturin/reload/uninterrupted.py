"""A stretch of code that Ctrl-C cannot tear in two."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold back SIGINT while the body runs; it arrives right after.

    Masking the signal would not do: it would reach another thread, and Python would still raise in this one.
    Outside the main thread, where Ctrl-C never raises, this does nothing.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    arrived: list[tuple[int, FrameType | None]] = []
    previous = signal.signal(signal.SIGINT, lambda number, frame: arrived.append((number, frame)))
    try:
        yield
    finally:
        # `None` stands for a handler that was not set from Python, which cannot be set again from here either.
        signal.signal(signal.SIGINT, signal.default_int_handler if previous is None else previous)
        if arrived and callable(previous):
            previous(*arrived[0])
