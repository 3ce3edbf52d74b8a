"""``import jupyterlab_maturin`` and ``%load_ext jupyterlab_maturin`` import nothing heavy, and the magics still work."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest
from IPython.core.interactiveshell import InteractiveShell

from jupyterlab_maturin import load_ipython_extension
from jupyterlab_maturin.magics import MAGICS

#: What neither statement may import. Each takes milliseconds, and no cell may need it before a magic is used.
HEAVY = {
    "altair",
    "argparse",
    "ctypes",
    "importlib.metadata",
    "msgspec",
    "multiprocessing",
    "pylsp_jsonrpc",
    "subprocess",
    "uuid",
    "vl_convert",
}

IMPORT = "import jupyterlab_maturin"
LOAD = (
    "from IPython.core.interactiveshell import InteractiveShell\n"
    "shell = InteractiveShell.instance()\n"
    "before = set(sys.modules)\n"
    "shell.run_line_magic('load_ext', 'jupyterlab_maturin')"
)


def imported_by(code: str) -> set[str]:
    """Return the modules that a fresh Python imports while it runs ``code`` (after the line that sets ``before``, if any)."""
    whole = f"import sys\nbefore = set(sys.modules)\n{code}\nprint(*sorted(set(sys.modules) - before))"
    ran = subprocess.run([sys.executable, "-c", whole], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


@pytest.mark.parametrize("code", [IMPORT, LOAD], ids=["import", "load_ext"])
def test_nothing_heavy_is_imported(code: str) -> None:
    modules = imported_by(code)
    assert "jupyterlab_maturin" in modules
    assert modules & HEAVY == set()


def test_loading_the_extension_imports_three_small_modules_of_this_package() -> None:
    ours = {module for module in imported_by(LOAD) if module.startswith("jupyterlab_maturin")}
    assert ours == {"jupyterlab_maturin", "jupyterlab_maturin.errors", "jupyterlab_maturin.magics"}


@pytest.fixture
def shell() -> InteractiveShell:
    shell = InteractiveShell()
    load_ipython_extension(shell)
    return shell


@pytest.mark.parametrize(("module", "class_name"), MAGICS)
def test_the_table_of_magics_names_what_each_class_defines(module: str, class_name: str) -> None:
    defined = getattr(importlib.import_module(module), class_name).magics
    assert set(MAGICS[module, class_name]) == {*defined["line"], *(f"%%{magic}" for magic in defined["cell"])}


@pytest.mark.parametrize("magic", [magic for magics in MAGICS.values() for magic in magics])
def test_the_help_of_every_magic_is_there_before_its_first_use(shell: InteractiveShell, magic: str) -> None:
    written = magic if magic.startswith("%%") else f"%{magic}"
    help_ = shell.object_inspect(written)
    assert help_["found"]
    assert written in help_["docstring"]
    assert help_["file"].endswith("magics.py") and "/jupyterlab_maturin/magics.py" not in help_["file"]


def test_a_magic_returns_what_the_class_returns_and_is_the_real_one_from_then_on(
    shell: InteractiveShell,
) -> None:
    probe = shell.run_line_magic("gil", "sorted([])")
    assert type(probe).__name__ == "GilProbe"
    assert shell.find_line_magic("gil").__self__ is shell.find_line_magic("scaling").__self__
