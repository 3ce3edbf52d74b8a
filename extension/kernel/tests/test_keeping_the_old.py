"""A build that fails, in whatever way, leaves the loaded module as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from kernel_support.crates import Crate
from kernel_support.kernel import Kernel

#: Bodies of an initialiser, by the way in which importing the module then fails.
INITIALISERS = {
    "raises": 'Err(pyo3::exceptions::PyValueError::new_err("no such luck"))',
    "panics": 'panic!("the sky fell")',
    "exits": "Err(pyo3::exceptions::PySystemExit::new_err(3))",
}


def with_initialiser(crate: Crate, body: str) -> None:
    crate.edit(
        "    #[pyfunction]\n",
        f"    #[pymodule_init]\n    fn init(_: &Bound<'_, PyModule>) -> PyResult<()> {{\n        {body}\n    }}\n\n    #[pyfunction]\n",
    )


def test_a_crate_that_does_not_compile_raises_one_line_and_keeps_the_old(
    kernel: Kernel, crate: Crate
) -> None:
    good = kernel.built("first")["result"]["generation"]
    kernel.run("from first import answer")
    crate.edit("        1\n", '        "one"\n')
    cell = kernel.build("first").expect("failed")
    assert cell.error is not None
    assert cell.error["ename"] == "BuildError"
    assert len(cell.error["traceback"]) == 1 and "\n" not in cell.error["traceback"][0]
    assert cell.payload["previous"] == good
    assert cell.payload["counts"]["errors"] == 1
    assert cell.payload["diagnostics"][0]["code"]["code"] == "E0308"
    assert cell.payload["error"]["kind"] == "build"
    assert kernel.evaluate("answer()") == 1
    crate.edit('        "one"\n', "        3\n")
    kernel.built("first")
    assert kernel.evaluate("answer()") == 3


def test_the_error_carries_the_diagnostics(kernel: Kernel, crate: Crate) -> None:
    crate.edit("        1\n", '        "one"\n')
    kernel.run(
        "from jupyterlab_maturin import BuildError, build_extension\n"
        "try:\n    build_extension('first')\nexcept BuildError as error:\n    caught = error"
    )
    assert kernel.evaluate("[entry['code']['code'] for entry in caught.diagnostics]") == ["E0308"]


@pytest.mark.every_python
@pytest.mark.parametrize("way", sorted(INITIALISERS))
def test_a_module_that_does_not_import_keeps_the_old(kernel: Kernel, crate: Crate, way: str) -> None:
    good = kernel.built("first")["result"]["generation"]
    kernel.run("import first\nfrom first import answer\nbefore = dict(vars(first))")
    with_initialiser(crate, INITIALISERS[way])
    cell = kernel.build("first").expect("failed")
    assert cell.error is not None and cell.error["ename"] == "ReloadError"
    assert cell.payload["error"]["kind"] == "reload"
    assert cell.payload["previous"] == good
    assert cell.error["evalue"].startswith("Importing first: ")
    assert {"raises": "no such luck", "panics": "the sky fell", "exits": "3"}[way] in cell.error["evalue"]
    assert kernel.evaluate("(first.answer(), answer(), vars(first) == before)") == (1, 1, True)
    crate.edit(INITIALISERS[way], "Ok(())")
    crate.answers(1, 2)
    kernel.built("first")
    assert kernel.evaluate("(first.answer(), answer())") == (2, 2)


def test_a_mixed_crate_whose_python_raises_keeps_the_old_with_its_submodules(
    kernel: Kernel, tmp_path: Path
) -> None:
    crate = Crate.mixed(tmp_path / "blend", "blend")
    kernel.built("blend")
    kernel.run(
        "import sys, blend\nbefore = {name: module for name, module in sys.modules.items() if 'blend' in name}"
    )
    crate.edit("def twice", "raise LookupError('half way')\n\n\ndef twice", "python/blend/__init__.py")
    cell = kernel.build("blend").expect("failed")
    assert "LookupError: half way" in cell.payload["error"]["message"]
    assert kernel.evaluate("(blend.twice(), blend.shapes.corners())") == (2, 4)
    assert kernel.evaluate(
        "before == {name: module for name, module in sys.modules.items() if 'blend' in name}"
    )


def test_a_first_build_that_does_not_import_leaves_no_module_behind(kernel: Kernel, crate: Crate) -> None:
    with_initialiser(crate, INITIALISERS["raises"])
    kernel.build("first").expect("failed")
    assert kernel.evaluate("'first' in __import__('sys').modules") is False
    assert kernel.run("from first import answer").error is not None


@pytest.mark.every_python
def test_a_library_without_its_initialiser_says_which_one_is_missing(kernel: Kernel, tmp_path: Path) -> None:
    crate = Crate.pure(tmp_path / "misnamed", "misnamed")
    crate.edit("mod misnamed", "mod otherwise")
    cell = kernel.build("misnamed")
    assert cell.error is not None and cell.error["ename"] == "ReloadError"
    assert "PyInit_otherwise" in cell.error["evalue"] and "PyInit_misnamed" in cell.error["evalue"]
    crate.edit("mod otherwise", "mod misnamed")
    kernel.built("misnamed")


@pytest.mark.parametrize("name", ["json", "colorsys"])
def test_a_crate_named_like_a_module_of_python_is_refused(kernel: Kernel, tmp_path: Path, name: str) -> None:
    Crate.pure(tmp_path / "crate", name)
    kernel.run(f"import {name}, sys\nbefore = sys.modules['{name}']")
    cell = kernel.build("crate").expect("failed")
    assert cell.error is not None and cell.error["ename"] == "CrateError"
    assert "standard library" in cell.error["evalue"]
    assert kernel.evaluate(f"sys.modules['{name}'] is before")


def test_a_module_that_came_from_elsewhere_is_not_replaced(
    kernel: Kernel, crate: Crate, tmp_path: Path
) -> None:
    (tmp_path / "first.py").write_text("def answer():\n    return 'from a file'\n")
    kernel.run("import first")
    cell = kernel.build("first").expect("failed")
    assert cell.error is not None and cell.error["ename"] == "CrateError"
    assert "first.py" in cell.error["evalue"]
    assert kernel.evaluate("first.answer()") == "from a file"


def test_a_folder_that_was_imported_by_mistake_gives_way(kernel: Kernel, crate: Crate) -> None:
    kernel.run("import first  # the crate's folder: Python takes it for a package")
    kernel.built("first")
    assert kernel.evaluate("first.answer()") == 1
