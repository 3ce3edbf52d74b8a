"""Tell whether any Python code ran inside a call."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any


class PythonInside:
    """Listens to this thread between two native steps, `begin` and `end`, and tells whether Python code ran in between.

    A call is native when its thread enters no Python frame: the interpreter may switch threads between two bytecodes, but
    not inside native code. When a profiler is already installed the answer is that Python code ran, because the
    profiler's own code runs inside the call. After an exception between the steps, `stop` takes the place of `end`.
    """

    def __init__(self) -> None:
        self._profiler = sys.getprofile()
        self.found = self._profiler is not None
        # Native, so that no bytecode runs between a step and the call.
        self.begin: Callable[[], Any] = partial(sys.setprofile, self._profiler or self._listen)
        self.end: Callable[[], Any] = partial(sys.setprofile, self._profiler)

    def stop(self) -> None:
        """Install again what was installed before."""
        self.end()

    def _listen(self, _frame: FrameType, event: str, _argument: Any) -> None:
        self.found = self.found or event == "call"
