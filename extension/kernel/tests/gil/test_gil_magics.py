"""`%gil f(x)` and `%scaling f(x)`."""

from __future__ import annotations

from types import ModuleType

import pytest
from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell

from jupyterlab_maturin.gil.magics import GilMagics


@pytest.fixture
def shell(cases: ModuleType) -> InteractiveShell:
    """A shell with the magics and the test crate."""
    shell = InteractiveShell()
    shell.register_magics(GilMagics)
    shell.user_ns.update(cases=cases, ms=20, options={"window_us": 70})
    return shell


def test_gil_probes_the_call_that_is_written(shell: InteractiveShell) -> None:
    assert shell.run_line_magic("gil", "cases.hold(ms)").state == "held"
    assert shell.run_line_magic("gil", "cases.release(ms + 1)").state == "released"


def test_a_cell_that_ends_with_gil_shows_the_sentence(shell: InteractiveShell) -> None:
    probe = shell.run_line_magic("gil", "cases.hold(ms)")
    assert shell.display_formatter is not None
    bundle, _ = shell.display_formatter.format(probe)
    assert bundle["text/plain"] == str(probe)
    assert bundle["text/plain"].startswith("held: ")


def test_gil_takes_arguments_of_every_form(shell: InteractiveShell) -> None:
    assert shell.run_line_magic("gil", "cases.release_at_the_end(*[ms], window_us=100)")
    assert shell.run_line_magic("gil", "cases.release_at_the_end(ms, **options)")


def test_scaling_measures_the_call_that_is_written(shell: InteractiveShell) -> None:
    found = shell.run_line_magic("scaling", "cases.release(5)")
    assert found.thread_counts == (1, 2, 4)


@pytest.mark.parametrize("line", ["", "cases.hold", "cases.hold(", "x = 1"])
def test_what_is_not_a_call_is_a_usage_error_with_an_example(shell: InteractiveShell, line: str) -> None:
    with pytest.raises(UsageError, match=r"as in %gil f\(1000\)"):
        shell.find_line_magic("gil")(line)


def test_a_name_that_is_not_there_is_python_s_own_error(shell: InteractiveShell) -> None:
    with pytest.raises(NameError):
        shell.find_line_magic("gil")("missing(1)")
