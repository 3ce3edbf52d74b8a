"""Measure how much faster work gets done with more threads."""

from __future__ import annotations

import itertools
import statistics
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from jupyterlab_maturin.gil.children.trial import LIMIT, try_at_once
from jupyterlab_maturin.gil.display.result import ShownResult
from jupyterlab_maturin.gil.preconditions import check_callable
from jupyterlab_maturin.gil.speed.builds import build_warnings
from jupyterlab_maturin.gil.speed.first_call import prepares_once
from jupyterlab_maturin.gil.system.end_threads import end_threads
from jupyterlab_maturin.gil.system.processors import TRUSTED_LOAD, LoadByOthers, usable_processors

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    import altair

# Seconds that one run should take at least, so that starting the threads does not count.
_SHORTEST_RUN = 0.05

_REPEATS = 5


@dataclass(frozen=True)
class Contestant:
    """A function whose speed is measured: called in threads, in processes, or once with a number of threads to start."""

    function: Callable[..., Any]
    way: Literal["in threads", "in processes", "takes threads"]


def in_processes(function: Callable[..., Any]) -> Contestant:
    """For `versus=`: call `function` in n processes.

    The processes are started, and have imported the function by its name, before time is taken.
    """
    check_callable(function, "in_processes")
    return Contestant(function, "in processes")


def takes_threads(function: Callable[..., Any]) -> Contestant:
    """For `scaling` and `versus=`: call `function` as `f(*work, n)`; it divides the call among n threads of its own."""
    check_callable(function, "takes_threads")
    return Contestant(function, "takes threads")


@dataclass(frozen=True)
class Run:
    """`calls` calls were made with `threads` threads (or processes) in `seconds`."""

    contestant: str
    threads: int
    calls: int
    seconds: float

    @property
    def throughput(self) -> float:
        """Calls per second."""
        return self.calls / self.seconds


@dataclass(frozen=True)
class Scaling(ShownResult):
    """Every run that was made, on how many `cores`, and how many cores others kept busy (None when unknown).

    `warnings` say what about the builds makes the numbers unfair, one sentence each.
    """

    runs: tuple[Run, ...]
    thread_counts: tuple[int, ...]
    cores: int
    others: float | None
    warnings: tuple[str, ...] = ()

    def median(self, contestant: str, threads: int) -> float:
        """The median throughput, in calls per second."""
        return statistics.median(
            run.throughput for run in self.runs if (run.contestant, run.threads) == (contestant, threads)
        )

    def speed_up(self, run: Run) -> float:
        """How many times as fast `run` was as one thread, judged by the contestant's median with the fewest threads."""
        return run.throughput / self._one_thread(run.contestant)

    def records(self) -> list[dict[str, Any]]:
        """A row for each contestant and number of threads, with medians."""
        return [
            {
                "contestant": name,
                "threads": threads,
                "calls per second": self.median(name, threads),
                "speed-up": self.median(name, threads) / self._one_thread(name),
                "ideal": min(threads, self.cores),
            }
            for name in dict.fromkeys(run.contestant for run in self.runs)
            for threads in self.thread_counts
        ]

    @property
    def trusted(self) -> bool:
        """Whether the machine was quiet enough to trust the numbers."""
        return self.others is None or self.others <= TRUSTED_LOAD

    def verdict(self) -> str:
        """In words: what was gained, and whether the machine was too busy to trust it."""
        threads = max((n for n in self.thread_counts if n <= self.cores), default=self.thread_counts[0])
        gains = ", ".join(
            f"{row['contestant']} {row['speed-up']:.2f}"
            for row in self.records()
            if row["threads"] == threads
        )
        found = (
            f"With {threads} thread{'' if threads == 1 else 's'} on {self.cores} cores, this many times as fast as with "
            f"one thread: {gains}."
        )
        if not self.trusted:
            found += f" Other programs kept {self.others:.1f} cores busy, so do not trust these numbers."
        return " ".join([found, *(f"Careful: {warning}" for warning in self.warnings)])

    def chart(self) -> altair.TopLevelMixin:
        """Speed-up by number of threads as an Altair chart."""
        from jupyterlab_maturin.gil.display.charts import scaling_chart

        runs = [
            {"contestant": run.contestant, "threads": run.threads, "speed-up": self.speed_up(run)}
            for run in self.runs
        ]
        return scaling_chart(runs, self.records(), self.cores)

    def _one_thread(self, contestant: str) -> float:
        fewest = self.thread_counts[0]
        return self.median(contestant, fewest) / fewest


def scaling(
    function: Callable[..., Any] | Contestant,
    /,
    *work: Any,
    threads: Sequence[int] = (1, 2, 4),
    versus: Mapping[str, Callable[..., Any] | Contestant] | None = None,
    timeout: float | None = LIMIT,
) -> Scaling:
    """Measure how many calls `function(*work)` a second n Python threads make, for each n of `threads`.

    `versus` names other contestants to measure beside it: a function is called in Python threads, `in_processes(f)` in
    processes, `takes_threads(f)` as `f(*work, n)`. The contestants take turns, and every run is kept.

    Before that, each contestant's calls are tried with the most threads in a child process, for at most `timeout` seconds,
    because calls that wait for each other for ever would take this process along; `timeout=None` tries nothing.

    Raises TypeError for what is not callable, ValueError for thread counts that are not positive, TrialError when a trial did
    not end well, and what a call raises.
    """
    first = _contestant(function)
    contestants = {getattr(first.function, "__name__", str(first.function)): first}
    contestants |= {name: _contestant(other) for name, other in (versus or {}).items()}
    counts = tuple(sorted(set(threads)))
    if not counts or counts[0] < 1:
        raise ValueError(f"scaling was asked for {list(threads)} threads; ask for one or more each time.")

    warnings = build_warnings({name: contestant.function for name, contestant in contestants.items()})
    if timeout is not None:
        for name, contestant in contestants.items():
            warnings += _try(name, contestant, work, counts[-1], timeout)
    load = LoadByOthers()
    runs: list[Run] = []
    with _pool(contestants.values(), counts[-1]) as pool:
        calls: dict[str, int] = {}
        for name, contestant in contestants.items():
            calls[name], prepares = _calibrate(name, contestant, work, pool)
            warnings += prepares
        for _ in range(_REPEATS):
            for count, name in itertools.product(counts, contestants):
                made, seconds = _run(contestants[name], work, count, calls[name], pool)
                runs.append(Run(name, count, made, seconds))
    return Scaling(tuple(runs), counts, usable_processors(), load.processors(), tuple(warnings))


def _contestant(function: Callable[..., Any] | Contestant) -> Contestant:
    if isinstance(function, Contestant):
        return function
    check_callable(function, "scaling")
    return Contestant(function, "in threads")


def _try(name: str, contestant: Contestant, work: tuple[Any, ...], threads: int, timeout: float) -> list[str]:
    """Try the calls in a child process; returns a warning when they could not be tried. Raises TrialError."""
    if contestant.way == "in processes":
        return []  # an interrupt ends the processes
    if contestant.way == "takes threads":
        calls = [partial(contestant.function, *work, threads)]
    else:
        calls = [partial(contestant.function, *work)] * threads
    untried = try_at_once("scaling", name, calls, timeout)
    return [untried] if untried else []


@contextmanager
def _pool(contestants: Iterable[Contestant], size: int) -> Iterator[ProcessPoolExecutor | None]:
    """A pool of `size` processes, or None when no contestant needs one."""
    if not any(contestant.way == "in processes" for contestant in contestants):
        yield None
        return
    # Imported here because both are heavy, and threads do without them.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # Spawned, because forking a process that has threads may hang.
    before = set(multiprocessing.active_children())
    with ProcessPoolExecutor(size, mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            yield pool
        except BaseException:
            # Leaving the block waits for what the processes are doing, and that may never end.
            for process in set(multiprocessing.active_children()) - before:
                process.kill()
            raise


def _calibrate(
    name: str, contestant: Contestant, work: tuple[Any, ...], pool: ProcessPoolExecutor | None
) -> tuple[int, list[str]]:
    """How many calls each thread makes in a run, and a warning when the first call, which is a warm-up, did much more."""
    _, first = _run(contestant, work, 1, 1, pool)
    _, seconds = _run(contestant, work, 1, 1, pool)
    return max(1, round(_SHORTEST_RUN / max(seconds, 1e-7))), prepares_once(name, first, seconds)


def _run(
    contestant: Contestant, work: tuple[Any, ...], threads: int, calls: int, pool: ProcessPoolExecutor | None
) -> tuple[int, float]:
    """Make one run; returns how many calls were made and how many seconds they took."""
    function = contestant.function
    if contestant.way == "takes threads":
        begin = time.perf_counter()
        _repeat(function, (*work, threads), calls)
        return calls, time.perf_counter() - begin
    if contestant.way == "in processes":
        assert pool is not None
        # One call in each process first, so that all have started and have imported the function.
        list(pool.map(_repeat, *zip(*[(function, work, 1)] * threads, strict=True)))
        begin = time.perf_counter()
        jobs = [pool.submit(_repeat, function, work, calls) for _ in range(threads)]
        for job in jobs:
            job.result()
        return threads * calls, time.perf_counter() - begin
    return threads * calls, _run_threads(function, work, threads, calls)


def _run_threads(function: Callable[..., Any], work: tuple[Any, ...], threads: int, calls: int) -> float:
    barrier = threading.Barrier(threads)
    spans: list[tuple[float, float]] = []
    failures: list[BaseException] = []

    def make_calls() -> None:
        barrier.wait()
        begin = time.perf_counter()
        try:
            _repeat(function, work, calls)
        # It is raised again in the caller's thread; a panic of Rust code is a BaseException.
        except BaseException as error:  # noqa: BLE001
            failures.append(error)
        spans.append((begin, time.perf_counter()))

    workers = [threading.Thread(target=make_calls, daemon=True) for _ in range(threads)]
    try:
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
    except BaseException:
        end_threads(workers)
        raise
    if failures:
        raise failures[0]
    return max(end for _, end in spans) - min(begin for begin, _ in spans)


def _repeat(function: Callable[..., Any], work: tuple[Any, ...], calls: int) -> None:
    for _ in range(calls):
        function(*work)
