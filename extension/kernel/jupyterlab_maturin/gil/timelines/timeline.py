"""Run calls in threads and show, for each, when it held the GIL, ran without it, or waited."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from jupyterlab_maturin.gil.children.trial import LIMIT, name_of, try_at_once
from jupyterlab_maturin.gil.display.durations import in_words
from jupyterlab_maturin.gil.display.result import ShownResult
from jupyterlab_maturin.gil.preconditions import check_callable, runs_without_gil
from jupyterlab_maturin.gil.system.end_threads import end_threads
from jupyterlab_maturin.gil.system.gil_record import current_thread_state
from jupyterlab_maturin.gil.timelines.recording import WatchedThread, record
from jupyterlab_maturin.gil.timelines.segments import Segment, gil_segments, thread_segments

if TYPE_CHECKING:
    import altair


@dataclass(frozen=True)
class Timeline(ShownResult):
    """What each thread did, from the common start to the end of the last call.

    `segments` are in order of thread and time; `seconds` is the whole duration. `instrument` tells what looked at the GIL
    and `resolution` how often: the median time between two looks in seconds. Shorter states may be missed.
    `warnings` say what to know beside it, one sentence each.
    """

    segments: tuple[Segment, ...]
    seconds: float
    instrument: str
    resolution: float
    warnings: tuple[str, ...] = ()

    def totals(self) -> dict[str, dict[str, float]]:
        """Seconds in each state, by thread."""
        totals: dict[str, dict[str, float]] = {}
        for segment in self.segments:
            states = totals.setdefault(segment.thread, {})
            states[segment.state] = states.get(segment.state, 0.0) + segment.end - segment.begin
        return totals

    def records(self) -> list[dict[str, Any]]:
        """One row for each thread and state: the thread, the state, milliseconds."""
        return [
            {"thread": thread, "state": state, "ms": round(1e3 * seconds, 1)}
            for thread, states in self.totals().items()
            for state, seconds in states.items()
        ]

    def verdict(self) -> str:
        """In words: how long it took, what looked at the GIL, and how often; then the warnings."""
        took = f"{1e3 * self.seconds:.0f} ms" if self.seconds >= 0.001 else in_words(self.seconds)
        if self.seconds < self.resolution:
            found = (
                f"{took} altogether, less than the time between two looks at the GIL, so nothing of the calls was seen; give "
                "them work for 50 ms or more."
            )
        else:
            found = f"{took} altogether; {self.instrument} looked at the GIL every {1e3 * self.resolution:.2f} ms."
        return " ".join([found, *(f"Careful: {warning}" for warning in self.warnings)])

    def chart(self) -> altair.TopLevelMixin:
        """The timeline as an Altair chart."""
        from jupyterlab_maturin.gil.display.charts import timeline_chart

        return timeline_chart([asdict(segment) for segment in self.segments])


def timeline(
    function: Callable[..., Any] | Mapping[str, Callable[[], Any]],
    /,
    *args: Any,
    threads: int = 2,
    timeout: float | None = LIMIT,
    **kwargs: Any,
) -> Timeline:
    """Make calls in Python threads at the same time and record what each thread does with the GIL.

    `timeline(f, 1000)` makes the call in two threads (or in as many as `threads`); `timeline({"mine": lambda: f(1000),
    "other": g})` makes each call in a thread of that name. The calls run as they would without being watched: the
    switch interval stays as it is.

    Before that, the same calls are tried once in a child process, for at most `timeout` seconds, because calls that wait
    for each other for ever would take this process along. So they are made twice, and what they write to files is written
    twice. `timeout=None` tries nothing. When the function itself has an argument called `timeout` or `threads`, pass a
    `functools.partial`.

    Raises TypeError for what is not callable, ValueError for fewer than one thread, RuntimeError on an interpreter without a
    GIL, TrialError when the trial did not end well, and what a call raises (after all calls have ended).
    """
    if runs_without_gil():
        raise RuntimeError(
            "timeline shows who holds the GIL, and this interpreter runs without one; use scaling instead."
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
    untried = ""
    if timeout is not None:
        name = ", ".join(map(str, function)) if isinstance(function, Mapping) else name_of(function)
        untried = try_at_once("timeline", name, tuple(calls.values()), timeout)
    found = timeline_of(calls)
    return replace(found, warnings=(untried,)) if untried else found


def timeline_of(calls: Mapping[str, Callable[[], Any]], *, from_outside: bool = True) -> Timeline:
    """Make each of the named calls in a thread of its own; without `from_outside` no other process looks at the GIL."""
    start, ready = threading.Event(), threading.Semaphore(0)
    watched: dict[str, WatchedThread] = {}
    ends: dict[str, float] = {}
    begin = 0.0
    failures: list[BaseException] = []

    def work(name: str, call: Callable[[], Any]) -> None:
        watched[name] = WatchedThread(threading.get_native_id(), current_thread_state())
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
        nonlocal begin
        begin = time.perf_counter()
        start.set()
        for thread in threads:
            thread.join()

    for thread in threads:
        thread.start()
    try:
        for _ in threads:
            ready.acquire()
        recording = record([watched[name] for name in calls], run, from_outside=from_outside)
    except BaseException:
        end_threads(threads)
        raise
    finally:
        start.set()
    if failures:
        raise failures[0]

    segments: list[Segment] = []
    for index, name in enumerate(calls):
        segments += thread_segments(name, index, begin, ends[name], recording.samples)
    end = max(ends.values())
    if any(sample.ready is None for sample in recording.samples):
        segments += gil_segments(begin, end, recording.samples)
    return Timeline(tuple(segments), end - begin, recording.instrument, recording.resolution)
