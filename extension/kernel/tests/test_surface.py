"""After a build, the output says what appeared, changed and vanished of what the module offers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from kernel_support.crates import Crate
from kernel_support.kernel import Kernel

from jupyterlab_maturin.build.surface_line import surface_line
from jupyterlab_maturin.reload.surface import record
from jupyterlab_maturin.reload.surface.change import LISTED, SurfaceChange, surface_change
from jupyterlab_maturin.reload.surface.items import Item

pytestmark = pytest.mark.second_in_full

MORE = """
    #[pymodule_export]
    const LIMIT: u64 = 10;

    #[pyfunction]
    fn nth(n: u64) -> u64 {
        n
    }

    #[pyclass]
    struct Wallet {
        #[pyo3(get)]
        total: u64,
    }

    #[pymethods]
    impl Wallet {
        #[new]
        fn new(total: u64) -> Self {
            Wallet { total }
        }

        fn add(&mut self, n: u64) {
            self.total += n;
        }
    }
"""


def surface(payload: dict[str, Any]) -> dict[str, Any] | None:
    found: dict[str, Any] | None = payload["result"].get("surface")
    return found


def test_the_first_build_and_one_that_changes_no_name_say_nothing(kernel: Kernel, crate: Crate) -> None:
    assert surface(kernel.built("first")) is None
    crate.answers(1, 2)
    assert surface(kernel.built("first")) is None


def test_functions_signatures_classes_and_constants_are_compared(kernel: Kernel, tmp_path: Path) -> None:
    crate = Crate.pure(tmp_path / "offers", "offers", MORE)
    kernel.built("offers")
    crate.edit("    #[pymodule_export]\n    const LIMIT: u64 = 10;\n", "")
    crate.edit(
        "    #[pyfunction]\n    fn nth(n: u64)",
        "    #[pyfunction(signature = (n, start=0))]\n    fn nth(n: u64, start: u64)",
    )
    crate.edit("        n\n", "        n + start\n")
    crate.edit("fn add(&mut self, n: u64)", "fn add(&mut self, n: u64, m: u64)")
    crate.edit("self.total += n;", "self.total += n + m;")
    crate.edit(
        "        fn add",
        "        fn double(&mut self) {\n            self.total *= 2;\n        }\n\n        fn add",
    )
    crate.edit(
        "    #[pyfunction]\n    fn answer",
        "    #[pyfunction]\n    fn area(w: u64, h: u64) -> u64 {\n        w * h\n    }\n\n    #[pyfunction]\n    fn answer",
    )
    cell = kernel.build("offers").expect("done")
    assert surface(cell.payload) == {
        "added": ["area(w, h)", "Wallet.double()"],
        "changed": ["nth(n) → nth(n, start=0)", "Wallet.add(n) → Wallet.add(n, m)"],
        "removed": ["LIMIT"],
        "omitted": 0,
    }
    line = (
        "new: area(w, h), Wallet.double() · "
        "changed: nth(n) → nth(n, start=0), Wallet.add(n) → Wallet.add(n, m) · gone: LIMIT"
    )
    assert f"   {line}\n" in cell.output.bundle["text/plain"] + "\n"
    assert f">{line}<" in cell.output.bundle["text/html"]


def test_the_python_half_of_a_mixed_crate_is_compared_as_people_import_it(
    kernel: Kernel, tmp_path: Path
) -> None:
    crate = Crate.mixed(tmp_path / "halves", "halves")
    crate.edit(
        "def twice",
        "SIZE = 3\n\n\nclass Box:\n    def __init__(self, size=SIZE):\n        self.size = size\n\n"
        "    def __len__(self):\n        return self.size\n\n\ndef twice",
        "python/halves/__init__.py",
    )
    kernel.built("halves")
    crate.edit("def twice():", "def twice(by: int = 2) -> int:", "python/halves/__init__.py")
    crate.edit("def corners()", "def corners(of)", "python/halves/shapes.py")
    crate.edit("SIZE = 3", "SIZE = 4", "python/halves/__init__.py")
    crate.edit("    def __len__", "    def __bool__", "python/halves/__init__.py")
    assert surface(kernel.built("halves")) == {
        "added": ["Box.__bool__()"],
        "changed": [
            "SIZE = 3 → SIZE = 4",
            "Box(size=3) → Box(size=4)",
            "twice() → twice(by: int = 2) -> int",
            "shapes.corners() → shapes.corners(of)",
        ],
        "removed": ["Box.__len__"],
        "omitted": 0,
    }


def test_a_module_that_was_imported_since_is_not_called_new(kernel: Kernel, tmp_path: Path) -> None:
    crate = Crate.mixed(tmp_path / "since", "since")
    crate.edit("from . import shapes\n", "", "python/since/__init__.py")
    kernel.built("since")
    kernel.run("import since.shapes")
    crate.answers(1, 2)
    assert surface(kernel.built("since")) is None
    (crate.path / "python" / "since" / "extra.py").write_text("def more():\n    pass\n")
    crate.edit(
        "from ._native import answer\n",
        "from ._native import answer\nfrom . import extra\n",
        "python/since/__init__.py",
    )
    found = surface(kernel.built("since"))
    assert found is not None and found["added"] == ["extra.more()"]


def changed(old: dict[str, Item], new: dict[str, Item], folders: Path) -> SurfaceChange | None:
    return surface_change({"m": old}, folders, {"m": new}, folders)


def test_a_class_that_appears_or_vanishes_is_named_once(tmp_path: Path) -> None:
    thing: dict[str, Item] = {
        "Thing": ("class", "(n)"),
        "Thing.f": ("function", "()"),
        "Thing.N": ("constant", "1"),
    }
    assert changed({}, thing, tmp_path) == SurfaceChange(["Thing(n)"], [], [])
    assert changed(thing, {}, tmp_path) == SurfaceChange([], [], ["Thing"])
    assert changed(thing, {**thing, "Thing": ("function", "(n)")}, tmp_path) == SurfaceChange(
        [], ["class Thing(n) → function Thing(n)"], []
    )


def test_what_is_listed_is_bounded_and_the_rest_is_counted(tmp_path: Path) -> None:
    many: dict[str, Item] = {f"f{number}": ("function", f"({'x' * 200})") for number in range(1000)}
    found = changed({"g": ("function", "(n)")}, {"g": ("function", "(m)"), **many}, tmp_path)
    assert found is not None
    assert found.changed == ["g(n) → g(m)"], "what may break a cell is never crowded out"
    assert len(found.added) + 1 == LISTED and found.omitted == 1001 - LISTED
    assert max(map(len, found.added)) < 100
    line = surface_line(found.added, found.changed, found.removed, found.omitted)
    rest = f" and {LISTED - 1 - 4} more · changed: g(n) → g(m) · {1001 - LISTED} more changes"
    assert len(line) < 600 and line.endswith(rest)


def test_a_record_that_is_broken_or_missing_counts_as_none(tmp_path: Path) -> None:
    assert record.read(tmp_path) is None
    (tmp_path / "jupyterlab-maturin-surface.json").write_text('{"version": 1, "modules": {"m": 3}}')
    assert record.read(tmp_path) is None
    (tmp_path / "jupyterlab-maturin-surface.json").unlink()
    record.write(tmp_path, {"m": {"f": ("function", "(n)")}})
    assert record.read(tmp_path) == {"m": {"f": ("function", "(n)")}}
    assert [entry.name for entry in tmp_path.iterdir()] == ["jupyterlab-maturin-surface.json"]
