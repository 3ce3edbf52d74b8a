"""Two instruments that see who has the GIL while threads run, and the choice between them."""

from __future__ import annotations

import ctypes
import marshal
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jupyterlab_maturin.gil.system.gil_record import LAYOUT, find_gil_record
from jupyterlab_maturin.gil.system.processors import usable_processors
from jupyterlab_maturin.gil.system.thread_waits import own_waits
from jupyterlab_maturin.gil.system.time_slice import ask_for_shortest_time_slice

# Seconds between two samples. A sample costs about 40 µs, most of it for waking up. So when the threads leave no processor
# to the sampler, it samples less often: see benchmarks/gil_timeline_overhead.py.
_PERIOD = 0.0003
_PERIOD_WITHOUT_A_SPARE_PROCESSOR = 0.00125

# The sampler process starts without this package, so the folders of its program and of what that imports go on its path.
_FOLDERS = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "system")]
_SAMPLER = (
    f"import sys; sys.path[:0] = {_FOLDERS!r}; import sampler_process; sampler_process.main(*sys.argv[1:])"
)

_PR_SET_PTRACER = 0x59616D61


@dataclass(frozen=True)
class WatchedThread:
    """A thread to watch: its id for the system, and the address of its state in the interpreter."""

    native_id: int
    state: int


@dataclass(frozen=True)
class Sample:
    """What was seen at `time` (seconds, `time.perf_counter`).

    `holder` is the index of the watched thread that had the GIL, -1 when another thread had it, None when it was free.
    For each watched thread, `used` is the processor time that it had used (seconds), and `ready` tells whether it was on
    a processor or waiting for one; both are None when the instrument does not know.
    """

    time: float
    holder: int | None
    used: tuple[float, ...] | None
    ready: tuple[bool, ...] | None


@dataclass(frozen=True)
class Recording:
    """The samples of one run, and what took them: "another process" or "a thread of this process"."""

    instrument: str
    samples: list[Sample]

    @property
    def resolution(self) -> float:
        """The median time between two samples, in seconds."""
        gaps = sorted(b.time - a.time for a, b in zip(self.samples, self.samples[1:], strict=False))
        return gaps[len(gaps) // 2] if gaps else float("inf")


def record(
    threads: Sequence[WatchedThread], run: Callable[[], None], *, from_outside: bool = True
) -> Recording:
    """Call `run` and return what was seen meanwhile.

    A second process that reads this process's record of the GIL sees who has it, and disturbs nothing. Where the system
    does not allow that, a thread of this process asks for the GIL again and again, and knows only whether it was free.
    """
    address = find_gil_record() if from_outside else None
    recording = _sample_from_outside(address, threads, run) if address is not None else None
    return recording if recording is not None else _sample_from_inside(run)


def _sample_from_outside(
    address: int, threads: Sequence[WatchedThread], run: Callable[[], None]
) -> Recording | None:
    """Return None, without having called `run`, where this process may not be read."""
    period = _PERIOD if len(threads) < usable_processors() else _PERIOD_WITHOUT_A_SPARE_PROCESSOR
    arguments = [os.getpid(), address, LAYOUT.format, period, *(thread.native_id for thread in threads)]
    sampler = subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", _SAMPLER, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # Linux divides the processors among sessions first. In a session of its own the sampler does not have to share
        # with the threads that it watches.
        start_new_session=True,
    )
    assert sampler.stdin is not None and sampler.stdout is not None
    with sampler:
        try:
            # Where the Yama security module is active, a child may read its parent only after the parent allowed it.
            ctypes.CDLL(None).prctl(_PR_SET_PTRACER, sampler.pid, 0, 0, 0)
            if sampler.stdout.readline() != b"ready\n":
                return None
            run()
            sampler.stdin.close()
            packed = sampler.stdout.read()
        finally:
            ctypes.CDLL(None).prctl(_PR_SET_PTRACER, 0, 0, 0, 0)
            sampler.kill()
    index = {thread.state: number for number, thread in enumerate(threads)}
    samples = [
        Sample(
            moment,
            index.get(holder, -1) if holder else None,
            tuple(nanoseconds / 1e9 for nanoseconds, _ in used),
            tuple(ready for _, ready in used),
        )
        for moment, holder, used in (marshal.loads(packed) if packed else [])
    ]
    return Recording("another process", samples)


def _sample_from_inside(run: Callable[[], None]) -> Recording:
    """Let a thread take the GIL three thousand times a second: when the thread gets it at once, the GIL was free."""
    samples: list[Sample] = []
    looking = threading.Event()
    over = False

    def look() -> None:
        ask_for_shortest_time_slice()
        before, waits = time.perf_counter(), own_waits()
        while True:
            now, waits_now = time.perf_counter(), own_waits()
            # One wait is the sleep: the GIL was free after it, however late a busy machine let this thread wake up. A second
            # wait was for the GIL: since the sleep ended, another thread had it.
            only_slept = waits is not None and waits_now is not None and waits_now - waits == 1
            if now - before > 5 * _PERIOD and not only_slept:
                samples.append(Sample(before + _PERIOD, -1, None, None))
                samples.append(Sample(now - _PERIOD / 2, -1, None, None))
            samples.append(Sample(now, None, None, None))
            before, waits = now, waits_now
            looking.set()
            # The end is checked here, so that what this thread has waited for since its last look still counts.
            if over:
                break
            time.sleep(_PERIOD)

    looker = threading.Thread(target=look, name="gil-sampler", daemon=True)
    looker.start()
    # Otherwise a call that holds the GIL would keep this thread from its first look.
    looking.wait()
    try:
        run()
    finally:
        over = True
        looker.join()
    return Recording("a thread of this process", samples)
