"""Run calls in threads and show, for each, when it held the lock, ran without it, or waited."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal

from .lock_state import current_thread_state
from .probe import check_callable, without_gil
from .sampling import Recording, Sample, Watched, record
from .showing import Shown

if TYPE_CHECKING:
    import altair

# A thread that was ready to run is drawn running when it used a processor for as long as this (seconds), and for this share of
# the time: one that waits for the lock needs about 20 µs, every 5 ms, to ask for it.
_LEAST_RUN = 0.00005
_LEAST_SHARE = 0.03

# Seconds: how old the system's figure for a running thread may be, at 250 ticks a second.
_STALE = 0.004

ThreadState = Literal["holds the lock", "runs without it", "waits", "in the call", "taken", "free"]


@dataclass(frozen=True)
class Segment:
    """A thread was in `state` from `begin` to `end`, in seconds since all threads were told to begin."""

    thread: str
    state: ThreadState
    begin: float
    end: float


@dataclass(frozen=True)
class Timeline(Shown):
    """What each thread did, from the word to begin to the end of the last call.

    `segments` are in order of thread and time; `seconds` is the whole duration; `instrument` says how the lock was
    watched, `resolution` how often (seconds between two looks, the median): shorter states may be missed.
    """

    segments: tuple[Segment, ...]
    seconds: float
    instrument: str
    resolution: float

    def totals(self) -> dict[str, dict[str, float]]:
        """Seconds in each state, by thread."""
        totals: dict[str, dict[str, float]] = {}
        for segment in self.segments:
            states = totals.setdefault(segment.thread, {})
            states[segment.state] = states.get(segment.state, 0.0) + segment.end - segment.begin
        return totals

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain dicts and lists."""
        return asdict(self)

    def records(self) -> list[dict[str, Any]]:
        """One row per thread and state: the thread, the state, milliseconds."""
        return [
            {"thread": thread, "state": state, "ms": round(1e3 * seconds, 1)}
            for thread, states in self.totals().items()
            for state, seconds in states.items()
        ]

    def verdict(self) -> str:
        """One sentence: how long it took, and how it was watched."""
        return (
            f"{1e3 * self.seconds:.0f} ms altogether; the lock was {self.instrument} "
            f"every {1e3 * self.resolution:.2f} ms."
        )

    def chart(self) -> altair.TopLevelMixin:
        """The timeline as an Altair chart."""
        from .charts import timeline_chart

        return timeline_chart(self)


def timeline(
    function: Callable[..., Any] | Mapping[str, Callable[[], Any]],
    /,
    *args: Any,
    threads: int = 2,
    **kwargs: Any,
) -> Timeline:
    """Make calls in Python threads at the same time and record what each thread does with the lock.

    `timeline(f, 1000)` makes the call in two threads (or in `threads`); `timeline({"mine": lambda: f(1000), "other": g})`
    makes each of the calls in a thread of that name. The calls run as they would without being watched: the switch
    interval stays as it is.

    Raises TypeError for what is not callable, ValueError for fewer than one thread, RuntimeError on an
    interpreter without a GIL, and what a call raises (after all calls have ended).
    """
    if without_gil():
        raise RuntimeError(
            "timeline shows who holds the GIL, and this interpreter runs without one; use scaling."
        )
    if isinstance(function, Mapping):
        calls: dict[str, Callable[[], Any]] = dict(function)
    else:
        check_callable(function, "timeline")
        calls = {f"thread {number}": partial(function, *args, **kwargs) for number in range(1, threads + 1)}
    if not calls:
        raise ValueError(f"timeline was asked for {threads} threads; ask for at least one.")
    for call in calls.values():
        check_callable(call, "timeline")
    return _watch(calls)


def _watch(calls: Mapping[str, Callable[[], Any]], *, from_outside: bool = True) -> Timeline:
    start, ready = threading.Event(), threading.Semaphore(0)
    watched: dict[str, Watched] = {}
    ends: dict[str, float] = {}
    origin = 0.0
    failures: list[BaseException] = []

    def work(name: str, call: Callable[[], Any]) -> None:
        watched[name] = Watched(threading.get_native_id(), current_thread_state())
        ready.release()
        start.wait()
        try:
            call()
        # It is raised again in the caller's thread; a panic of Rust code is a BaseException.
        except BaseException as error:  # noqa: BLE001
            failures.append(error)
        ends[name] = time.perf_counter()

    threads = [threading.Thread(target=work, args=item, name=item[0], daemon=True) for item in calls.items()]

    def run() -> None:
        nonlocal origin
        origin = time.perf_counter()
        start.set()
        for thread in threads:
            thread.join()

    for thread in threads:
        thread.start()
    try:
        for _ in threads:
            ready.acquire()
        recording = record([watched[name] for name in calls], run, from_outside=from_outside)
    finally:
        start.set()
    if failures:
        raise failures[0]

    segments = []
    for index, name in enumerate(calls):
        segments += list(_segments(name, index, origin, ends[name], recording))
    end = max(ends.values())
    if any(sample.ready is None for sample in recording.samples):
        # A look outside says what was true at the edge.
        states = [
            ("taken" if sample.holder == -1 else "free", min(max(sample.time, origin), end))
            for sample in recording.samples
        ]
        segments += list(_join("the lock", states, origin, end))
    return Timeline(tuple(segments), end - origin, recording.instrument, recording.resolution)


def _segments(name: str, index: int, begin: float, end: float, recording: Recording) -> Iterator[Segment]:
    samples = [sample for sample in recording.samples if begin < sample.time < end]
    seen: list[tuple[ThreadState, float]] = []
    done = 0
    for state, group in groupby(samples, key=partial(_state, index=index)):
        looks = list(group)
        done += len(looks)
        if state == "runs without it" and _only_wanted_to_run(looks, samples[done : done + 1], index):
            state = "waits"
        seen += [(state, look.time) for look in looks]
    yield from _join(name, seen, begin, end)


def _state(sample: Sample, index: int) -> ThreadState:
    if sample.ready is None:
        return "in the call"
    if sample.holder == index:
        return "holds the lock"
    return "runs without it" if sample.ready[index] else "waits"


def _only_wanted_to_run(looks: list[Sample], following: list[Sample], index: int) -> bool:
    """Whether a thread that was ready to run got no processor for it.

    A thread that waits for the lock wakes up every 5 ms to ask for it; on a busy machine it is then ready for a while before it
    gets to ask. What it used is exact when it sleeps again, and up to 4 ms old while it runs.
    """
    first, last = looks[0], (looks + following)[-1]
    if first.used is None or last.used is None or last.ready is None:
        return False
    ran, duration = last.used[index] - first.used[index], last.time - first.time
    if last.ready[index] and duration < _STALE:
        return False
    return ran < max(_LEAST_RUN, _LEAST_SHARE * duration)


def _join(name: str, seen: list[tuple[Any, float]], begin: float, end: float) -> Iterator[Segment]:
    """Join equal neighbours; the border between two states lies in the middle of the two looks that saw them."""
    if not seen:
        # Shorter than the time between two looks.
        yield Segment(name, "in the call", 0.0, end - begin)
        return
    state, since, last = seen[0][0], begin, seen[0][1]
    for now, moment in seen[1:]:
        if now != state:
            border = (last + moment) / 2
            if border > since:
                yield Segment(name, state, since - begin, border - begin)
            state, since = now, border
        last = moment
    if end > since:
        yield Segment(name, state, since - begin, end - begin)
