"""Whether a call releases the GIL."""

from __future__ import annotations

import signal
import sys
import threading
from types import ModuleType

import pytest

from jupyterlab_maturin.gil import releases_gil

pytestmark = pytest.mark.every_python

MS = 20


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("name", ["hold", "sleep_held"])
def test_a_call_that_holds_the_gil_is_never_said_to_release_it(cases: ModuleType, name: str) -> None:
    probes = [releases_gil(getattr(cases, name), MS) for _ in range(10)]
    assert [probe.state for probe in probes] == ["held"] * 10
    assert not any(probes)


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize(
    "name", ["release", "release_first_tenth", "retake_each", "sleep_released", "release_in_threads"]
)
def test_a_call_that_releases_the_gil_is_seen_to(cases: ModuleType, name: str) -> None:
    probes = [releases_gil(getattr(cases, name), MS) for _ in range(10)]
    assert [probe.state for probe in probes] == ["released"] * 10
    assert all(probes)


@pytest.mark.usefixtures("busy")
def test_a_native_release_of_a_microsecond_is_seen(cases: ModuleType) -> None:
    assert all(releases_gil(cases.release_at_the_end, MS, window_us=1) for _ in range(10))


def test_python_code_around_a_call_that_holds_does_not_count_as_a_release(cases: ModuleType) -> None:
    def wrapped(ms: float) -> None:
        for _ in range(20):
            cases.hold(ms / 20)

    assert releases_gil(wrapped, MS).state == "held"


def test_a_release_inside_python_code_is_seen(cases: ModuleType) -> None:
    assert releases_gil(lambda: cases.release(MS)).state == "released"


def test_a_call_that_is_too_short_is_inconclusive_and_says_what_to_do(cases: ModuleType) -> None:
    probe = releases_gil(cases.return_at_once)
    assert probe.state == "inconclusive"
    assert not probe
    assert "too short" in probe.reason
    assert "work for 1 ms" in probe.reason


def test_another_running_python_thread_makes_a_negative_inconclusive(cases: ModuleType) -> None:
    stop = False

    def spin() -> None:
        while not stop:
            pass

    rival = threading.Thread(target=spin, name="the rival")
    rival.start()
    try:
        probe = releases_gil(cases.hold, MS)
    finally:
        stop = True
        rival.join()
    assert probe.state == "inconclusive"
    assert "the rival" in probe.reason


def test_threads_that_wait_do_not_disturb_the_probe(cases: ModuleType) -> None:
    stop = threading.Event()
    waiting = [threading.Thread(target=stop.wait) for _ in range(3)]
    for thread in waiting:
        thread.start()
    try:
        assert releases_gil(cases.hold, MS).state == "held"
    finally:
        stop.set()
        for thread in waiting:
            thread.join()


def test_a_function_s_own_exception_propagates(cases: ModuleType) -> None:
    with pytest.raises(ValueError, match="raised by gil_cases"):
        releases_gil(cases.raise_after, 1)
    with pytest.raises(TypeError):
        releases_gil(cases.hold, "no number")


def test_an_exception_in_a_watched_call_propagates_and_leaves_no_thread_behind(cases: ModuleType) -> None:
    calls = iter([None, ValueError("second call")])

    def fail_the_second_time() -> None:
        cases.hold(2)
        if error := next(calls):
            raise error

    threads = threading.active_count()
    with pytest.raises(ValueError, match="second call"):
        releases_gil(fail_the_second_time)
    assert threading.active_count() == threads


def test_an_interrupt_in_a_watched_call_ends_the_probe(cases: ModuleType) -> None:
    calls = iter(range(9))

    def interrupted_the_second_time() -> None:
        cases.hold(2)
        if next(calls) == 1:
            signal.raise_signal(signal.SIGINT)

    threads = threading.active_count()
    with pytest.raises(KeyboardInterrupt):
        releases_gil(interrupted_the_second_time)
    assert threading.active_count() == threads


def test_what_is_not_callable_is_refused_and_the_usual_mistake_is_shown() -> None:
    with pytest.raises(TypeError, match=r"releases_gil\(f, 1000\) and not releases_gil\(f\(1000\)\)"):
        releases_gil(42)  # type: ignore[arg-type]  # the mistake is the point


def test_fewer_than_one_try_is_refused(cases: ModuleType) -> None:
    with pytest.raises(ValueError, match="at least one"):
        releases_gil(cases.hold, MS, tries=0)


def test_the_probe_works_in_a_thread_that_is_not_the_main_one(cases: ModuleType) -> None:
    found: list[str] = []
    thread = threading.Thread(
        target=lambda: found.extend(releases_gil(f, MS).state for f in (cases.hold, cases.release))
    )
    thread.start()
    thread.join()
    assert found == ["held", "released"]


def test_probes_in_two_threads_take_turns_and_restore_the_interval(cases: ModuleType) -> None:
    found: dict[str, str] = {}

    def probe(name: str) -> None:
        found[name] = releases_gil(getattr(cases, name), MS).state

    threads = [threading.Thread(target=probe, args=(name,)) for name in ("sleep_held", "sleep_released")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found["sleep_held"] in {"held", "inconclusive"}
    assert found["sleep_released"] in {"released", "inconclusive"}


def test_a_time_limit_runs_the_calls_in_a_child_with_the_same_answer(cases: ModuleType) -> None:
    assert releases_gil(cases.hold, MS, timeout=60).state == "held"
    assert releases_gil(cases.release, MS, timeout=60).state == "released"
    with pytest.raises(ValueError, match="raised by gil_cases"):
        releases_gil(cases.raise_after, 1, timeout=60)


def test_a_call_that_never_returns_is_stopped_at_its_time_limit(cases: ModuleType) -> None:
    probe = releases_gil(cases.sleep_held, 1e9, timeout=0.5)
    assert probe.state == "inconclusive"
    assert "did not return within 0.5 s" in probe.reason


def test_what_a_child_cannot_import_is_refused() -> None:
    with pytest.raises(TypeError, match="imports it by name"):
        releases_gil(lambda: None, timeout=1)


def test_an_interpreter_without_a_gil_is_inconclusive(
    cases: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_is_gil_enabled", lambda: False, raising=False)
    probe = releases_gil(cases.hold, MS)
    assert probe.state == "inconclusive"
    assert "without a GIL" in probe.reason


def test_a_probe_is_also_a_plain_dict(cases: ModuleType) -> None:
    assert set(releases_gil(cases.release, MS).to_dict()) == {"state", "reason", "tries", "seconds"}
