"""Make several calls in a row between which the interpreter cannot switch to another thread.

The interpreter passes the GIL on only when its holder waits, or between two bytecodes. C code that makes the calls one
after the other executes no bytecode in between, so what is read after a native call is what was true when it returned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import call
from typing import Any


def call_without_switching(steps: Iterable[Callable[[], Any]]) -> tuple[Any, ...]:
    """Call each of `steps` without arguments and return their results; an exception of a step propagates.

    `tuple`, `map` and `operator.call` are written in C. No switch can happen as long as the steps are native too:
    bound methods of locks and lists, clocks, a `functools.partial` of a native function.
    """
    return tuple(map(call, tuple(steps)))
