"""Decide whether a call lets go of the GIL, without a stopwatch.

A worker thread waits for the GIL while this thread makes the call; if it ran before the call was over, the call gave the
lock away. Two things could spoil that, and each has its remedy:

- The interpreter itself hands the lock over when a thread has waited for a *switch interval*. It does so between two
  bytecodes, never inside native code. So a call that runs no Python code is made from C, with nothing before or behind it; any
  other call is made under a switch interval longer than the call.
- The worker may be too slow to use a short release. But a thread that lets go of the lock after another has *asked* for it waits
  until the other took it. So before a native call the worker gets the time to ask, and no release is too short.

A positive is certain and a negative is not quite: a worker that ran proves a release, a worker that did not run may have come
too late. So several tries are made and any positive decides.
"""

from __future__ import annotations

import ctypes
import statistics
import sys
import sysconfig
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any, Literal

from .child import run_in_child
from .other_threads import running_python_thread
from .prompt_thread import be_prompt
from .python_frames import timed_call
from .switch_interval import switch_interval
from .uninterrupted import uninterrupted

State = Literal["released", "held", "inconclusive"]

#: Calls shorter than this (seconds) are not said to hold the lock: a waiting thread may need that long to wake up.
SHORTEST_CALL = 0.001

#: Seconds that the worker waits before it asks for the lock, when the call is native.
ASKING_INTERVAL = 0.00005

#: Seconds. A Python thread that takes the lock during a try keeps the probe waiting for at most this long.
LONGEST_INTERVAL = 5.0


@dataclass(frozen=True)
class GilProbe:
    """What a probe found; true in a condition only when the lock was released.

    `state` is "released" (proved), "held" (nothing got in, in any try) or "inconclusive"; `reason` says in a sentence why.
    `tries` is how many calls were watched, `seconds` the median duration of one call (0.0 when none was made).
    """

    state: State
    reason: str
    tries: int
    seconds: float

    def __bool__(self) -> bool:
        return self.state == "released"

    def __str__(self) -> str:
        return f"{self.state}: {self.reason}"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """IPython's way to show it at the end of a cell: the sentence, and not the fields."""
        printer.text(str(self))

    def to_dict(self) -> dict[str, Any]:
        """The fields as a plain dict."""
        return asdict(self)


def releases_gil(
    function: Callable[..., Any], /, *args: Any, timeout: float | None = None, tries: int = 5, **kwargs: Any
) -> GilProbe:
    """Whether `function(*args, **kwargs)` lets other Python threads run during the call.

    The function is called once to see how long it takes and then at most `tries` times under watch; a call of 20 ms is
    long enough to be sure, one under 1 ms is "inconclusive" unless it was seen to release. It says *that* the lock was let
    go, not for how long: `computes_without_gil` says that.

    With `timeout` (seconds, for all calls together) the calls are made in a child process that is ended when the time is
    over; the child imports the function by its name. Without it a call that holds the lock and never returns can only be
    stopped by ending the process. A function with an argument of its own called `timeout` or `tries` goes into a
    `functools.partial`.

    Raises TypeError when `function` is not callable, and whatever the function raises. The switch interval is restored in
    every case. May be called from any thread.
    """
    check_callable(function, "releases_gil")
    if tries < 1:
        raise ValueError(f"releases_gil was asked for {tries} tries; ask for at least one.")
    if without_gil():
        return GilProbe("inconclusive", NO_GIL, 0, 0.0)
    if timeout is None:
        return _watch_calls(function, args, kwargs, tries)
    try:
        probe: GilProbe = run_in_child(_watch_calls, function, args, kwargs, tries, timeout=timeout)
    except TimeoutError as error:
        return GilProbe("inconclusive", str(error), 0, timeout)
    return probe


NO_GIL = "this interpreter runs without a GIL, so there is no lock to let go of."


def without_gil() -> bool:
    """Whether this interpreter runs without a GIL now (a free-threaded build may still switch it on)."""
    enabled = getattr(sys, "_is_gil_enabled", None)
    return not enabled() if enabled is not None else bool(sysconfig.get_config_var("Py_GIL_DISABLED"))


def check_callable(function: object, asker: str) -> None:
    """Raise TypeError, with the usual mistake in its message, when `function` cannot be called."""
    if not callable(function):
        raise TypeError(
            f"{asker} was given {function!r}, which is not callable; pass the function and its arguments "
            f"separately, {asker}(f, 1000) and not {asker}(f(1000))."
        )


def _watch_calls(
    wanted: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], tries: int
) -> GilProbe:
    function = partial(wanted, *args, **kwargs)
    first, native = timed_call(function)
    if rival := running_python_thread():
        return GilProbe("inconclusive", _rival(rival), 0, first)

    interval = ASKING_INTERVAL if native else min(max(10 * first, 0.1), LONGEST_INTERVAL)
    durations = [first]
    late = False
    with switch_interval(interval):
        for number in range(1, tries + 1):
            # Longer from try to try: on a busy machine the worker may not be up in the first millisecond.
            seconds, arrival = _watch_one_call(function, head_start=0.001 * 2 ** (number - 1))
            durations.append(seconds)
            if arrival is None:
                continue
            if native or arrival < interval:
                reason = f"another thread ran during {_ordinal(number)} call."
                return GilProbe("released", reason, number, statistics.median(durations))
            late = True

    median = statistics.median(durations)
    if late:
        reason = (
            f"a call took {max(durations):.1f} s, longer than the {interval:.1f} s for which the interpreter can be told not "
            "to switch threads by itself; give it less work."
        )
        return GilProbe("inconclusive", reason, tries, median)
    if median < SHORTEST_CALL:
        reason = (
            f"a call takes {median * 1e6:.0f} µs, too short to see a release; give it work for "
            f"{SHORTEST_CALL * 1e3:.0f} ms or more."
        )
        return GilProbe("inconclusive", reason, tries, median)
    if rival := running_python_thread():
        return GilProbe("inconclusive", _rival(rival), tries, median)
    reason = f"no other thread could run during {tries} calls of {median * 1e3:.1f} ms."
    if not native:
        reason += " Python code ran in them too, so releases of less than a few ms may be missed: probe the native function."
    return GilProbe("held", reason, tries, median)


def _watch_one_call(function: Callable[[], Any], head_start: float) -> tuple[float, float | None]:
    """Make one call; returns its duration and when the worker had the lock during it, in seconds since its start.

    The worker gets `head_start` seconds, with the lock held, to wake up and ask for the lock.
    """
    gate = threading.Lock()
    gate.acquire()
    arrivals: list[float] = []

    def wait_for_the_lock() -> None:
        be_prompt()
        gate.acquire()
        arrivals.append(time.perf_counter())

    # A daemon: should the call raise or be interrupted, nothing waits for it.
    worker = threading.Thread(target=wait_for_the_lock, name="gil-probe", daemon=True)
    start = time.perf_counter()
    worker.start()
    clock = time.perf_counter
    wait = partial(_usleep, round(head_start * 1e6))
    try:
        _, _, begin, _, seen, end = uninterrupted((gate.release, wait, clock, function, arrivals.copy, clock))
    finally:
        # Interrupted before the gate was opened, or the worker is through and does not mind.
        if gate.locked():
            gate.release()
        worker.join()
    return end - begin, seen[0] - start if seen else None


# `PyDLL` calls with the lock held, where `time.sleep` would let go of it.
_usleep = ctypes.PyDLL(None).usleep


def _rival(name: str) -> str:
    return f"another Python thread ({name}) is running and takes the lock whenever it is free; stop it and ask again."


def _ordinal(number: int) -> str:
    return {1: "the first", 2: "the second", 3: "the third"}.get(number, f"the {number}th")
