"""Old things are named although no module of the old build shows them, and although they are two builds old."""

from __future__ import annotations

from pathlib import Path

import pytest
from kernel_support.crates import Crate
from kernel_support.kernel import Kernel

pytestmark = [pytest.mark.every_python, pytest.mark.slow]

SHOWN = """
    use super::View;

    #[pyfunction]
    fn view() -> View {
        View {}
    }

    #[pyfunction]
    fn look(view: PyRef<'_, View>) -> u64 {
        let _ = view;
        1 + 0
    }

    #[pyclass]
    struct Shown {}

    #[pymethods]
    impl Shown {
        fn size(&self) -> u64 {
            1 + 0
        }
    }
"""

#: Outside of the module: as a declarative module adds every class that is inside.
HIDDEN = """
#[pyclass]
struct View {}

#[pymethods]
impl View {
    fn size(&self) -> u64 {
        1 + 0
    }
}
"""


@pytest.fixture
def hidden(tmp_path: Path) -> Crate:
    """A crate with a class, `View`, that is not in the module: as iterators, views and guards of real crates are."""
    crate = Crate.pure(tmp_path / "hidden", "hidden", more=SHOWN.replace("    use super::View;\n\n", ""))
    crate.source.write_text(crate.source.read_text() + HIDDEN)
    return crate


def rebuild(kernel: Kernel, crate: Crate, old: int, new: int) -> dict[str, str]:
    """Make every number of the crate a larger one, build, and return the reasons in the report by name."""
    crate.edit(f"{old} + 0", f"{new} + 0")
    stale = kernel.built("hidden")["result"]["stale"]
    return {entry["name"]: entry["reason"] for entry in stale}


def test_instances_of_a_class_that_no_module_shows_are_named_after_every_build(
    kernel: Kernel, hidden: Crate
) -> None:
    number = kernel.built("hidden")["result"]["generation"]
    kernel.run("import functools, hidden\none = hidden.view()\nsome = [hidden.view()]\nkind = type(one)")
    kernel.run("size = functools.partial(kind.size)")
    again = "re-run the cell that made it"
    expected = {
        "one": f"it is an instance of build {number}'s View; {again}",
        "some[0]": f"a list holds an instance of build {number}'s View; {again}",
        "kind": f"it is build {number}'s View; {again}",
        "size": f"its partial calls build {number}'s View.size; {again}",
    }
    assert rebuild(kernel, hidden, 1, 2) == expected
    assert rebuild(kernel, hidden, 2, 3) == expected
    kernel.run("del one, some, kind, size")
    assert rebuild(kernel, hidden, 3, 4) == {}


def test_new_code_says_which_build_made_the_instance_that_it_gets(kernel: Kernel, hidden: Crate) -> None:
    number = kernel.built("hidden")["result"]["generation"]
    kernel.run("import hidden\none = hidden.view()")
    rebuild(kernel, hidden, 1, 2)
    error = kernel.run("hidden.look(one)").error
    assert error is not None and error["ename"] == "TypeError"
    assert f"'View (build {number}: make it again)' object is not an instance of 'View'" in error["evalue"]


def test_a_method_that_is_two_builds_old_is_named(kernel: Kernel, hidden: Crate) -> None:
    number = kernel.built("hidden")["result"]["generation"]
    kernel.run("import functools\nfrom hidden import Shown\nsize = functools.partial(Shown.size)")
    expected = {"size": f"its partial calls build {number}'s Shown.size; re-run the cell that made it"}
    assert rebuild(kernel, hidden, 1, 2) == expected
    assert rebuild(kernel, hidden, 2, 3) == expected


def test_what_one_crate_takes_from_another_belongs_to_that_other_one(kernel: Kernel, tmp_path: Path) -> None:
    Crate.pure(tmp_path / "first", "first")
    second = Crate.mixed(tmp_path / "second", "second")
    second.edit("from . import shapes", "from first import answer as borrowed", "python/second/__init__.py")
    first = Crate(tmp_path / "first")
    kernel.built("first")
    kernel.built("second")
    kernel.run("import second\nfrom second import borrowed\nkept = [borrowed]")
    first.answers(1, 2)
    result = kernel.built("first")["result"]
    assert {(entry["name"], entry["where"]) for entry in result["rebound"]} == {
        ("borrowed", "this notebook"),
        ("borrowed", "second"),
    }
    assert [entry["name"] for entry in result["stale"]] == ["kept[0]"]
    second.answers(1, 2)
    result = kernel.built("second")["result"]
    assert result["stale"] == []
    assert kernel.evaluate("(borrowed(), second.borrowed(), second.twice())") == (2, 2, 4)


def test_an_imported_version_follows(kernel: Kernel, tmp_path: Path) -> None:
    crate = Crate.mixed(tmp_path / "blend", "blend")
    crate.edit("from . import shapes", '__version__ = "1"', "python/blend/__init__.py")
    kernel.built("blend")
    kernel.run("from blend import __version__")
    crate.edit('"1"', '"2"', "python/blend/__init__.py")
    assert {"name": "__version__", "where": "this notebook"} in kernel.built("blend")["result"]["rebound"]
    assert kernel.evaluate("__version__") == "2"
