"""What a learner sees of the course in a notebook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
from kernel_support.kernel import Cell, Kernel
from kernel_support.processes import bridge_of, left_of

from jupyterlab_maturin.protocol import VERIFY_MIME as MIME

EXERCISE = "01_first/00_doubling"
SOLUTION = "def double(number):\n    return 2 * number\n"
HANGS = """import os, pathlib, signal
def double(number):
    pathlib.Path("pid").write_text(str(os.getpid()))
    signal.pause()
"""


def last(cell: Cell) -> dict[str, Any]:
    """Return the last state of the only verification that the cell shows."""
    payload: dict[str, Any] = cell.output.bundle[MIME]
    return payload


def error(cell: Cell) -> str:
    """Return what is shown in place of a traceback."""
    assert cell.error is not None, cell
    return "\n".join(cell.error["traceback"])


def markdown(cell: Cell) -> str:
    assert cell.error is None, cell.error
    return str(cell.output.bundle["text/markdown"])


def test_a_stub_stops_run_all_with_one_line_and_shows_each_test(doubling: Path, kernel: Kernel) -> None:
    cell = kernel.run(f"%verify {EXERCISE}")
    assert error(cell) == "VerificationError: 1 of 2 tests fails."
    payload = last(cell)
    assert payload["phase"] == "failed"
    assert payload["title"] == "Doubling"
    assert [(test["name"], test["outcome"]) for test in payload["tests"]] == [
        ("test_doubles", "failed"),
        ("test_zero", "passed"),
    ]
    assert payload["tests"][0]["message"] == "double(4) should be 8, and is 4 <b>"
    assert payload["outcome"]["hint"] == {"number": 1, "total": 3}


def test_the_output_reads_well_without_the_extension(doubling: Path, kernel: Kernel) -> None:
    bundle = kernel.run(f"%verify {EXERCISE}").output.bundle
    assert "✗ test_doubles   tests/test_doubling.py:5" in bundle["text/plain"]
    assert f"%hint {EXERCISE} shows hint 1 of 3." in bundle["text/plain"]
    assert "double(4) should be 8, and is 4 &lt;b&gt;" in bundle["text/html"]
    assert "<b>" not in bundle["text/html"]


def test_tests_that_fail_for_the_same_reason_are_told_once(doubling: Path, kernel: Kernel) -> None:
    doubling.write_text("def double(number):\n    raise NotImplementedError(f'double {number}')\n")
    bundle = kernel.run(f"%verify {EXERCISE}").output.bundle
    assert "NotImplementedError: double 4" in bundle["text/plain"]
    assert "1 more fails for the same reason" in bundle["text/plain"]
    assert "double 0" not in bundle["text/plain"]
    assert bundle["text/html"].index("1 more fails") < bundle["text/html"].index("double 0")


def test_a_solved_exercise_is_verified_and_nothing_is_raised(doubling: Path, kernel: Kernel) -> None:
    doubling.write_text(SOLUTION)
    cell = kernel.run(f"%verify {EXERCISE}")
    assert cell.error is None
    assert last(cell)["phase"] == "verified"
    assert last(cell)["outcome"]["message"] == "All 2 tests pass."


def test_one_output_is_replaced_in_place(doubling: Path, kernel: Kernel) -> None:
    cell = kernel.run(f"%verify {EXERCISE}")
    phases = [state[MIME]["phase"] for state in cell.output.states]
    assert phases[0] == "planning"
    assert phases[-1] == "failed"


def test_without_an_id_the_notebook_says_which(
    doubling: Path, tmp_path: Path, start_kernel: Callable[..., Kernel]
) -> None:
    notebook = tmp_path / "notebooks" / f"{EXERCISE}.ipynb"
    notebook.touch()
    kernel = start_kernel(JPY_SESSION_NAME=str(notebook))
    assert last(kernel.run("%verify"))["exercise"] == EXERCISE


def test_an_unknown_id_is_answered_with_the_nearest(doubling: Path, kernel: Kernel) -> None:
    cell = kernel.run("%verify 00_dubling")
    assert error(cell) == f"CourseError: There is no exercise 00_dubling; did you mean {EXERCISE}?"
    assert cell.outputs == []


def test_without_a_course_one_line_says_how_to_get_one(kernel: Kernel) -> None:
    assert "jupyterlab-maturin course DIR" in error(kernel.run("%hint x"))


@pytest.mark.parametrize("line", ["%verify one two", "%hint --loud", "%solution 'open"])
def test_a_mistake_in_the_arguments_is_one_line(doubling: Path, kernel: Kernel, line: str) -> None:
    assert kernel.run(line).errors.startswith("UsageError")


def test_hints_come_one_at_a_time(doubling: Path, kernel: Kernel) -> None:
    assert "first hint" in markdown(kernel.run(f"%hint {EXERCISE}"))
    assert "second hint" in markdown(kernel.run(f"%hint {EXERCISE}"))
    assert last(kernel.run(f"%verify {EXERCISE}"))["outcome"]["hint"]["number"] == 3


def test_the_solution_waits_for_three_attempts_or_for_one_who_insists(doubling: Path, kernel: Kernel) -> None:
    assert "opens after 3 more failed attempts" in error(kernel.run(f"%solution {EXERCISE}"))
    assert SOLUTION.rstrip() in markdown(kernel.run(f"%solution {EXERCISE} --insist"))
    for _ in range(3):
        kernel.run(f"%verify {EXERCISE}")
    assert "```python" in markdown(kernel.run(f"%solution {EXERCISE}"))


def test_a_skipped_exercise_lets_the_course_go_on(doubling: Path, kernel: Kernel) -> None:
    assert EXERCISE in markdown(kernel.run(f"%skip {EXERCISE}"))


def test_resetting_the_projects_own_copy_is_refused(doubling: Path, kernel: Kernel) -> None:
    assert "not a copy to learn in" in error(kernel.run(f"%reset_exercise {EXERCISE}"))


def test_an_interrupt_ends_the_tests_and_the_kernel_goes_on(doubling: Path, kernel: Kernel) -> None:
    doubling.write_text(HANGS)
    cell = kernel.start(f"%verify {EXERCISE}")
    tests = hanging_tests(doubling, kernel, cell)
    kernel.interrupt()
    result = kernel.wait(cell)
    assert error(result) == "KeyboardInterrupt: verifying was stopped."
    assert left_of([tests], 20) == []
    assert kernel.evaluate("1 + 1") == 2


def test_a_bridge_that_is_killed_takes_the_tests_with_it(doubling: Path, kernel: Kernel) -> None:
    pid = kernel.pid
    doubling.write_text(HANGS)
    cell = kernel.start(f"%verify {EXERCISE}")
    tests = hanging_tests(doubling, kernel, cell)
    bridge_of(pid).kill()
    result = kernel.wait(cell)
    assert error(result).startswith("BridgeError")
    assert last(result)["phase"] == "cancelled", "the clock in the output must not look as if it went on"
    assert left_of([tests], 20) == []
    doubling.write_text(SOLUTION)
    assert last(kernel.run(f"%verify {EXERCISE}"))["phase"] == "verified"


def hanging_tests(doubling: Path, kernel: Kernel, cell: str) -> psutil.Process:
    """Return the process of the tests, once the first of them runs."""
    file = doubling.parent / "pid"
    while not (file.exists() and file.read_text()):
        kernel.next_message(cell)  # an update comes at least once a second
    return psutil.Process(int(file.read_text()))
