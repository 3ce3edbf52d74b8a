"""Call things one after the other with no bytecode between them.

The interpreter gives the lock away only when the holder waits or between two bytecodes. A chain of calls that C code runs
through has no "between", so what is read after a native call is what was true when the call returned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import call
from typing import Any


def uninterrupted(steps: Iterable[Callable[[], Any]]) -> tuple[Any, ...]:
    """Call each of `steps` without arguments and return their results; an exception of a step propagates.

    `tuple`, `map` and `operator.call` are all C. The chain is without a gap as far as its steps are native too: bound
    methods of locks and lists, clocks, `functools.partial` of a native function.
    """
    return tuple(map(call, tuple(steps)))
