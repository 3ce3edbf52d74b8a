"""Measure for how much of a call the GIL is free, and how often the call releases it.

A worker thread takes the GIL about ten thousand times a second and notes when it got it. While the call holds the GIL the
worker gets nothing. On a busy machine the worker is also late for want of a processor; two counts keep that from being
mistaken for a call that holds the GIL:

- The interpreter counts how often the GIL changes hands. When that count has not moved between two notes, no other thread
  had the GIL in between, however much time passed.
- The system counts how often a thread waited. A worker that waited once since its last note was asleep, and found the
  GIL free when it woke up. One that waited twice also had to wait for a taken GIL.

What is divided into shares is the processor time of the call and of the threads it started, not elapsed time: when
a busy machine interrupts a computation, the part it interrupted does not count for more.
"""

from __future__ import annotations

import itertools
import statistics
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from jupyterlab_maturin.gil.children.run_in_child import run_in_child
from jupyterlab_maturin.gil.display.durations import in_words
from jupyterlab_maturin.gil.preconditions import NO_GIL, check_callable, runs_without_gil
from jupyterlab_maturin.gil.probe.native_calls import PythonInside
from jupyterlab_maturin.gil.probe.releases_gil import ASKING_INTERVAL, LONGEST_INTERVAL, GilProbe
from jupyterlab_maturin.gil.system.gil_record import find_gil_record, read_gil_record
from jupyterlab_maturin.gil.system.switch_interval import switch_interval
from jupyterlab_maturin.gil.system.thread_waits import own_waits
from jupyterlab_maturin.gil.system.time_slice import ask_for_shortest_time_slice
from jupyterlab_maturin.gil.system.without_switching import call_without_switching

#: Seconds. A shorter call holds too few of the worker's notes for a share to mean anything.
SHORTEST_CALL = 0.005

# Seconds that the worker sleeps between two notes, so that the call can have the GIL. The system adds about as much.
_PAUSE = 0.00005

_TRIES = 5

# A call that uses a processor for less than this share of its duration sleeps or waits, and is measured by duration.
_COMPUTES = 0.05


@dataclass(frozen=True)
class GilCoverage(GilProbe):
    """A probe that also tells for how much of the call the GIL was free; it is true only when that was enough.

    `free` is the share (0 to 1) of the call's computing during which the GIL was free, or of its duration when the call
    hardly computes. `handbacks` is how often, at least, the call released the GIL: 0 means never, 1 once, and a large
    number that it took the GIL again and again. Both come from the try with the largest `free`.
    """

    free: float = 0.0
    handbacks: int = 0


def computes_without_gil(
    function: Callable[..., Any], /, *args: Any, timeout: float = 30.0, share: float = 0.75, **kwargs: Any
) -> GilCoverage:
    """Find out whether the GIL is free for at least `share` of what `function(*args, **kwargs)` computes.

    The state is "released" when it is and "held" when it is not; a call that computes first and releases the GIL
    afterwards, or releases it for a moment and then computes, is "held". It is "inconclusive" when a call takes less than
    5 ms, or all calls together more than `timeout` seconds; when only the first call is longer, because it prepares
    something once, that one can decide. A release that covers the computation gives a share of 0.9
    and more, even when the GIL is taken for a moment after every 70 µs of work; a release for the first tenth gives 0.1.

    The calls, at most six, are made in a child process. So `function` must be importable, and a faulty one cannot block
    or crash this process. Raises TypeError for what cannot be called or sent to a child, and whatever the function raises.
    """
    check_callable(function, "computes_without_gil")
    if not 0 < share <= 1:
        raise ValueError(f"computes_without_gil was given the share {share}; give one above 0 and up to 1.")
    if runs_without_gil():
        return GilCoverage("inconclusive", NO_GIL, 0, 0.0)
    try:
        coverage: GilCoverage = run_in_child(_measure, function, args, kwargs, share, timeout=timeout)
    except TimeoutError as error:
        return GilCoverage("inconclusive", str(error), 0, timeout)
    return coverage


@dataclass(frozen=True)
class _Note:
    """The worker had the GIL at `time`.

    By then the GIL had changed hands `hand_overs` times, the worker had waited `waits` times, and the other threads of the
    process had used `computed` seconds of processor time.
    """

    time: float
    hand_overs: int
    waits: int
    computed: float


@dataclass(frozen=True)
class _WatchedCall:
    """One call from `begin` to `end`.

    `computed` is the processor time used before and after it (seconds), `notes` what the worker noted during it, `pause`
    the usual time between two of the worker's notes.
    """

    begin: float
    end: float
    computed: tuple[float, float]
    notes: Sequence[_Note]
    pause: float

    @property
    def seconds(self) -> float:
        """How long the call took."""
        return self.end - self.begin


def _measure(
    function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], share: float
) -> GilCoverage:
    call = partial(function, *args, **kwargs)
    # The search sets other switch intervals, and waits for as long as the one before may last: so not inside the longest.
    find_gil_record()
    inside = PythonInside()
    try:
        with switch_interval(LONGEST_INTERVAL):
            first = _watch_one_call(call, inside)
    finally:
        inside.stop()
    durations: list[float] = []
    best = (0.0, 0)
    # In a native call the worker may ask for the GIL at once: the interpreter then makes sure that it gets every release.
    with switch_interval(LONGEST_INTERVAL if inside.found else ASKING_INTERVAL):
        for _ in range(_TRIES):
            watched = _watch_one_call(call)
            durations.append(watched.seconds)
            best = max(best, _free_share(watched))
            if best[0] >= share:
                break
    tries = len(durations)
    seconds = statistics.median(durations)
    if seconds < SHORTEST_CALL <= first.seconds and first.seconds >= 10 * seconds:
        return _judge_first_call(first, seconds, share)
    free, handbacks = best
    found = f"the GIL was free for {free:.0%} of a call of {seconds * 1e3:.1f} ms ({_how_often(handbacks)})"
    if free >= share:
        return GilCoverage("released", f"{found}.", tries, seconds, free, handbacks)
    if seconds < SHORTEST_CALL:
        reason = (
            f"a call takes {seconds * 1e3:.2f} ms, too short to see for how much of it the GIL is free; give it work for "
            f"{SHORTEST_CALL * 1e3:.0f} ms or more."
        )
        return GilCoverage("inconclusive", reason, tries, seconds, free, handbacks)
    return GilCoverage(
        "held", f"{found}; at least {share:.0%} was asked for.", tries, seconds, free, handbacks
    )


def _judge_first_call(first: _WatchedCall, later: float, share: float) -> GilCoverage:
    """What to answer when the first call is the only one that is long enough, and later ones take `later` seconds."""
    free, handbacks = _free_share(first)
    reason = (
        f"the GIL was free for {free:.0%} of the first call, which took {in_words(first.seconds)} "
        f"({_how_often(handbacks)}); later calls take {in_words(later)}, too short to tell, so it prepares something once"
    )
    if free >= share:
        return GilCoverage("released", f"{reason}.", 1, later, free, handbacks)
    reason += (
        f". One call is not enough to say that it holds the GIL; give it work for {SHORTEST_CALL * 1e3:.0f} ms or more "
        "each time."
    )
    return GilCoverage("inconclusive", reason, 1, later, free, handbacks)


def _how_often(handbacks: int) -> str:
    return ("never released", "released once", f"released at least {handbacks} times")[min(handbacks, 2)]


def _watch_one_call(call: Callable[[], Any], inside: PythonInside | None = None) -> _WatchedCall:
    """Make the call, to which `inside` listens if there is one, while a worker takes notes."""
    address = find_gil_record()
    notes: list[_Note] = []
    running = threading.Event()
    over = False

    def take_notes() -> None:
        ask_for_shortest_time_slice()
        running.set()
        # Without the interpreter's count every note counts as a hand-over: less is known then, but nothing wrong is said.
        unknown = itertools.count(step=2)
        while not over:
            hand_overs = read_gil_record(address).hand_overs if address else next(unknown)
            computed = time.process_time() - time.thread_time()
            notes.append(_Note(time.perf_counter(), hand_overs, own_waits() or 0, computed))
            time.sleep(_PAUSE)

    worker = threading.Thread(target=take_notes, name="gil-coverage", daemon=True)
    worker.start()
    running.wait()
    time.sleep(0.01)
    undisturbed = notes.copy()
    clock, used = time.perf_counter, time.process_time
    used_by_worker = partial(time.clock_gettime, time.pthread_getcpuclockid(worker.ident or 0))
    listen, rest = (inside.begin, inside.end) if inside else (clock, clock)
    try:
        steps = (used, used_by_worker, listen, clock, call, notes.copy, clock, rest, used_by_worker, used)
        results = call_without_switching(steps)
        used_before, own_before, _, begin, _, seen, end, _, own_after, used_after = results
    finally:
        over = True
        worker.join()
    pauses = [later.time - earlier.time for earlier, later in itertools.pairwise(undisturbed)]
    return _WatchedCall(
        begin,
        end,
        (used_before - own_before, used_after - own_after),
        [note for note in seen if begin < note.time < end],
        statistics.median(pauses) if pauses else 4 * _PAUSE,
    )


def _free_share(watched: _WatchedCall) -> tuple[float, int]:
    """The share of the call during which the GIL was free, and how often the call released it.

    Between two notes without a hand-over the GIL was free all the time. Otherwise the call had the GIL in between. Then
    the worker's usual pause counts as free. The time beyond it counts as held when the worker had to wait for the GIL,
    and is left out when it did not. When that would leave out more than half of the call, it counts as held as well: on a
    very busy machine the worker may have slept through a call that held the GIL, and a share must not come from what is left.
    """
    if not watched.notes:
        return 0.0, 0
    computed, whole = watched.computed[1] - watched.computed[0], watched.end - watched.begin
    by_duration = computed < _COMPUTES * whole
    # The call holds the GIL when it begins and when it ends: negative counts make these two differ from every real note.
    first = _Note(watched.begin, -1, -1, watched.computed[0])
    last = _Note(watched.end, -2, -2, watched.computed[1])
    free, held, unknown, handbacks = 0.0, 0.0, 0.0, 0
    most_computed = first.computed
    for earlier, later in itertools.pairwise((first, *watched.notes, last)):
        gap = later.time - earlier.time
        # Each note reads two clocks one after the other, so on a busy machine a later note may show less than an
        # earlier one. What was computed cannot be taken back.
        weight = gap if by_duration else max(0.0, later.computed - most_computed)
        most_computed = max(most_computed, later.computed)
        if later.hand_overs == earlier.hand_overs:
            free += weight
            continue
        handbacks += later is not last
        within_pause = min(1.0, watched.pause / gap)
        free += weight * within_pause
        beyond = weight * (1 - within_pause)
        if later.waits - earlier.waits == 1:
            unknown += beyond
        else:
            held += beyond
    if unknown > free + held:
        held += unknown
    return free / (free + held) if free + held else 0.0, handbacks
