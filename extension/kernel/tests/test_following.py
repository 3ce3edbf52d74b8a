"""After a rebuild, the names in the notebook follow the new build, and what cannot follow is reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from kernel_support.crates import Crate
from kernel_support.kernel import Kernel

pytestmark = pytest.mark.every_python

POINT = """
    #[pymodule_export]
    const LIMIT: u64 = 1000;

    #[pyfunction]
    fn gone() -> u64 {
        7
    }

    #[pyclass]
    struct Point {}

    #[pymethods]
    impl Point {
        #[new]
        fn new() -> Self {
            Point {}
        }

        fn build(&self) -> u64 {
            1 + 0
        }
    }

    #[pymodule]
    mod inner {
        use super::*;

        #[pyfunction]
        fn deep() -> u64 {
            1 + 0
        }
    }
"""


@pytest.fixture
def points(tmp_path: Path) -> Crate:
    """A crate with a constant, a class and a nested module."""
    return Crate.pure(tmp_path / "points", "points", more=POINT)


def rebuild(kernel: Kernel, crate: Crate) -> dict[str, list[dict[str, str]]]:
    """Make every number of the crate a larger one, build, and return the result."""
    crate.edit("1 + 0", "2 + 0")
    crate.edit("1000", "2000")
    result: dict[str, list[dict[str, str]]] = kernel.built("points")["result"]
    return result


def test_names_of_every_kind_follow_the_new_build(kernel: Kernel, points: Crate) -> None:
    kernel.built("points")
    kernel.run(
        "from points import answer, Point, LIMIT, inner\nfrom points.points import answer as same\nalias = answer"
    )
    points.answers(1, 2)
    result = rebuild(kernel, points)
    assert kernel.evaluate("(answer(), alias(), same(), LIMIT, Point().build(), inner.deep())") == (
        2,
        2,
        2,
        2000,
        2,
        2,
    )
    followed = {entry["name"] for entry in result["rebound"]}
    assert followed == {"answer", "alias", "same", "LIMIT", "Point", "inner"}
    assert {entry["where"] for entry in result["rebound"]} == {"this notebook"}
    assert result["stale"] == []


def test_a_variable_of_the_users_own_keeps_its_value(kernel: Kernel, points: Crate) -> None:
    kernel.built("points")
    kernel.run("import points\nmine = {'kept': [1, 2]}\nlimit = points.LIMIT\nresult = points.answer()")
    rebuild(kernel, points)
    assert kernel.evaluate("(mine, limit, result)") == ({"kept": [1, 2]}, 1000, 1)


def test_a_function_of_the_notebook_calls_the_new_build(kernel: Kernel, crate: Crate) -> None:
    kernel.built("first")
    kernel.run("from first import answer\ndef doubled():\n    return 2 * answer()")
    crate.answers(1, 21)
    kernel.built("first")
    assert kernel.evaluate("doubled()") == 42


def test_what_holds_an_older_build_is_named_with_its_reason(kernel: Kernel, points: Crate) -> None:
    kernel.built("points")
    kernel.run(
        "import functools\nfrom points import answer, gone, Point\n"
        'cache = {"f": answer, "deep": [answer]}\n'
        "point = Point()\nseveral = [Point(), Point(), Point()]\nmethod = point.build\n"
        "part = functools.partial(answer)\nmemo = functools.lru_cache(answer)\n"
        "def make(f):\n    return lambda: f()\nclosed = make(answer)\n"
        "def default(f=answer):\n    return f()\n"
        "class Pair(tuple):\n    pass\npair = Pair([answer])\n"
    )
    points.edit("#[pyfunction]\n    fn gone() -> u64 {\n        7\n    }", "")
    points.answers(1, 2)
    generation = kernel.evaluate("__import__('points').__build__.generation")
    old = f"build {generation}'s"
    result = rebuild(kernel, points)
    stale = {entry["name"]: entry["reason"] for entry in result["stale"]}
    again = "re-run the cell that made it"
    assert stale == {
        'cache["f"]': f"a dict holds {old} answer; {again}",
        'cache["deep"][0]': f"a list holds {old} answer; {again}",
        "point": f"it is an instance of {old} Point; {again}",
        "several[0] and 2 more": f"a list holds an instance of {old} Point; {again}",
        "method": f"it is a method of an instance of {old} Point; {again}",
        "part": f"its partial calls {old} answer; {again}",
        "memo": f"its cache wraps {old} answer; {again}",
        "closed": f"its closure holds {old} answer; {again}",
        "default": f"a default argument is {old} answer; {again}",
        "pair[0]": f"a tuple holds {old} answer; {again}",
        "gone": "the new build has no gone",
    }
    assert kernel.evaluate("(gone(), cache['f'](), answer())") == (7, 1, 2)


def test_what_is_two_builds_old_is_still_named(kernel: Kernel, crate: Crate) -> None:
    kernel.built("first")
    kernel.run("from first import answer\nkept = [answer]")
    crate.answers(1, 2)
    kernel.built("first")
    crate.answers(2, 3)
    result = kernel.built("first")["result"]
    assert [entry["name"] for entry in result["stale"]] == ["kept[0]"]


def test_globals_of_the_users_modules_follow_and_those_of_installed_ones_are_left_alone(
    kernel: Kernel, crate: Crate, tmp_path: Path
) -> None:
    (tmp_path / "mine.py").write_text(
        "from first import answer\n\n\ndef thrice():\n    return 3 * answer()\n"
    )
    kernel.built("first")
    kernel.run("import mine, json, first\njson.borrowed = first.answer")
    crate.answers(1, 2)
    result = kernel.built("first")["result"]
    assert kernel.evaluate("mine.thrice()") == 6
    assert result["rebound"] == [{"name": "answer", "where": "mine"}]
    assert kernel.evaluate("json.borrowed()") == 1


def test_a_name_that_was_replaced_by_hand_is_not_touched(kernel: Kernel, crate: Crate) -> None:
    kernel.built("first")
    kernel.run("from first import answer\nanswer = 'my own'")
    crate.answers(1, 2)
    assert kernel.built("first")["result"]["rebound"] == []
    assert kernel.evaluate("answer") == "my own"


def test_the_outputs_that_ipython_keeps_are_not_reported(kernel: Kernel, crate: Crate) -> None:
    kernel.built("first")
    kernel.run("from first import answer")
    kernel.run("answer")
    crate.answers(1, 2)
    assert kernel.built("first")["result"]["stale"] == []


def test_a_large_container_costs_little(kernel: Kernel, crate: Crate) -> None:
    kernel.built("first")
    kernel.run(
        "from first import answer\nmillions = [answer] + [object()] * 5_000_000\nnested = [millions] * 100_000"
    )
    crate.answers(1, 2)
    payload = kernel.built("first")
    assert [entry["name"] for entry in payload["result"]["stale"]] == ["millions[0]"]


def test_nothing_is_reloaded_when_nothing_changed(kernel: Kernel, crate: Crate) -> None:
    kernel.built("first")
    kernel.run("import first\nfirst.mark = 'kept'\nbefore = first.answer")
    payload = kernel.built("first")
    assert payload["result"]["changed"] is False
    assert kernel.evaluate("(first.mark, before is first.answer, first.__build__.changed)") == (
        "kept",
        True,
        False,
    )


def test_force_makes_and_loads_a_new_generation(kernel: Kernel, crate: Crate) -> None:
    first = kernel.built("first")["result"]
    kernel.run("import first\nfirst.mark = 'kept'")
    again = kernel.built("first --force")["result"]
    assert again["generation"] > first["generation"]
    assert kernel.evaluate("hasattr(first, 'mark')") is False


def test_the_module_and_the_call_carry_the_build(kernel: Kernel, crate: Crate) -> None:
    cell = kernel.run(
        "from jupyterlab_maturin import Build, build_extension\n"
        "build = build_extension('first', quiet=True)\nimport first"
    )
    assert cell.outputs == [] and cell.error is None
    assert kernel.evaluate("build is first.__build__ and isinstance(build, Build)")
    assert kernel.evaluate("(build.module, build.crate, build.profile, build.features)") == (
        "first",
        "first",
        "release",
        (),
    )
    assert kernel.evaluate("build.library.is_file() and build.seconds > 0 and build.generation > 0")
