"""Two instruments that see who has the lock while threads run, and the choice between them."""

from __future__ import annotations

import array
import ctypes
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .lock_state import LockState, find_lock_state
from .machine import cores
from .prompt_thread import be_prompt
from .waiting import own_waits

# Seconds between two looks. A look costs about 40 µs, most of it for waking up, so where the threads leave no processor to the
# sampler it looks less often: see benchmarks/gil_timeline_overhead.py.
_PERIOD = 0.0003
_PERIOD_WITHOUT_A_SPARE_PROCESSOR = 0.00125

# The two files are run without the package round them, which would take longer to import than they run.
_SAMPLER = (
    f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import lock_sampler, prompt_thread; "
    "prompt_thread.be_prompt(); lock_sampler.main(*sys.argv[1:])"
)

_PR_SET_PTRACER = 0x59616D61


@dataclass(frozen=True)
class Watched:
    """A thread under watch: its id for the system, and the address of its state for the interpreter."""

    native_id: int
    state: int


@dataclass(frozen=True)
class Sample:
    """What was seen at `time` (seconds, `time.perf_counter`).

    `holder` is the index of the watched thread that had the lock, -1 when another had it, None when it was free.
    `used` says for each watched thread what processor time it had used (seconds), `ready` whether it was on a processor or
    waited for one; both are None when the instrument does not know.
    """

    time: float
    holder: int | None
    used: tuple[float, ...] | None
    ready: tuple[bool, ...] | None


@dataclass(frozen=True)
class Recording:
    """The samples of one run, and the name of the instrument that took them."""

    instrument: str
    samples: list[Sample]

    @property
    def resolution(self) -> float:
        """The median time between two looks, in seconds."""
        gaps = sorted(b.time - a.time for a, b in zip(self.samples, self.samples[1:], strict=False))
        return gaps[len(gaps) // 2] if gaps else float("inf")


def record(threads: Sequence[Watched], run: Callable[[], None], *, from_outside: bool = True) -> Recording:
    """Call `run` and return what was seen meanwhile.

    A second process that reads this one's record of the lock sees who has it, and disturbs nothing. Where the system does not
    allow that, a thread asks for the lock again and again and knows only whether it was free.
    """
    state = find_lock_state() if from_outside else None
    recording = _from_outside(state, threads, run) if state is not None else None
    return recording if recording is not None else _from_inside(run)


def _from_outside(state: LockState, threads: Sequence[Watched], run: Callable[[], None]) -> Recording | None:
    """None, with `run` not called, where this process may not be read."""
    period = _PERIOD if len(threads) < cores() else _PERIOD_WITHOUT_A_SPARE_PROCESSOR
    ids = [str(thread.native_id) for thread in threads]
    sampler = subprocess.Popen(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            _SAMPLER,
            str(os.getpid()),
            str(state.address),
            str(period),
            *ids,
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # A busy session gets its processors shared; the sampler should not wait for the threads that it watches.
        start_new_session=True,
    )
    assert sampler.stdin is not None and sampler.stdout is not None
    with sampler:
        try:
            # Where Yama guards processes, a child may read its parent only when told so.
            ctypes.CDLL(None).prctl(_PR_SET_PTRACER, sampler.pid, 0, 0, 0)
            if sampler.stdout.readline() != b"ready\n":
                return None
            run()
            sampler.stdin.close()
            packed = sampler.stdout.read()
        finally:
            ctypes.CDLL(None).prctl(_PR_SET_PTRACER, 0, 0, 0, 0)
            sampler.kill()
    return Recording("read by another process", list(_unpack(packed, threads)))


def _unpack(packed: bytes, threads: Sequence[Watched]) -> list[Sample]:
    count = int.from_bytes(packed[:8], sys.byteorder)
    times, holders, used = array.array("d"), array.array("Q"), array.array("q")
    times.frombytes(packed[8 : 8 + 8 * count])
    holders.frombytes(packed[8 + 8 * count : 8 + 16 * count])
    used.frombytes(packed[8 + 16 * count :])
    index = {thread.state: number for number, thread in enumerate(threads)}
    width = len(threads)
    return [
        Sample(
            times[i],
            index.get(holders[i], -1) if holders[i] else None,
            tuple((abs(spent) - 1) / 1e9 for spent in used[i * width : (i + 1) * width]),
            tuple(spent > 0 for spent in used[i * width : (i + 1) * width]),
        )
        for i in range(count)
    ]


def _from_inside(run: Callable[[], None]) -> Recording:
    """A thread that takes the lock three thousand times a second: when it gets it at once, the lock was free."""
    samples: list[Sample] = []
    looking = threading.Event()
    over = False

    def look() -> None:
        be_prompt()
        before, waits = time.perf_counter(), own_waits()
        while True:
            now, waits_now = time.perf_counter(), own_waits()
            # One wait is the sleep; after that the lock was free, however late a busy machine let this thread come. A second
            # was for the lock: the time up to now belongs to another thread.
            asleep_only = waits is not None and waits_now is not None and waits_now - waits == 1
            if now - before > 5 * _PERIOD and not asleep_only:
                samples.append(Sample(before + _PERIOD, -1, None, None))
                samples.append(Sample(now - _PERIOD / 2, -1, None, None))
            samples.append(Sample(now, None, None, None))
            before, waits = now, waits_now
            looking.set()
            # Only now: what it has waited for since the last look counts, too.
            if over:
                break
            time.sleep(_PERIOD)

    looker = threading.Thread(target=look, name="gil-sampler", daemon=True)
    looker.start()
    # A call that holds the lock would otherwise keep it from its first look.
    looking.wait()
    try:
        run()
    finally:
        over = True
        looker.join()
    return Recording("asked for by a thread of this process", samples)
