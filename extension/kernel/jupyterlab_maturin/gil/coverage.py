"""Measure how much of a call the GIL is free, and how often the call gives it back.

A worker takes the lock about ten thousand times a second and notes when it got it. While the call holds the lock the worker
gets nothing. Two counts keep a worker that is slow, because the machine is busy, from being mistaken for a call that holds:

- The interpreter counts hand-overs of the lock. When that has not moved between two notes, nobody else had the lock in
  between, however long that was.
- The system counts how often a thread waited. A worker that waited once since its last note was asleep, and found the lock
  free when it came; one that waited twice stood at a taken lock as well.

What is shared out is the processor time of the call and of the threads it started, not the time on the wall: a computation that
a busy machine interrupts while the lock is free, or taken, is not counted as longer for it.
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

from .child import run_in_child
from .lock_state import find_lock_state
from .probe import ASKING_INTERVAL, LONGEST_INTERVAL, NO_GIL, GilProbe, check_callable, without_gil
from .prompt_thread import be_prompt
from .python_frames import timed_call
from .switch_interval import switch_interval
from .uninterrupted import uninterrupted
from .waiting import own_waits

#: Calls shorter than this (seconds) hold too few of the worker's notes to speak of a share.
SHORTEST_COVERED_CALL = 0.005

# Seconds that the worker stays away from the lock, so that the call can have it. The system adds about as much.
_PAUSE = 0.00005

_TRIES = 5

# A call that uses less of a processor than this share of its duration sleeps or waits, and is measured by duration.
_COMPUTES = 0.05


@dataclass(frozen=True)
class GilCoverage(GilProbe):
    """A probe that also says how much of the call the lock was free; true only when that was enough.

    `free` is the share of the call's computing (0 to 1) during which the lock was free, or of its duration when it hardly
    computes; `handbacks` is how often, at the least, the
    call gave the lock back after it had it: 0 means never, 1 released once, many took it again and again. Both are those of
    the try with the largest `free`.
    """

    free: float = 0.0
    handbacks: int = 0


def computes_without_gil(
    function: Callable[..., Any], /, *args: Any, timeout: float = 30.0, share: float = 0.75, **kwargs: Any
) -> GilCoverage:
    """Whether the lock is free for at least `share` of what `function(*args, **kwargs)` computes.

    The state is "released" when it is, "held" when it is not (a call that computes first and lets go after, or lets go for
    a moment and then computes, is "held"), "inconclusive" when the call is shorter than 5 ms or takes longer than `timeout`
    seconds altogether. A release that covers the computation gives 0.9 and more, even when the lock is taken back for
    a moment after every 70 µs of work; letting go for the first tenth gives 0.1.

    The calls are made in a child process, at most six, so `function` must be importable and a wrong one cannot hang or
    crash this process. Raises TypeError for what cannot be called or sent to a child, and whatever the function raises.
    """
    check_callable(function, "computes_without_gil")
    if not 0 < share <= 1:
        raise ValueError(f"computes_without_gil was given the share {share}; give one above 0 and up to 1.")
    if without_gil():
        return GilCoverage("inconclusive", NO_GIL, 0, 0.0)
    try:
        covered: GilCoverage = run_in_child(_cover, function, args, kwargs, share, timeout=timeout)
    except TimeoutError as error:
        return GilCoverage("inconclusive", str(error), 0, timeout)
    return covered


@dataclass(frozen=True)
class _Note:
    """The worker had the lock at `time`.

    The lock had changed hands `switches` times, the worker had waited `waits` times, and the rest of the process had
    `computed` for so many seconds.
    """

    time: float
    switches: int
    waits: int
    computed: float


@dataclass(frozen=True)
class _Watched:
    """One call: when it began and ended, what it `computed` (seconds), the notes in between, and the worker's usual pause."""

    begin: float
    end: float
    computed: tuple[float, float]
    notes: Sequence[_Note]
    pause: float


def _cover(
    function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], share: float
) -> GilCoverage:
    call = partial(function, *args, **kwargs)
    first, native = timed_call(call)
    durations = [first]
    best = (0.0, 0)
    # In a native call the worker may ask for the lock at once: the interpreter then sees to it that it gets every release.
    with switch_interval(ASKING_INTERVAL if native else LONGEST_INTERVAL):
        for _ in range(_TRIES):
            watched = _watch(call)
            durations.append(watched.end - watched.begin)
            best = max(best, _free_share(watched))
            if best[0] >= share:
                break
    number = len(durations) - 1
    seconds = statistics.median(durations)
    free, handbacks = best
    often = ("never given back", "given back once", f"given back at least {handbacks} times")[
        min(handbacks, 2)
    ]
    found = f"the lock was free for {free:.0%} of a call of {seconds * 1e3:.1f} ms ({often})"
    if free >= share:
        return GilCoverage("released", f"{found}.", number, seconds, free, handbacks)
    if seconds < SHORTEST_COVERED_CALL:
        reason = (
            f"a call takes {seconds * 1e3:.2f} ms, too short to see how much of it is free; give it work for "
            f"{SHORTEST_COVERED_CALL * 1e3:.0f} ms or more."
        )
        return GilCoverage("inconclusive", reason, number, seconds, free, handbacks)
    return GilCoverage(
        "held", f"{found}; at least {share:.0%} was asked for.", number, seconds, free, handbacks
    )


def _watch(call: Callable[[], Any]) -> _Watched:
    """Make the call beside a worker that takes notes."""
    state = find_lock_state()
    notes: list[_Note] = []
    running = threading.Event()
    over = False

    def note() -> None:
        be_prompt()
        running.set()
        # Without the interpreter's count every note counts as a hand-over: less is known, nothing false is said.
        unknown = itertools.count(step=2)
        while not over:
            switches = state.switches if state else next(unknown)
            computed = time.process_time() - time.thread_time()
            notes.append(_Note(time.perf_counter(), switches, own_waits() or 0, computed))
            time.sleep(_PAUSE)

    worker = threading.Thread(target=note, name="gil-coverage", daemon=True)
    worker.start()
    running.wait()
    time.sleep(0.01)
    alone = notes.copy()
    clock, used = time.perf_counter, time.process_time
    used_by_worker = partial(time.clock_gettime, time.pthread_getcpuclockid(worker.ident or 0))
    try:
        steps = (used, used_by_worker, clock, call, notes.copy, clock, used_by_worker, used)
        used_before, own_before, begin, _, seen, end, own_after, used_after = uninterrupted(steps)
    finally:
        over = True
        worker.join()
    pauses = [later.time - earlier.time for earlier, later in itertools.pairwise(alone)]
    return _Watched(
        begin,
        end,
        (used_before - own_before, used_after - own_after),
        [note for note in seen if begin < note.time < end],
        statistics.median(pauses) if pauses else 4 * _PAUSE,
    )


def _free_share(watched: _Watched) -> tuple[float, int]:
    """The share of the call during which the lock was free, and how often it was given back.

    Between two notes without a hand-over the lock was free all the time. Otherwise the call had it in between, and what goes
    beyond the worker's usual pause counts as held when the worker stood waiting for the lock, and not at all when it did not.
    """
    if not watched.notes:
        return 0.0, 0
    computed, whole = watched.computed[1] - watched.computed[0], watched.end - watched.begin
    by_duration = computed < _COMPUTES * whole
    # Numbers that no count has: the call has the lock when it begins and when it ends.
    first = _Note(watched.begin, -1, -1, watched.computed[0])
    last = _Note(watched.end, -2, -2, watched.computed[1])
    free, held, handbacks = 0.0, 0.0, 0
    for earlier, later in itertools.pairwise((first, *watched.notes, last)):
        gap = later.time - earlier.time
        weight = gap if by_duration else later.computed - earlier.computed
        if later.switches == earlier.switches:
            free += weight
            continue
        handbacks += later is not last
        within_pause = min(1.0, watched.pause / gap)
        free += weight * within_pause
        if later.waits - earlier.waits != 1:
            held += weight * (1 - within_pause)
    return free / (free + held) if free + held else 0.0, handbacks
