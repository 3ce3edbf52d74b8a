"""Decide whether a call releases the GIL, without a stopwatch.

A worker thread waits for the GIL while this thread makes the call. If the worker ran before the call was over, the call
released the GIL. Two things could falsify that, and each is prevented:

- The interpreter takes the GIL from its holder when another thread has waited for a *switch interval*. It does so between
  two bytecodes, never inside native code. So a call that runs no Python code is made from C, with no bytecode right
  before or after it, and any other call is made under a switch interval that is longer than the call.
- The worker may be too slow to use a short release. But when another thread has *asked* for the GIL, the thread that
  releases it waits until that other thread took it. So before a native call the worker gets time to ask, and no release
  is too short.

A positive answer is certain: a worker that ran proves a release. A negative answer is not quite certain: a worker that did
not run may have come too late. So several tries are made, and a single positive one decides.
"""

from __future__ import annotations

import ctypes
import statistics
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any, Literal

from jupyterlab_maturin.foreign.visible import visible
from jupyterlab_maturin.gil.display.durations import in_words
from jupyterlab_maturin.gil.preconditions import NO_GIL, check_callable, runs_without_gil
from jupyterlab_maturin.gil.probe.native_calls import PythonInside
from jupyterlab_maturin.gil.probe.running_threads import running_python_thread
from jupyterlab_maturin.gil.system.switch_interval import switch_interval
from jupyterlab_maturin.gil.system.time_slice import ask_for_shortest_time_slice
from jupyterlab_maturin.gil.system.without_switching import call_without_switching

State = Literal["released", "held", "inconclusive"]

#: Seconds. A shorter call is never reported to hold the GIL, because a waiting thread may need that long to wake up.
SHORTEST_CALL = 0.001

#: Seconds that the worker waits before it asks for the GIL, when the call is native.
ASKING_INTERVAL = 0.00005

#: Seconds. A Python thread that takes the GIL during a try keeps the probe waiting for at most this long.
LONGEST_INTERVAL = 5.0


@dataclass(frozen=True)
class GilProbe:
    """What a probe found. It is true in a condition only when the GIL was released.

    `state` is "released" (which is proved), "held" (no other thread could run in any try) or "inconclusive"; `reason` gives
    the reason in a sentence. `tries` is the number of calls that were watched, `seconds` the median duration of one call
    (0.0 when none was made).
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
        """Make IPython show the sentence at the end of a cell, rather than the fields."""
        printer.text(visible(str(self)))

    def to_dict(self) -> dict[str, Any]:
        """The fields as a plain dict."""
        return asdict(self)


def releases_gil(
    function: Callable[..., Any], /, *args: Any, timeout: float | None = None, tries: int = 5, **kwargs: Any
) -> GilProbe:
    """Find out whether `function(*args, **kwargs)` lets other Python threads run during the call.

    The function is called once to see how long it takes, and then for at most `tries` calls more. A call of 20 ms is long
    enough for a clear answer; a call under 1 ms is "inconclusive" unless it was seen to release the GIL. The first call
    decides when only that one is long enough, because it prepares something once. The probe tells *that* the GIL
    was released, not for how long: use `computes_without_gil` for that.

    With `timeout` (seconds, for all calls together) the calls are made in a child process, which is killed when the time
    is over; the child imports the function by its name. Without a timeout, the only way to stop a call that holds the
    GIL and never returns is to kill this process. When the function itself has an argument called `timeout` or `tries`,
    pass a `functools.partial`.

    Raises TypeError when `function` is not callable, and whatever the function raises. The switch interval is restored in
    every case. May be called from any thread.
    """
    check_callable(function, "releases_gil")
    if tries < 1:
        raise ValueError(f"releases_gil was asked for {tries} tries; ask for at least one.")
    if runs_without_gil():
        return GilProbe("inconclusive", NO_GIL, 0, 0.0)
    if timeout is None:
        return _watch_calls(function, args, kwargs, tries)
    # Imported here because it brings multiprocessing, which most probes do not need.
    from jupyterlab_maturin.gil.children.run_in_child import run_in_child

    try:
        probe: GilProbe = run_in_child(_watch_calls, function, args, kwargs, tries, timeout=timeout)
    except TimeoutError as error:
        return GilProbe("inconclusive", str(error), 0, timeout)
    return probe


def _watch_calls(
    wanted: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], tries: int
) -> GilProbe:
    function = partial(wanted, *args, **kwargs)
    if rival := running_python_thread():
        return GilProbe("inconclusive", _rival(rival), 0, 0.0)
    first, native, first_released = _watch_first_call(function)
    if rival := running_python_thread():
        return GilProbe("inconclusive", _rival(rival), 0, first)

    interval = ASKING_INTERVAL if native else min(max(10 * first, 0.1), LONGEST_INTERVAL)
    durations: list[float] = []
    late = False
    with switch_interval(interval):
        for number in range(1, tries + 1):
            # The head start doubles from try to try: on a busy machine the worker may need more than a millisecond.
            seconds, arrival = _watch_one_call(function, head_start=0.001 * 2 ** (number - 1))
            durations.append(seconds)
            if arrival is None:
                continue
            if native or arrival < interval:
                reason = f"another thread ran during {_ordinal(number)} call."
                return GilProbe("released", reason, number, statistics.median([first, *durations]))
            late = True

    median = statistics.median(durations)
    if late:
        reason = (
            f"a call took {max(durations):.1f} s, longer than the {interval:.1f} s for which the interpreter can be told not "
            "to switch threads by itself; give it less work."
        )
        return GilProbe("inconclusive", reason, tries, median)
    if median < SHORTEST_CALL:
        return _too_short(first, first_released, median, tries)
    if rival := running_python_thread():
        return GilProbe("inconclusive", _rival(rival), tries, median)
    reason = f"no other thread could run during {tries} calls of {median * 1e3:.1f} ms."
    if first_released:
        reason += f" Only the very first call, of {in_words(first)}, let one run: it does something else than later ones."
    if not native:
        reason += (
            " Python code ran in these calls too, so releases shorter than a few ms may be missed: probe the native "
            "function itself."
        )
    return GilProbe("held", reason, tries, median)


def _too_short(first: float, first_released: bool, median: float, tries: int) -> GilProbe:
    """What to answer when later calls are too short: the first one may have been long enough, and decide."""
    if first < SHORTEST_CALL or first < 10 * median:
        reason = (
            f"a call takes {median * 1e6:.0f} µs, too short to see a release; give it work for "
            f"{SHORTEST_CALL * 1e3:.0f} ms or more."
        )
        return GilProbe("inconclusive", reason, tries, median)
    once = f"later calls take {in_words(median)}, too short to see a release, so it prepares something once"
    if first_released:
        reason = f"another thread ran during the first call, which took {in_words(first)}; {once}."
        return GilProbe("released", reason, 1, median)
    reason = (
        f"no other thread could run during the first call, which took {in_words(first)}, but one call is not enough to tell; "
        f"{once}. Give it work that takes {SHORTEST_CALL * 1e3:.0f} ms or more each time."
    )
    return GilProbe("inconclusive", reason, tries, median)


def _watch_first_call(function: Callable[[], Any]) -> tuple[float, bool, bool]:
    """Make the first call; returns its duration, whether it was native, and whether another thread ran meanwhile.

    Nothing is known of the call yet, so it is made under the longest interval, and under a profiler's eyes.
    """
    inside = PythonInside()
    try:
        with switch_interval(LONGEST_INTERVAL):
            seconds, arrival = _watch_one_call(function, 0.001, inside)
    finally:
        inside.stop()
    return seconds, not inside.found, arrival is not None and (not inside.found or arrival < LONGEST_INTERVAL)


def _watch_one_call(
    function: Callable[[], Any], head_start: float, inside: PythonInside | None = None
) -> tuple[float, float | None]:
    """Make one call, to which `inside` listens if there is one.

    Returns its duration, and how many seconds after the start the worker got the GIL during the call (None when it did
    not). The worker has `head_start` seconds, during which this thread holds the GIL, to wake up and ask for it.
    """
    gate = threading.Lock()
    gate.acquire()
    arrivals: list[float] = []

    def wait_for_the_gil() -> None:
        ask_for_shortest_time_slice()
        gate.acquire()
        arrivals.append(time.perf_counter())

    # A daemon thread, so that nothing waits for it when the call raises or is interrupted.
    worker = threading.Thread(target=wait_for_the_gil, name="gil-probe", daemon=True)
    start = time.perf_counter()
    worker.start()
    clock = time.perf_counter
    wait = partial(_usleep, round(head_start * 1e6))
    listen, rest = (inside.begin, inside.end) if inside else (clock, clock)
    try:
        _, _, _, begin, _, seen, end, _ = call_without_switching(
            (gate.release, wait, listen, clock, function, arrivals.copy, clock, rest)
        )
    finally:
        # The gate is locked when an interrupt came before it was opened, or when the worker has already passed it, which
        # does no harm.
        if gate.locked():
            gate.release()
        worker.join()
    return end - begin, seen[0] - start if seen else None


# Called through `PyDLL`, it sleeps while holding the GIL; `time.sleep` would release it.
_usleep = ctypes.PyDLL(None).usleep


def _rival(name: str) -> str:
    return (
        f"another Python thread ({name}) is running and takes the GIL whenever it is free; "
        "stop that thread and ask again."
    )


def _ordinal(number: int) -> str:
    return {1: "the first", 2: "the second", 3: "the third"}.get(number, f"the {number}th")
