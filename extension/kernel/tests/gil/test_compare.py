"""Functions timed against each other."""

from __future__ import annotations

import gc
import sys
from types import FunctionType, ModuleType, SimpleNamespace

import pytest

from jupyterlab_maturin.gil import compare


def test_the_longer_call_takes_longer(cases: ModuleType) -> None:
    found = compare({"five": lambda ms: cases.hold(5 * ms), "one": cases.hold}, 1)
    five, one = found.timings
    assert five.median > 2 * one.median
    assert found.verdict().startswith("one is ")
    assert [row["function"] for row in found.records()] == ["five", "one"]


def test_short_calls_are_timed_in_long_loops(cases: ModuleType) -> None:
    [timing] = compare({"short": cases.return_at_once}).timings
    assert timing.loops > 1000
    assert timing.spread >= 0


def test_a_debug_build_gets_a_warning(cases: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "__build__", SimpleNamespace(profile="dev", generation=3), raising=False)
    found = compare({"mine": cases.hold}, 0.1)
    assert any("mine is a debug build" in warning for warning in found.warnings)
    assert "Careful: mine is a debug build" in found.verdict()


def test_a_debug_build_gets_a_warning_also_when_a_lambda_calls_it(
    cases: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "__build__", SimpleNamespace(profile="dev", generation=3), raising=False)
    hold = cases.hold
    found = compare({"named": lambda: hold(0.1), "attribute": lambda: cases.hold(0.1)})
    assert found.warnings[:2] == (
        "named calls hold, which is a debug build; build it with --profile release.",
        "attribute calls gil_cases, which is a debug build; build it with --profile release.",
    )


def test_an_earlier_build_that_was_loaded_by_intention_gets_no_warning(
    cases: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "__build__", SimpleNamespace(profile="release", generation=4), raising=False)
    earlier = ModuleType("gil_cases")
    vars(earlier)["hold"] = FunctionType((lambda ms: None).__code__, vars(earlier), "hold")
    vars(earlier)["__build__"] = SimpleNamespace(profile="release", generation=3)
    found = compare({"before": earlier.hold, "after": cases.hold}, 0.1)
    assert not [warning for warning in found.warnings if "build" in warning]


def test_a_python_function_of_a_build_that_is_gone_gets_a_warning(
    cases: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "__build__", SimpleNamespace(profile="release", generation=4), raising=False)
    found = compare(
        {"old": FunctionType((lambda ms: None).__code__, {"__name__": "gil_cases"}, "twice")}, 0.1
    )
    assert any("old is from a build before 4" in warning for warning in found.warnings)


def test_a_function_that_a_newer_build_replaced_gets_a_warning(
    cases: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = cases.hold
    monkeypatch.setattr(cases, "__build__", SimpleNamespace(profile="release", generation=4), raising=False)
    monkeypatch.setattr(sys.modules[old.__module__], "hold", lambda ms: None)
    found = compare({"old": old}, 0.1)
    assert any("old is from a build before 4" in warning for warning in found.warnings)


def test_the_garbage_collector_is_on_again_after_an_exception(cases: ModuleType) -> None:
    calls = iter(range(3))

    def fail_soon() -> None:
        cases.hold(30)
        if next(calls) == 2:
            raise ValueError("third call")

    with pytest.raises(ValueError, match="third call"):
        compare({"fails": fail_soon})
    assert gc.isenabled()


def test_nothing_to_compare_is_refused() -> None:
    with pytest.raises(ValueError, match="no functions"):
        compare({})
