"""How long one call takes."""

from __future__ import annotations

import statistics
import timeit
from collections.abc import Callable
from typing import Any

#: Seconds that one batch lasts at least: long enough for the clock, and for the cost of reading it, not to count.
BATCH = 0.01

#: Seconds that all batches may take together, and how many there are at most.
BUDGET, BATCHES = 0.12, 9


def time_of(f: Callable[..., object], *args: Any) -> float:
    """Return how many seconds one call of ``f(*args)`` takes.

    The method is timeit's: the call is repeated in batches of 1, 2, 5, 10, … calls until a batch lasts 10 ms, garbage
    collection is off meanwhile, and a batch's time is divided by its calls. The result is the median of up to nine
    batches, which together take about 0.1 s. A call that takes longer than that is made once.

    What ``f`` raises propagates.

    Raises:
        TypeError: ``f`` cannot be called.
    """
    if not callable(f):
        raise TypeError(
            f"time_of takes a function and then its arguments, time_of(sum, numbers), and not {type(f).__name__}: "
            f"write the function's name without calling it."
        )
    names = [f"argument_{i}" for i in range(len(args))]
    # As local variables of the timed code, they are found as quickly as in a function that a person would write.
    timer = timeit.Timer(
        f"f({', '.join(names)})",
        "; ".join(["f = given_f", *(f"{name} = given_args[{i}]" for i, name in enumerate(names))]),
        globals={"given_f": f, "given_args": args},
    )
    calls, seconds = _first_long_batch(timer)
    batches = [seconds]
    while len(batches) < BATCHES and sum(batches) + seconds <= BUDGET:
        batches.append(timer.timeit(calls))
    return statistics.median(batches) / calls


def _first_long_batch(timer: timeit.Timer) -> tuple[int, float]:
    """As ``Timer.autorange``, which would go on until a batch lasts 0.2 s."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            calls = size * factor
            seconds = timer.timeit(calls)
            if seconds >= BATCH:
                return calls, seconds
        size *= 10
