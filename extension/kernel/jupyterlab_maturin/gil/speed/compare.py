"""Time functions against each other with timeit, in turns, as pyperf does."""

from __future__ import annotations

import statistics
import timeit
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from jupyterlab_maturin.gil.display.durations import in_words
from jupyterlab_maturin.gil.display.result import ShownResult
from jupyterlab_maturin.gil.preconditions import check_callable
from jupyterlab_maturin.gil.speed.builds import build_warnings
from jupyterlab_maturin.gil.speed.first_call import prepares_once
from jupyterlab_maturin.gil.system.processors import TRUSTED_LOAD, LoadByOthers

if TYPE_CHECKING:
    import altair

# Seconds that one run of the loop should take: long compared with the clock's resolution and with an interrupt.
_RUN = 0.02

_REPEATS = 9


@dataclass(frozen=True)
class Timing:
    """`runs` are seconds per call; each is the mean of a loop of `loops` calls."""

    name: str
    loops: int
    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        """Seconds per call."""
        return statistics.median(self.runs)

    @property
    def spread(self) -> float:
        """The interquartile range: the middle half of the runs lies within so many seconds."""
        first, _, third = statistics.quantiles(self.runs, n=4)
        return third - first


@dataclass(frozen=True)
class Comparison(ShownResult):
    """The timings in the order given, and `warnings` about what makes them unfair, one sentence each."""

    timings: tuple[Timing, ...]
    warnings: tuple[str, ...]

    def records(self) -> list[dict[str, Any]]:
        """A row for each function: median and spread in microseconds, and how many times as fast as the first it is."""
        first = self.timings[0].median
        return [
            {
                "function": timing.name,
                "µs per call": 1e6 * timing.median,
                "spread, µs": 1e6 * timing.spread,
                "times as fast": first / timing.median,
                "loops": timing.loops,
            }
            for timing in self.timings
        ]

    def verdict(self) -> str:
        """In words: the fastest function compared with the first, and the warnings."""
        first = self.timings[0]
        best = min(self.timings, key=lambda timing: timing.median)
        if best is first:
            found = f"{first.name} is the fastest: {in_words(first.median)} per call."
        else:
            found = f"{best.name} is {first.median / best.median:.3g} times as fast as {first.name}."
        return " ".join([found, *(f"Careful: {warning}" for warning in self.warnings)])

    def chart(self) -> altair.TopLevelMixin:
        """Time per call as an Altair chart."""
        from jupyterlab_maturin.gil.display.charts import compare_chart

        return compare_chart({timing.name: timing.runs for timing in self.timings})


def compare(functions: Mapping[str, Callable[..., Any]], /, *args: Any) -> Comparison:
    """Time `function(*args)` for each of the named functions.

    Each function is called in loops that take 20 ms or more, nine times. The functions take turns, and the garbage
    collector is off during each loop. The result warns of a module that was built without optimisation, of a function that a
    newer build has replaced, and of a busy machine.

    Raises TypeError for what is not callable, ValueError when there is nothing to compare, and what a call raises.
    """
    if not functions:
        raise ValueError("compare was given no functions; give it a dict of names and functions.")
    for function in functions.values():
        check_callable(function, "compare")
    warnings = build_warnings(functions)
    load = LoadByOthers()
    timers = {name: timeit.Timer(partial(function, *args)) for name, function in functions.items()}
    first = {name: timer.timeit(1) for name, timer in timers.items()}
    loops = {name: _calibrate(timer) for name, timer in timers.items()}
    runs: dict[str, list[float]] = {name: [] for name in functions}
    for _ in range(_REPEATS):
        for name, timer in timers.items():
            runs[name].append(timer.timeit(loops[name]) / loops[name])
    others = load.processors()
    if others is not None and others > TRUSTED_LOAD:
        warnings.append(
            f"other programs kept {others:.1f} cores busy, so the times vary more than the functions themselves do."
        )
    timings = tuple(Timing(name, loops[name], tuple(runs[name])) for name in functions)
    for timing in timings:
        warnings += prepares_once(timing.name, first[timing.name], timing.median)
    return Comparison(timings, tuple(warnings))


def _calibrate(timer: timeit.Timer) -> int:
    """Find a number of calls that takes long enough."""
    loops = 1
    while (seconds := timer.timeit(loops)) < _RUN:
        loops = max(2 * loops, min(10 * loops, round(loops * _RUN / max(seconds, 1e-9))))
    return loops
