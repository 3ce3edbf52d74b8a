"""A kernel survives every call that the GIL lab measures in it, and every interrupt."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import psutil
import pytest
from kernel_support.kernel import Kernel
from kernel_support.processes import left_of

IMPORTS = """
import sys, time
sys.path.insert(0, {folder!r})
import gil_cases
from jupyterlab_maturin.gil import compare, computes_without_gil, releases_gil, scaling, timeline
from jupyterlab_maturin.gil.children import trial
trial._LATE, trial._IDLE = 0.2, 0.4

def long():
    print("called", flush=True)
    while True:
        time.sleep(0.01)

kept = [1, 2, 3]
"""


@pytest.fixture(scope="module")
def lab(shared_kernel: Kernel, cases: ModuleType) -> Kernel:
    """A kernel with the lab, the test crate and a function that never returns."""
    cell = shared_kernel.run(IMPORTS.format(folder=str(Path(str(cases.__file__)).parents[1])))
    assert cell.error is None, cell.error
    return shared_kernel


def trials(kernel: int) -> list[psutil.Process]:
    """The processes below the kernel in which calls are tried."""
    below = psutil.Process(kernel).children(recursive=True)
    return [child for child in below if "resource_tracker" not in command(child)]


def command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:  # it has ended, perhaps without being waited for
        return ""


def trying(kernel: int) -> list[psutil.Process]:
    """Wait until calls are tried below the kernel."""
    while not (running := trials(kernel)):
        time.sleep(0.005)  # nothing tells when a process that is not our own child has started
    return running


def goes_on(kernel: Kernel, pid: int) -> bool:
    """Whether the kernel is the same, has kept its variables, and has no process, no thread and no setting left over."""
    state = (
        "(__import__('os').getpid(), kept, sys.getswitchinterval(), [t.name for t in threading.enumerate()])"
    )
    kernel.run("import threading, sys")
    same, kept, interval, threads = kernel.evaluate(state)
    labs = [name for name in threads if name.startswith(("gil-", "thread ")) or "make_calls" in name]
    assert labs == []
    assert trials(pid) == []
    return (same, kept, interval) == (pid, [1, 2, 3], 0.005)


@pytest.mark.parametrize(
    "code",
    [
        "timeline(lambda: gil_cases.mutex_over_detach())",
        "timeline(gil_cases.mutex_over_detach)",
        "%scaling gil_cases.mutex_over_detach()",
        "timeline(lambda: gil_cases.end_together())",
    ],
)
def test_a_kernel_survives_calls_that_would_have_taken_it_along(lab: Kernel, code: str) -> None:
    pid = lab.pid
    cell = lab.run(code)
    assert cell.error is not None and cell.error["ename"] == "TrialError"
    # One sentence, and no traceback through the lab's own code.
    assert len(cell.error["traceback"]) == 1
    assert "nothing was called in this process" in cell.error["evalue"]
    assert (cell.text, cell.errors) == ("", "")
    assert goes_on(lab, pid)


def test_what_a_copy_of_the_kernel_prints_and_shows_is_seen_once(lab: Kernel) -> None:
    cell = lab.run(
        "timeline(lambda: (print('shown'), display('shown too'), gil_cases.hold(2)), threads=1).seconds"
    )
    assert cell.error is None
    assert cell.text.count("shown\n") == 1, cell.text
    assert [output.bundle["text/plain"] for output in cell.outputs] == ["'shown too'"]
    assert cell.errors == ""


@pytest.mark.parametrize(
    "code",
    [
        "timeline(long)",
        "timeline(gil_cases.sleep_held, 1e9)",
        "scaling(long)",
        "computes_without_gil(time.sleep, 1e6)",
        "releases_gil(gil_cases.sleep_held, 1e9, timeout=600)",
    ],
)
def test_an_interrupt_ends_a_trial_and_its_process(lab: Kernel, code: str) -> None:
    pid = lab.pid
    cell = lab.start(code)
    running = trying(pid)
    lab.interrupt()
    ended = lab.wait(cell)
    assert ended.error is not None and ended.error["ename"] == "KeyboardInterrupt"
    assert left_of(running, within=2) == []
    assert goes_on(lab, pid)


@pytest.mark.parametrize(
    "code",
    [
        "timeline(long, timeout=None)",
        "scaling(long, timeout=None)",
        "compare({'f': long})",
        "%gil long()",
    ],
)
def test_an_interrupt_ends_a_measurement_and_its_threads(lab: Kernel, code: str) -> None:
    pid = lab.pid
    cell = lab.start(code)
    while lab.next_message(cell)["msg_type"] != "stream":
        pass
    lab.interrupt()
    ended = lab.wait(cell)
    assert ended.error is not None and ended.error["ename"] == "KeyboardInterrupt"
    # The threads end at their next bytecode, and Python 3.11 does not wait for a thread a second time.
    lab.run(
        "import threading\n"
        "while any(t.name.startswith('thread ') or '(make_calls)' in t.name for t in threading.enumerate()):\n"
        "    time.sleep(0.001)"
    )
    assert goes_on(lab, pid)


def test_a_kernel_that_is_killed_takes_its_trials_along(
    start_kernel: Callable[..., Kernel], cases: ModuleType
) -> None:
    kernel = start_kernel()
    kernel.run(IMPORTS.format(folder=str(Path(str(cases.__file__)).parents[1])))
    pid = kernel.pid
    kernel.start("timeline(lambda: gil_cases.mutex_over_detach())")
    running = trying(pid)
    kernel.manager.signal_kernel(signal.SIGKILL)
    assert left_of(running, within=5) == []
