"""Calls that wait for each other for ever, or end their process, are found in a child process; this one goes on."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from types import ModuleType

import psutil
import pytest
from kernel_support.processes import left_of

from jupyterlab_maturin.errors import TrialError
from jupyterlab_maturin.gil import in_processes, scaling, takes_threads, timeline
from jupyterlab_maturin.gil.children import forked, trial


@pytest.fixture(autouse=True)
def a_late_trial_is_judged_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The calls of these tests take 5 ms, so nobody has to wait for as long as a reader's own calls may take."""
    monkeypatch.setattr(trial, "_LATE", 0.2)
    monkeypatch.setattr(trial, "_IDLE", 0.4)


@pytest.fixture(autouse=True)
def no_child_is_left_behind() -> Iterator[None]:
    """Every test here also claims that each child is gone."""
    yield
    assert left_of(children(), within=10) == []


def children() -> list[psutil.Process]:
    """Return the processes below this one, without those that stay for all tests."""
    # Python keeps one for all that `multiprocessing` has spawned, and the tests one that they fork kernels from.
    staying = "resource_tracker", "ipykernel.kernelapp"
    below = psutil.Process().children(recursive=True)
    return [child for child in below if not any(word in command(child) for word in staying)]


def command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


@pytest.mark.parametrize(
    ("name", "way"),
    [
        pytest.param("mutex_over_detach", "sent", marks=pytest.mark.every_python),
        pytest.param("mutex_over_detach", "copied", marks=pytest.mark.every_python),
        ("rw_lock_over_detach", "copied"),
        ("once_lock_over_detach", "sent"),
        ("once_lock_over_detach", "copied"),
        ("message_with_gil", "copied"),
    ],
)
def test_calls_that_wait_for_each_other_for_ever_are_refused(cases: ModuleType, name: str, way: str) -> None:
    function = getattr(cases, name)
    with pytest.raises(TrialError) as caught:
        timeline(function if way == "sent" else lambda: function())
    said = str(caught.value)
    assert said.startswith(
        f"timeline: two calls of {name if way == 'sent' else '<lambda>'} at once never returned"
    )
    assert "Does it hold a lock while it waits for the GIL?" in said
    assert "`lock_py_attached`" in said


def test_scaling_tries_the_most_threads_and_each_contestant(cases: ModuleType) -> None:
    with pytest.raises(TrialError, match="scaling: four calls of mutex_over_detach at once never returned"):
        scaling(cases.mutex_over_detach)
    with pytest.raises(TrialError, match="scaling: two calls of faulty at once never returned"):
        scaling(cases.return_at_once, threads=(1, 2), versus={"faulty": lambda: cases.mutex_over_detach()})


def test_each_call_of_a_mapping_is_tried_beside_the_others(cases: ModuleType) -> None:
    calls = {"mine": lambda: cases.mutex_over_detach(), "other": lambda: cases.mutex_over_detach()}
    with pytest.raises(TrialError, match="two calls of mine, other at once never returned"):
        timeline(calls)


def never_returns_in_python() -> None:
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()


@pytest.mark.parametrize("way", ["sent", "copied"])
@pytest.mark.parametrize("case", ["a join with the GIL", "a lock taken twice", "a sleep"])
def test_a_call_that_never_returns_ends_at_its_time_limit(
    cases: ModuleType, case: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The threads of other tests may still be there; here they have nothing to do with the call.
    monkeypatch.setattr(trial, "threads_left_behind", lambda: False)
    call: Callable[[], object] = {
        "a join with the GIL": cases.join_with_gil,
        "a lock taken twice": never_returns_in_python,
        "a sleep": partial(time.sleep, 1e6),
    }[case]
    with pytest.raises(TrialError, match=r"did not return within 0\.5 s") as caught:
        timeline(call if way == "sent" else lambda: call(), threads=1, timeout=0.5)
    assert "timeout=5." in str(caught.value)


def test_what_a_function_does_with_threads_of_its_own_is_tried_too(cases: ModuleType) -> None:
    with pytest.raises(TrialError, match=r"scaling: a call of own did not return within 0\.5 s"):
        scaling(
            cases.return_at_once,
            threads=(1,),
            versus={"own": takes_threads(lambda _n: time.sleep(1e6))},
            timeout=0.5,
        )


@pytest.mark.parametrize("way", ["sent", "copied"])
@pytest.mark.parametrize(("code", "how"), [(3, "code 3"), (None, "SIGSEGV")])
def test_calls_that_end_the_process_together_are_refused(
    cases: ModuleType, code: int | None, how: str, way: str
) -> None:
    function = cases.end_together
    with pytest.raises(TrialError) as caught:
        timeline(function if way == "sent" else lambda code: function(code), code)
    said = str(caught.value)
    assert (
        f"two calls of {'end_together' if way == 'sent' else '<lambda>'} at once ended the process with {how}"
        in said
    )
    assert "one after the other, they do not" in said


def test_a_call_that_ends_the_process_alone_is_told_apart() -> None:
    with pytest.raises(TrialError, match=r"calls of _exit at once .* one after the other, they end it too"):
        timeline(partial(os._exit, 3))


def test_the_trial_changes_nothing_here(cases: ModuleType) -> None:
    made: list[int] = []
    timeline(lambda: made.append(cases.hold(1)))
    assert len(made) == 2


def test_what_the_calls_raise_is_raised_by_the_calls_themselves(cases: ModuleType) -> None:
    with pytest.raises(ValueError, match="raised by gil_cases"):
        timeline(cases.raise_after, 1)
    with pytest.raises(KeyError, match="mine"):
        timeline(lambda: {}["mine"])


def test_without_a_limit_nothing_is_tried(cases: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_came_back", None)
    assert timeline(cases.hold, 1, timeout=None).warnings == ()
    assert scaling(cases.hold, 1, threads=(1,), timeout=None).runs


@pytest.mark.parametrize("timeout", [0, -1, float("nan")])
def test_a_limit_that_makes_no_sense_is_refused(cases: ModuleType, timeout: float) -> None:
    with pytest.raises(ValueError, match="give it more than zero"):
        timeline(cases.hold, 1, timeout=timeout)


def test_where_nothing_can_be_tried_the_reader_is_told_before_and_after(
    cases: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(trial, "CAN_FORK", False)
    told: list[str] = []

    def hold() -> None:
        told.append(capsys.readouterr().err)
        cases.hold(1)

    found = timeline(hold, threads=1)
    [warning] = found.warnings
    assert warning.startswith("the calls of hold were not tried in a process of their own first, because ")
    assert f"Careful: {warning}" in found.verdict()
    assert told == [f"timeline: {warning} If this never ends, restart the kernel.\n"]


def test_a_pool_of_threads_that_a_copy_does_not_have_is_no_verdict(
    cases: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = os.getpid()

    def ask_the_pool() -> None:
        if os.getpid() != ours:
            time.sleep(1e6)

    monkeypatch.setattr(trial, "threads_left_behind", lambda: True)
    [warning] = timeline(ask_the_pool).warnings
    assert "does not have the native threads" in warning


def test_native_threads_are_noticed(cases: ModuleType) -> None:
    beside = threading.Thread(target=cases.release_in_threads, args=(300,))
    beside.start()
    while not (found := forked.threads_left_behind()) and beside.is_alive():
        pass
    beside.join()
    assert found


def test_a_process_that_does_not_answer_is_ended_by_an_interrupt(cases: ModuleType) -> None:
    def interrupt() -> None:
        # The trial's processes are all there is below this one.
        while not (running := children()):
            time.sleep(0.005)  # nothing tells when a process has started
        seen.extend(running)
        os.kill(os.getpid(), signal.SIGINT)

    seen: list[psutil.Process] = []
    thread = threading.Thread(target=interrupt)
    thread.start()
    with pytest.raises(KeyboardInterrupt):
        timeline(time.sleep, 1e6, threads=1)
    thread.join()
    assert seen and left_of(seen, within=10) == []


def test_an_interrupt_ends_the_processes_of_scaling(cases: ModuleType) -> None:
    def interrupt() -> None:
        while not [child for child in children() if "spawn_main" in command(child)]:
            time.sleep(0.005)  # nothing tells when a process has started
        os.kill(os.getpid(), signal.SIGINT)

    thread = threading.Thread(target=interrupt)
    thread.start()
    with pytest.raises(KeyboardInterrupt):
        scaling(cases.return_at_once, threads=(1,), versus={"asleep": in_processes(partial(time.sleep, 1e6))})
    thread.join()
