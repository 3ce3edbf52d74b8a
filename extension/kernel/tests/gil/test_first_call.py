"""A function that prepares something in its first call: that call can decide, and is named."""

from __future__ import annotations

import itertools
from types import ModuleType

import pytest

from jupyterlab_maturin.gil import (
    compare,
    computes_without_gil,
    in_processes,
    releases_gil,
    scaling,
    timeline,
)

#: Milliseconds of work in a first call that is long, in any measure here.
LONG = 120

_keys = itertools.count(1)


@pytest.fixture
def key() -> int:
    """A key with which no function of the crate has been called yet, in this process or in a copy of it."""
    return next(_keys)


def test_a_release_in_the_first_call_alone_decides(cases: ModuleType, key: int) -> None:
    probe = releases_gil(cases.prepare_once, key, LONG)
    assert probe.state == "released"
    assert "another thread ran during the first call, which took" in probe.reason
    assert "it prepares something once" in probe.reason
    assert probe.seconds < 0.001


def test_a_release_in_a_first_call_through_python_decides_too(cases: ModuleType, key: int) -> None:
    probe = releases_gil(lambda: cases.prepare_once(key, LONG))
    assert probe.state == "released", probe.reason
    assert "the first call, which took" in probe.reason


def test_a_first_call_that_holds_the_gil_is_named_and_decides_nothing(cases: ModuleType, key: int) -> None:
    probe = releases_gil(cases.prepare_once, key, LONG, release=False)
    assert probe.state == "inconclusive"
    assert "no other thread could run during the first call, which took" in probe.reason


def test_later_calls_that_are_long_enough_decide_and_the_first_is_named(cases: ModuleType, key: int) -> None:
    probe = releases_gil(cases.prepare_once, key, LONG, 20)
    assert probe.state == "held"
    assert "Only the very first call" in probe.reason


def test_the_first_call_decides_for_how_much_of_it_the_gil_was_free(cases: ModuleType, key: int) -> None:
    coverage = computes_without_gil(cases.prepare_once, key, LONG)
    assert coverage.state == "released", coverage.reason
    assert coverage.free >= 0.75
    assert "of the first call, which took" in coverage.reason
    held = computes_without_gil(cases.prepare_once, key, LONG, release=False)
    assert held.state == "inconclusive", held.reason
    assert held.free == 0
    assert "so it prepares something once" in held.reason


def test_compare_and_scaling_name_a_first_call_that_is_not_measured(cases: ModuleType, key: int) -> None:
    [warning] = [
        said for said in compare({"mine": cases.prepare_once}, key, LONG).warnings if "first" in said
    ]
    assert warning.startswith("the first call of mine took ")
    assert warning.endswith("it prepares something once, and only the later calls are measured here.")
    found = scaling(cases.prepare_once, next(_keys), LONG, threads=(1,))
    assert [said for said in found.warnings if said.startswith("the first call of prepare_once took ")]


def test_an_even_function_gets_no_such_warning(cases: ModuleType) -> None:
    found = compare({"mine": cases.hold}, 1).warnings
    found += scaling(cases.hold, 1, threads=(1,), versus={"processes": in_processes(cases.hold)}).warnings
    assert not [said for said in found if "first call" in said]


def test_a_timeline_of_calls_too_short_to_be_seen_says_so(cases: ModuleType, key: int) -> None:
    first = timeline(cases.prepare_once, key, LONG, threads=1)
    assert first.seconds >= LONG / 1000
    assert "nothing of the calls was seen" not in first.verdict()
    later = timeline(cases.prepare_once, key, LONG, threads=1)
    assert "nothing of the calls was seen" in later.verdict()
