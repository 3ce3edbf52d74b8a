"""For how much of a call the GIL is free, and how often the call releases it."""

from __future__ import annotations

from types import ModuleType

import pytest

from jupyterlab_maturin.gil import computes_without_gil
from jupyterlab_maturin.gil.probe.computes_without_gil import _free_share, _Note, _WatchedCall

pytestmark = pytest.mark.every_python

MS = 50


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("name", ["release", "retake_each", "release_in_threads", "sleep_released"])
def test_a_release_that_covers_the_computation_is_recognised(cases: ModuleType, name: str) -> None:
    for _ in range(3):
        coverage = computes_without_gil(getattr(cases, name), MS)
        assert coverage, coverage.reason
        assert 0.75 <= coverage.free <= 1


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize(
    ("name", "most"),
    [("hold", 0.0), ("sleep_held", 0.0), ("release_first_tenth", 0.3), ("release_at_the_end", 0.3)],
)
def test_a_release_that_covers_little_of_the_computation_is_not_enough(
    cases: ModuleType, name: str, most: float
) -> None:
    for _ in range(3):
        coverage = computes_without_gil(getattr(cases, name), MS)
        assert coverage.state == "held", coverage.reason
        assert coverage.free <= most


@pytest.mark.usefixtures("busy")
def test_released_once_and_taken_again_for_every_element_are_told_apart(cases: ModuleType) -> None:
    assert computes_without_gil(cases.hold, MS).handbacks == 0
    assert computes_without_gil(cases.release, MS).handbacks == 1
    assert computes_without_gil(cases.release_first_tenth, MS).handbacks == 1
    assert computes_without_gil(cases.retake_each, MS).handbacks > 20


def test_a_processor_clock_that_steps_back_takes_back_no_work() -> None:
    # The call held the GIL for the first 0.8 s of its computation; one note read its clocks late.
    notes = [_Note(0.4, 1, 3, 0.4), _Note(0.41, 3, 5, 0.1), _Note(0.8, 5, 7, 0.8), _Note(0.9, 5, 8, 0.9)]
    free, handbacks = _free_share(_WatchedCall(0.0, 1.0, (0.0, 1.0), notes, pause=0.0001))
    assert 0.1 <= free <= 0.2
    assert handbacks == 3


def compute_in_python(turns: int) -> int:
    return sum(range(turns))


def test_a_python_function_is_measured_without_waiting_for_long_switch_intervals() -> None:
    # Searching for the interpreter's record under the longest interval took twenty seconds.
    assert computes_without_gil(compute_in_python, 5_000_000, timeout=15).state == "held"


def test_the_caller_chooses_the_share(cases: ModuleType) -> None:
    assert computes_without_gil(cases.release_first_tenth, MS, share=0.05)


def test_a_call_that_is_too_short_is_inconclusive(cases: ModuleType) -> None:
    coverage = computes_without_gil(cases.return_at_once)
    assert coverage.state == "inconclusive"
    assert "too short" in coverage.reason


def test_a_call_that_never_returns_is_stopped_and_inconclusive(cases: ModuleType) -> None:
    coverage = computes_without_gil(cases.sleep_released, 1e9, timeout=0.5)
    assert coverage.state == "inconclusive"
    assert "so its process was killed" in coverage.reason


def test_a_function_s_own_exception_propagates(cases: ModuleType) -> None:
    with pytest.raises(ValueError, match="raised by gil_cases"):
        computes_without_gil(cases.raise_after, 1)


def test_a_child_that_dies_is_reported_with_how_it_ended(cases: ModuleType) -> None:
    import os

    with pytest.raises(RuntimeError, match="code 3"):
        computes_without_gil(os._exit, 3)
    with pytest.raises(RuntimeError, match="SIGABRT"):
        computes_without_gil(os.abort)


@pytest.mark.parametrize("share", [0, 1.5])
def test_a_share_that_makes_no_sense_is_refused(cases: ModuleType, share: float) -> None:
    with pytest.raises(ValueError, match="above 0 and up to 1"):
        computes_without_gil(cases.hold, MS, share=share)


def test_a_worker_that_slept_through_most_of_a_call_says_nothing_in_its_favour() -> None:
    # The call released the GIL at its beginning and at its end, and held it in between.
    notes = [_Note(0.0001, 1, 1, 0.0001), _Note(0.0199, 2, 2, 0.0199)]
    free, _ = _free_share(_WatchedCall(0.0, 0.02, (0.0, 0.02), notes, pause=0.0001))
    assert free < 0.05
