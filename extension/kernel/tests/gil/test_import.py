"""Importing the GIL lab costs a notebook nothing until an instrument is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import jupyterlab_maturin.gil

HEAVY = {
    "altair",
    "vl_convert",
    "multiprocessing",
    "concurrent.futures",
    "ctypes",
    "statistics",
    "subprocess",
}


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after `code`."""
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ran.stdout.split())


def test_importing_the_lab_imports_none_of_its_instruments() -> None:
    loaded = loaded_by("import jupyterlab_maturin.gil")
    assert not HEAVY & loaded
    assert {name for name in loaded if name.startswith("jupyterlab_maturin.gil.")} == set()


def test_loading_the_magics_imports_none_of_its_instruments() -> None:
    loaded = loaded_by("import jupyterlab_maturin.gil.magics")
    assert {name for name in loaded if name.startswith("jupyterlab_maturin.gil.")} == {
        "jupyterlab_maturin.gil.magics"
    }


@pytest.mark.parametrize("name", jupyterlab_maturin.gil.__all__)
def test_every_public_name_is_there_whatever_was_imported_before(name: str) -> None:
    value = getattr(jupyterlab_maturin.gil, name)
    assert value.__name__ == name
    assert getattr(jupyterlab_maturin.gil, name) is value
    assert name in dir(jupyterlab_maturin.gil)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'missing'"):
        jupyterlab_maturin.gil.missing  # noqa: B018
