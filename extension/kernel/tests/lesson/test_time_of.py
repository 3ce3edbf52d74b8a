"""How long a call takes. No test says how long: only how often the function is called."""

from __future__ import annotations

import gc
import timeit
from typing import Any

import pytest

from jupyterlab_maturin.lesson import time_of


class Clock:
    """A clock that only a call moves on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *seconds: float) -> None:
        self.now = 0.0
        self.calls = 0
        self._seconds = seconds
        monkeypatch.setattr(timeit.Timer.__init__, "__defaults__", ("pass", "pass", lambda: self.now, None))

    def call(self, *_: Any) -> None:
        self.now += self._seconds[self.calls % len(self._seconds)]
        self.calls += 1


def test_a_quick_call_is_repeated_until_the_clock_can_see_it(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch, 1e-6)
    assert time_of(clock.call) == pytest.approx(1e-6)
    assert 0.1 <= clock.now <= 0.2


def test_a_slow_call_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch, 0.3)
    assert time_of(clock.call) == pytest.approx(0.3)
    assert clock.calls == 1


def test_one_slow_batch_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch, 0.03, 0.01, 0.01)
    assert time_of(clock.call) == pytest.approx(0.01)


def test_the_arguments_are_handed_over_and_garbage_collection_waits() -> None:
    seen = []

    def f(*arguments: object) -> None:
        seen.append((arguments, gc.isenabled()))

    assert time_of(f, 1, "b") > 0
    assert set(seen) == {((1, "b"), False)}
    assert gc.isenabled()


def test_what_the_function_raises_propagates() -> None:
    with pytest.raises(ZeroDivisionError):
        time_of(lambda: 1 / 0)


def test_the_result_of_a_call_is_no_function() -> None:
    with pytest.raises(TypeError, match="write the function's name without calling it"):
        time_of(sum([1, 2]))  # type: ignore[arg-type]
