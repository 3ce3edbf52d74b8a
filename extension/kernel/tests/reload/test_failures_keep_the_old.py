"""A build that fails, at whatever step, leaves everything as it was, and says which build stays in use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from kernel_support.kernel import Cell, Kernel
from reload_cases.crate import EveryCrate

NOTEBOOK = """
import sys
import every
from every import one, Thing, shapes, child
from every.child import hello
held = [one]

def state():
    return (
        {name: id(module) for name, module in sys.modules.items() if name.partition(".")[0] == "every"},
        {name: id(value) for name, value in vars(every).items()},
        [id(value) for value in (one, Thing, shapes, child, hello, held[0])],
        list(map(id, sys.meta_path)), list(sys.path), __import__("importlib.metadata").metadata.version("every"),
    )
"""

NOTEBOOK_MIXED = """
import every.plot, every.tools, every_beside
from every.plot import draw
"""

RUST = "src/lib.rs"
INITIALISER = "        let py = module.py();\n        let child"

#: How each is broken: the file, what is replaced in it, by what, and what the message then says.
BROKEN = {
    "Rust that does not compile": (RUST, "const V: i32 = 2", 'const V: i32 = "2"', "does not compile"),
    "an initialiser that raises": (
        RUST,
        INITIALISER,
        '        return Err(pyo3::exceptions::PyValueError::new_err("no luck"));\n' + INITIALISER,
        "no luck",
    ),
    "an initialiser that panics": (
        RUST,
        INITIALISER,
        '        panic!("the sky fell");\n' + INITIALISER,
        "the sky fell",
    ),
    "an initialiser that exits": (
        RUST,
        INITIALISER,
        "        return Err(pyo3::exceptions::PySystemExit::new_err(3));\n" + INITIALISER,
        "tried to end the process",
    ),
    "a manifest that cannot be read": ("Cargo.toml", "[package]", "[package", "Cargo.toml"),
}
MIXED = {
    "Python that is none": ("py/every/__init__.py", "def twice", "def def twice", "SyntaxError"),
    "a package that raises": (
        "py/every/__init__.py",
        "def twice",
        "raise LookupError('half way')\ndef twice",
        "half way",
    ),
    "a package that imports a function that is no more": (
        "py/every/__init__.py",
        "from . import _lib, sub",
        "from ._lib import gone",
        "gone",
    ),
    "a submodule that only the user imports raises": (
        "py/every/plot.py",
        "STYLE =",
        "raise LookupError('in plot')\nSTYLE =",
        "in plot",
    ),
    "a submodule that only the user imports lacks a package": (
        "py/every/tools.py",
        "import functools",
        "import functools, there_is_no_such_package",
        "there_is_no_such_package",
    ),
    "the wheel's second package raises": (
        "py/every_beside/__init__.py",
        "import every",
        "import every\nraise LookupError('beside')",
        "beside",
    ),
}


@dataclass(frozen=True)
class InUse:
    """A kernel with the first version, and the crate."""

    kernel: Kernel
    crate: EveryCrate

    def break_and_build(self, file: str, old: str, new: str) -> Cell:
        """Build the second version with a fault in it."""
        self.crate.write(2)
        self.crate.crate.edit(old, new, file)
        return self.kernel.build("crate")


@pytest.fixture(scope="module")
def in_use(
    layout: str, kernel_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[InUse]:
    """A kernel that uses the first version, whatever tests of this file do."""
    folder: Path = tmp_path_factory.mktemp(f"failures-{layout}")
    crate = EveryCrate.first(folder / "crate", layout)
    kernel = Kernel(folder, kernel_environment)
    try:
        kernel.run("%load_ext jupyterlab_maturin")
        kernel.built("crate")
        for cell in (NOTEBOOK, NOTEBOOK_MIXED if layout == "mixed" else ""):
            assert kernel.run(cell).error is None
        yield InUse(kernel, crate)
    finally:
        kernel.shut_down()


def check_that_nothing_changed(in_use: InUse, case: tuple[str, str, str, str]) -> dict[str, Any]:
    file, old, new, said = case
    in_use.kernel.run("before = state()")
    generation = in_use.kernel.evaluate("every.__build__.generation")
    cell = in_use.break_and_build(file, old, new).expect("failed")
    assert cell.error is not None and said in cell.error["evalue"], cell.error
    assert in_use.kernel.evaluate("[a == b for a, b in zip(before, state())]") == [True] * 6
    assert in_use.kernel.evaluate("(one(), every.one(), Thing().v(), hello(), held[0]())") == (1, 1, 1, 1, 1)
    assert cell.payload["result"] is None
    if file != "Cargo.toml":  # which crate it is cannot be read then
        assert cell.payload["previous"] == generation
        assert f"build {generation} stays in use" in cell.output.bundle["text/plain"]
    return cell.payload


@pytest.mark.parametrize("case", BROKEN)
def test_everything_is_as_it_was_after(in_use: InUse, case: str) -> None:
    check_that_nothing_changed(in_use, BROKEN[case])


@pytest.mark.parametrize("layout", ["mixed"], indirect=True, scope="module")
@pytest.mark.parametrize("case", MIXED)
def test_a_package_is_as_it_was_after(in_use: InUse, case: str) -> None:
    check_that_nothing_changed(in_use, MIXED[case])
    assert in_use.kernel.evaluate("(every.twice(), every.plot.draw(), draw(), every_beside.beside())") == (
        2,
        ("drawn", 1, 1),
        ("drawn", 1, 1),
        (1, 1),
    )


def test_a_child_imports_the_old_build_after_a_failure(in_use: InUse) -> None:
    check_that_nothing_changed(in_use, BROKEN["an initialiser that raises"])
    code = "import every; print(every.one())"
    asked = f"__import__('subprocess').run([sys.executable, '-c', {code!r}], capture_output=True, text=True, cwd='/').stdout"
    assert in_use.kernel.evaluate(asked) == "1\n"
