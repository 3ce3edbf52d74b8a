"""The timeline agrees with what each function does."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from types import ModuleType

import pytest

from jupyterlab_maturin.gil import Timeline, timeline
from jupyterlab_maturin.gil.timelines.timeline import timeline_of

pytestmark = pytest.mark.every_python

MS = 50


def share(found: Timeline, state: str, thread: str = "thread 1") -> float:
    """The share of a state in the time that a thread's call took."""
    states = found.totals()[thread]
    return states.get(state, 0.0) / sum(states.values())


@pytest.mark.usefixtures("busy")
def test_a_call_that_holds_is_drawn_holding_and_its_neighbour_waiting(cases: ModuleType) -> None:
    found = timeline(cases.hold, MS)
    held = [found.totals()[thread].get("holds the GIL", 0.0) for thread in ("thread 1", "thread 2")]
    assert min(held) >= 0.9 * MS / 1000
    # The calls hold it one after the other, so together for no longer than it all took.
    assert sum(held) <= found.seconds * 1.02
    assert sum(held) >= 0.8 * found.seconds
    assert max(share(found, "waits", thread) for thread in ("thread 1", "thread 2")) > 0.2


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("name", ["release", "retake_each"])
def test_a_call_that_releases_the_gil_is_drawn_running_without_it(cases: ModuleType, name: str) -> None:
    found = timeline(getattr(cases, name), MS)
    for thread in ("thread 1", "thread 2"):
        assert share(found, "runs without it", thread) > 0.75
        assert share(found, "holds the GIL", thread) < 0.15


@pytest.mark.usefixtures("busy")
def test_a_release_for_the_first_tenth_is_drawn_as_that(cases: ModuleType) -> None:
    found = timeline(cases.release_first_tenth, MS, threads=1)
    assert share(found, "holds the GIL") > 0.6
    # In one piece, and at the end.
    longest = max(found.segments, key=lambda segment: segment.end - segment.begin)
    assert longest.state == "holds the GIL"
    assert longest.end > 0.95 * found.seconds


@pytest.mark.usefixtures("busy")
def test_sleeping_with_and_without_the_gil_are_told_apart(cases: ModuleType) -> None:
    held = timeline(cases.sleep_held, MS, threads=1).totals()["thread 1"]
    assert held.get("holds the GIL", 0.0) > 0.9 * MS / 1000
    released = timeline(cases.sleep_released, MS, threads=1).totals()["thread 1"]
    assert released.get("waits", 0.0) > 0.9 * MS / 1000
    assert released.get("holds the GIL", 0.0) < 0.1 * MS / 1000


def test_named_calls_get_a_row_each(cases: ModuleType) -> None:
    found = timeline({"mine": partial(cases.release, MS), "other": partial(cases.hold, MS)})
    assert list(found.totals()) == ["mine", "other"]


def test_segments_of_a_thread_neither_overlap_nor_leave_gaps(cases: ModuleType) -> None:
    for thread in ("thread 1", "thread 2"):
        own = [s for s in timeline(cases.retake_each, MS).segments if s.thread == thread]
        for earlier, later in pairwise(own):
            assert earlier.end == later.begin
            assert earlier.begin < earlier.end


def test_where_a_process_may_not_be_read_only_free_and_taken_are_drawn(cases: ModuleType) -> None:
    held = timeline_of({"a": partial(cases.hold, MS)}, from_outside=False)
    free = timeline_of({"a": partial(cases.sleep_released, MS)}, from_outside=False)
    assert set(held.totals()["a"]) == {"in the call"}
    assert share(held, "taken", "the GIL") > 0.7
    assert share(free, "free", "the GIL") > 0.7
    assert "of this process" in held.instrument


def test_an_exception_of_a_call_propagates_after_all_have_ended(cases: ModuleType) -> None:
    with pytest.raises(ValueError, match="raised by gil_cases"):
        timeline({"raises": partial(cases.raise_after, 1), "ends": partial(cases.hold, 5)})


@pytest.mark.parametrize("threads", [0, -1])
def test_fewer_than_one_thread_is_refused(cases: ModuleType, threads: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        timeline(cases.hold, MS, threads=threads)


def test_what_is_not_callable_is_refused() -> None:
    with pytest.raises(TypeError, match="not callable"):
        timeline(42)  # type: ignore[arg-type]  # the mistake is the point
