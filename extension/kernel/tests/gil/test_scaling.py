"""What more threads gain, and whether to believe it."""

from __future__ import annotations

import subprocess
import sys
import time
from types import ModuleType, SimpleNamespace

import pytest

from jupyterlab_maturin.gil import Run, Scaling, in_processes, scaling, takes_threads
from jupyterlab_maturin.gil.system.processors import TRUSTED_LOAD, LoadByOthers


def runs(contestant: str, one: float, two: float) -> tuple[Run, ...]:
    """Three runs with one thread and three with two; each thread makes one call, in `one` or `two` seconds on average."""
    return tuple(
        Run(contestant, threads, threads, seconds * factor)
        for threads, seconds in ((1, one), (2, two))
        for factor in (0.9, 1.0, 1.2)
    )


def test_the_verdict_compares_the_medians_and_names_the_cores() -> None:
    found = Scaling(runs("f", 1.0, 1.0) + runs("g", 1.0, 2.0), (1, 2), 2, 0.0)
    assert (
        found.verdict()
        == "With 2 threads on 2 cores, this many times as fast as with one thread: f 2.00, g 1.00."
    )
    assert found.trusted


def test_the_verdict_says_when_the_machine_was_too_busy() -> None:
    found = Scaling(runs("f", 1.0, 1.0), (1, 2), 2, 1.6)
    assert not found.trusted
    assert "Other programs kept 1.6 cores busy, so do not trust these numbers." in found.verdict()


def test_every_run_is_kept_and_each_contestant_made_as_many(cases: ModuleType) -> None:
    found = scaling(cases.release, 5, threads=(1, 2), versus={"holds": cases.hold})
    assert {run.contestant for run in found.runs} == {"release", "holds"}
    assert len(found.runs) == 2 * 2 * 5
    assert [row["ideal"] for row in found.records()][:2] == [1, min(2, found.cores)]


def test_processes_and_functions_with_threads_of_their_own_can_run_beside(cases: ModuleType) -> None:
    asked: list[int] = []

    def own(ms: float, threads: int) -> None:
        asked.append(threads)
        cases.release(ms)

    found = scaling(
        cases.release,
        5,
        threads=(1, 2),
        versus={"processes": in_processes(cases.hold), "own": takes_threads(own)},
    )
    assert {run.contestant for run in found.runs} == {"release", "processes", "own"}
    assert set(asked) == {1, 2}


def test_a_debug_build_gets_a_warning(cases: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "__build__", SimpleNamespace(profile="dev", generation=3), raising=False)
    found = scaling(cases.release, 1, threads=(1,), versus={"processes": in_processes(cases.hold)})
    assert found.warnings == (
        "release is a debug build; build it with --profile release.",
        "processes is a debug build; build it with --profile release.",
    )
    assert "Careful: release is a debug build" in found.verdict()


@pytest.mark.parametrize("threads", [(), (0, 1), (-2,)])
def test_thread_counts_that_are_not_positive_are_refused(cases: ModuleType, threads: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="one or more"):
        scaling(cases.release, 5, threads=threads)


def test_an_exception_of_a_call_propagates(cases: ModuleType) -> None:
    with pytest.raises(ValueError, match="raised by gil_cases"):
        scaling(cases.raise_after, 1)


def test_what_is_not_callable_is_refused() -> None:
    with pytest.raises(TypeError, match="not callable"):
        scaling(42)  # type: ignore[arg-type]  # the mistake is the point


def test_busy_processes_are_noticed() -> None:
    load = LoadByOthers()
    process = subprocess.Popen([sys.executable, "-c", "while True: pass"], start_new_session=True)
    try:
        time.sleep(1)
        others = load.processors()
    finally:
        process.kill()
        process.wait()
    assert others is not None
    assert others > TRUSTED_LOAD
