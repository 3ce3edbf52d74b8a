"""Turn what was sampled about the threads into segments: from when to when each thread was in which state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any, Literal

from jupyterlab_maturin.gil.timelines.recording import Sample

# A thread that was ready to run is drawn as running when it used a processor for at least this long (seconds), and for
# this share of the time: a thread that waits for the GIL needs about 20 µs, every 5 ms, to ask for it.
_LEAST_RUN = 0.00005
_LEAST_SHARE = 0.03

# Seconds: the system updates the processor time of a running thread 250 times a second, so it may be this old.
_PROCESSOR_TIME_AGE = 0.004

ThreadState = Literal["holds the GIL", "runs without it", "waits", "in the call", "taken", "free"]


@dataclass(frozen=True)
class Segment:
    """A thread was in `state` from `begin` to `end`, in seconds since all threads were started together."""

    thread: str
    state: ThreadState
    begin: float
    end: float


def thread_segments(
    name: str, index: int, begin: float, end: float, recorded: list[Sample]
) -> Iterator[Segment]:
    """The segments of the watched thread with this `index`, which ran from `begin` to `end`."""
    samples = [sample for sample in recorded if begin < sample.time < end]
    seen: list[tuple[ThreadState, float]] = []
    done = 0
    for state, group in groupby(samples, key=partial(_state, index=index)):
        same = list(group)
        done += len(same)
        if state == "runs without it" and _got_no_processor(same, samples[done : done + 1], index):
            state = "waits"
        seen += [(state, sample.time) for sample in same]
    yield from _joined(name, seen, begin, end)


def gil_segments(begin: float, end: float, recorded: list[Sample]) -> Iterator[Segment]:
    """The segments of the GIL itself, for samples that know only whether it was free."""
    seen = [
        # A sample before the beginning or after the end tells what was true there.
        ("taken" if sample.holder == -1 else "free", min(max(sample.time, begin), end))
        for sample in recorded
    ]
    yield from _joined("the GIL", seen, begin, end)


def _state(sample: Sample, index: int) -> ThreadState:
    if sample.ready is None:
        return "in the call"
    if sample.holder == index:
        return "holds the GIL"
    return "runs without it" if sample.ready[index] else "waits"


def _got_no_processor(same: list[Sample], following: list[Sample], index: int) -> bool:
    """Whether a thread that was ready to run got no processor for it.

    A thread that waits for the GIL wakes up every 5 ms to ask for it; on a busy machine it is then ready for a while before
    it gets to ask. The processor time that it used is exact once it sleeps again, and up to 4 ms old while it runs.
    """
    first, last = same[0], (same + following)[-1]
    if first.used is None or last.used is None or last.ready is None:
        return False
    ran, duration = last.used[index] - first.used[index], last.time - first.time
    if last.ready[index] and duration < _PROCESSOR_TIME_AGE:
        return False
    return ran < max(_LEAST_RUN, _LEAST_SHARE * duration)


def _joined(name: str, seen: list[tuple[Any, float]], begin: float, end: float) -> Iterator[Segment]:
    """Join equal neighbours. Two different states meet in the middle between the two samples that saw them."""
    if not seen:
        # The call was shorter than the time between two samples.
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
