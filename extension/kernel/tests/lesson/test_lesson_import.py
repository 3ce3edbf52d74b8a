"""Importing the module costs a notebook next to nothing until something of it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

from jupyterlab_maturin import lesson

HEAVY = {"altair", "vl_convert", "tree_sitter", "tree_sitter_rust", "msgspec", "timeit"}


def test_importing_the_names_loads_neither_altair_nor_a_parser() -> None:
    code = "import sys; before = set(sys.modules); from jupyterlab_maturin.lesson import {}; print(*set(sys.modules) - before)"
    for names, allowed in {
        "__all__": set(),
        "time_of": {"timeit"},
        "bars, lines": set(),
        "source": {"msgspec"},
    }.items():
        ran = subprocess.run(
            [sys.executable, "-c", code.format(names)], capture_output=True, text=True, check=True
        )
        assert HEAVY & set(ran.stdout.split()) <= allowed, names


@pytest.mark.parametrize("name", lesson.__all__)
def test_every_name_is_there_and_documented(name: str) -> None:
    value = getattr(lesson, name)
    assert value.__name__ == name
    assert value.__doc__
    assert name in dir(lesson)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'missing'"):
        lesson.missing  # noqa: B018
