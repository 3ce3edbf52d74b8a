"""Whatever module of the crate was imported before is there again, new, under every name that held it."""

from __future__ import annotations

import pytest
from reload_cases.edited import Edited

HERE = "this notebook"

NOTEBOOK = """
import sys
import every
from every import shapes, child
from every.child import hello, Kl

sys.modules["every.shapes"] = every.shapes
from every.shapes import area, Square
import every.shapes as registered
deepest = every.shapes.deepest
depth = deepest.depth
modules_before = {name: id(module) for name, module in sys.modules.items() if name.partition(".")[0] == "every"}
"""

NOTEBOOK_MIXED = """
import every.plot, every.tools, every.deep.leaf, every._lib, every.early, every_beside
import every.plot as plotting
from every.plot import draw
from every.tools import twice, Tool, limit
from every.deep.leaf import leaf
from every import sub
from every.early import early
from every_beside import beside
import importlib
tools = importlib.import_module("every.tools")
tool = Tool()
beside_before = id(every_beside)
modules_before = {name: id(module) for name, module in sys.modules.items() if name.partition(".")[0] == "every"}
"""

only_mixed = pytest.mark.parametrize("layout", ["mixed"], indirect=True, scope="module")

NATIVE = {
    "a declared one": ("shapes", "(shapes.area(), shapes.Square().v(), shapes.SIDES)", (2, 2, 2002)),
    "one in a declared one": ("deepest", "(deepest.depth(), every.shapes.deepest is deepest)", (2, True)),
    "a function of one in a declared one": ("depth", "depth()", 2),
    "one that the crate made by hand": ("child", "(child.hello(), child.Kl().v(), child.AGE)", (2, 2, 3002)),
    "a function of one made by hand": ("hello", "hello()", 2),
    "a class of one made by hand": ("Kl", "(Kl().v(), Kl is child.Kl)", (2, True)),
    "one that the user registered": ("registered", "(registered.area(), registered is shapes)", (2, True)),
    "a function of one that the user registered": ("area", "(area(), area is shapes.area)", (2, True)),
    "a class of one that the user registered": (
        "Square",
        "(Square().v(), Square is shapes.Square)",
        (2, True),
    ),
}

PYTHON = {
    "one that __init__ imports": ("sub", "sub.where()", 2),
    "one that only the user imports": ("plotting", "plotting.draw()", ("drawn", 2, 2)),
    "a function of it": ("draw", "draw()", ("drawn", 2, 2)),
    "one with native names": ("tools", "tools.twice()", 4),
    "a function of one with native names": ("twice", "twice()", 4),
    "a native function that it renamed": ("limit", "limit()", 2),
    "a Python class with a native base": ("Tool", "Tool().both()", (2, 2)),
    "a function of one two levels down": ("leaf", "leaf()", 2),
    "a function of the wheel's second package": ("beside", "beside()", (2, 2)),
}


@pytest.mark.parametrize("case", NATIVE)
def test_a_native_submodule_follows(edited: Edited, case: str) -> None:
    name, expression, expected = NATIVE[case]
    assert edited.value(expression) == expected
    assert (HERE, name) in edited.followed
    assert edited.says_nothing_of(name)


@only_mixed
@pytest.mark.parametrize("case", PYTHON)
def test_a_python_submodule_follows(edited: Edited, case: str) -> None:
    name, expression, expected = PYTHON[case]
    assert edited.value(expression) == expected
    assert (HERE, name) in edited.followed
    assert edited.says_nothing_of(name)


def test_a_submodule_that_the_user_registered_can_still_be_imported(edited: Edited) -> None:
    ran = edited.kernel.run("from every.shapes import area as once_more\nimport every.shapes")
    assert ran.error is None
    assert edited.value("(once_more(), sys.modules['every.shapes'] is every.shapes)") == (2, True)


def test_a_submodule_made_by_hand_can_still_be_imported(edited: Edited) -> None:
    ran = edited.kernel.run("from every.child import hello as once_more_hello")
    assert ran.error is None
    assert edited.value("once_more_hello()") == 2


def test_every_module_that_was_imported_is_imported_again(edited: Edited) -> None:
    gone = edited.value("sorted(name for name in modules_before if name not in sys.modules)")
    assert gone == (["every.early"] if edited.crate.layout == "mixed" else [])


def test_modules_are_the_same_objects(edited: Edited) -> None:
    others = edited.value(
        "sorted(name for name, key in modules_before.items() if name in sys.modules and id(sys.modules[name]) != key)"
    )
    assert others == []


@only_mixed
def test_a_submodule_is_an_attribute_of_its_package(edited: Edited) -> None:
    assert edited.value(
        "(every.plot is sys.modules['every.plot'], every.deep.leaf is sys.modules['every.deep.leaf'], every.plot.draw())"
    ) == (True, True, ("drawn", 2, 2))


@only_mixed
def test_the_native_module_in_the_package_is_new(edited: Edited) -> None:
    assert edited.value("(every._lib.one(), every._lib is sys.modules['every._lib'], every.twice())") == (
        2,
        True,
        4,
    )


@only_mixed
def test_a_submodule_that_is_no_more_is_reported_and_one_that_is_new_can_be_imported(edited: Edited) -> None:
    assert edited.old[HERE, "early"] == "the new build has no early.early"
    assert edited.value("early()") == 1
    assert edited.kernel.run("import every.early as too_late").error is not None
    assert edited.kernel.run("import every.late").error is None
    assert edited.value("every.late.late()") == 2


@only_mixed
def test_an_instance_of_a_submodules_class_is_reported(edited: Edited) -> None:
    assert edited.old[HERE, "tool"].startswith("it is an instance of")
    assert "tools.Tool" in edited.old[HERE, "tool"]


@only_mixed
def test_the_wheels_second_package_is_the_same_module(edited: Edited) -> None:
    assert edited.value("(id(every_beside) == beside_before, every_beside.beside())") == (True, (2, 2))


@only_mixed
def test_a_cache_in_a_submodule_starts_empty(edited: Edited) -> None:
    assert edited.value("every.tools.remembered()") == 2


def test_nothing_that_is_there_is_said_to_be_missing(edited: Edited) -> None:
    untrue = {key for key, reason in edited.old.items() if reason.startswith("the new build has no ")}
    assert untrue == ({(HERE, "early")} if edited.crate.layout == "mixed" else set())
