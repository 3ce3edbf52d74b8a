"""Variables that are something of the old build become the same thing of the new one, whatever they are called."""

from __future__ import annotations

import pytest
from reload_cases.edited import Edited

pytestmark = pytest.mark.every_python

HERE = "this notebook"

BESIDE = {
    "mine.py": "import every\nfrom every import Thing, one\n\n\ndef thrice():\n    return 3 * one()\n\n\n"
    "def late():\n    return every.one()\n",
    "stars.py": "from every import *\n\n\ndef both():\n    return (one(), Thing().v())\n",
    "guarded.py": "try:\n    from every import one as fast\nexcept ImportError:\n    fast = None\n",
}

NOTEBOOK = """
import sys
import every, mine, stars, guarded
import every as again
from every import one, gone, grows, turns_into_a_class, is_thing
from every import one as other_name, Thing, Base, Derived, Kind, Shape, Geo, TuneError, ForeignError, shapes, child
from every.child import Kl, hello

alias = one
v, make, create, size, level = Thing.v, Thing.make, Thing.create, Thing.size, Thing.LEVEL
A = Kind.A
Circle = Shape.Circle
mine_alone = one
mine_alone = "replaced by hand"
deleted = one
del deleted
module_before, names_before = id(every), set(dir(every))
every.mark = "set by hand"

def doubled():
    return 2 * one()

class Worker:
    def work(self):
        return Thing().v()

worker = Worker()
square = lambda: one() ** 2
def outer():
    def inner():
        return one()
    return inner
inner = outer()
"""

#: What follows, and an expression that says so.
FOLLOWING = {
    "a function": ("one", "one()", 2),
    "a function under another name": ("other_name", "other_name()", 2),
    "a second variable": ("alias", "alias()", 2),
    "a class": ("Thing", "Thing().v()", 2),
    "a base class": ("Base", "Base().v()", 2),
    "a derived class": ("Derived", "Derived().v()", 2),
    "an enum": ("Kind", "Kind.A.v()", 2),
    "a complex enum": ("Shape", "Shape.Circle(radius=1).v()", 2),
    "a class that says it is another module's": ("Geo", "Geo(1).v()", 2),
    "an exception": ("TuneError", "TuneError is every.TuneError", True),
    "an exception that says it is of a module that is not there": (
        "ForeignError",
        "ForeignError is every.ForeignError",
        True,
    ),
    "a method taken from a class": ("v", "v(Thing())", 2),
    "a static method taken from a class": ("make", "make().a", 2),
    "a class method taken from a class": ("create", "create().a", 20),
    "an attribute's descriptor taken from a class": ("size", "size.__get__(Thing())", 2),
    "a variant of an enum": ("A", "A is every.Kind.A or A == every.Kind.A", True),
    "a variant's class": ("Circle", "Circle(radius=1).v()", 2),
    "a declared submodule": ("shapes", "(shapes.area(), shapes.Square().v())", (2, 2)),
    "a submodule made by hand": ("child", "(child.hello(), child.Kl().v())", (2, 2)),
    "a function of a submodule made by hand": ("hello", "hello()", 2),
    "a class of a submodule made by hand": ("Kl", "Kl().v()", 2),
    "a function with another signature": ("grows", "grows(1)", 6),
    "a function that became a class": ("turns_into_a_class", "isinstance(turns_into_a_class, type)", True),
}


@pytest.mark.parametrize("case", FOLLOWING)
def test_a_variable_follows(edited: Edited, case: str) -> None:
    name, expression, expected = FOLLOWING[case]
    assert edited.value(expression) == expected
    assert (HERE, name) in edited.followed
    assert edited.says_nothing_of(name)


#: What calls the new build without being changed itself.
CALLING = {
    "a function": ("doubled()", 4),
    "a lambda": ("square()", 4),
    "a function in a function": ("inner()", 2),
    "a method": ("worker.work()", 2),
    "the module": ("every.one()", 2),
    "the module under another name": ("again.one()", 2),
    "getattr": ("getattr(every, 'one')()", 2),
    "sys.modules": ("sys.modules['every'].one()", 2),
}


@pytest.mark.parametrize("caller", CALLING)
def test_what_is_called_by_name_is_new(edited: Edited, caller: str) -> None:
    expression, expected = CALLING[caller]
    assert edited.value(expression) == expected


def test_the_module_is_the_same_object(edited: Edited) -> None:
    assert edited.value("(id(every) == module_before, again is every, sys.modules['every'] is every)") == (
        True,
        True,
        True,
    )


def test_globals_of_the_users_modules_follow(edited: Edited) -> None:
    assert edited.value("(mine.thrice(), mine.late(), mine.Thing().v())") == (6, 2, 2)
    assert {("mine", "one"), ("mine", "Thing")} <= edited.followed


def test_globals_that_a_star_brought_follow(edited: Edited) -> None:
    assert edited.value("stars.both()") == (2, 2)
    assert ("stars", "one") in edited.followed


def test_a_name_imported_under_try_follows(edited: Edited) -> None:
    assert edited.value("guarded.fast()") == 2
    assert ("guarded", "fast") in edited.followed


def test_a_variable_that_was_replaced_by_hand_is_left_alone(edited: Edited) -> None:
    assert edited.value("mine_alone") == "replaced by hand"
    assert (HERE, "mine_alone") not in edited.followed


def test_a_variable_that_was_deleted_does_not_come_back(edited: Edited) -> None:
    assert edited.value("'deleted' in globals()") is False


def test_a_new_function_is_there(edited: Edited) -> None:
    assert edited.value("every.added()") == 2


def test_a_new_function_does_not_enter_the_notebook_by_itself(edited: Edited) -> None:
    assert edited.value("'added' in globals()") is False


def test_a_function_that_is_no_more_vanishes_from_the_module(edited: Edited) -> None:
    assert edited.value("(hasattr(every, 'gone'), 'gone' in dir(every))") == (False, False)


def test_a_variable_for_which_there_is_nothing_new_is_reported_and_still_works(edited: Edited) -> None:
    assert edited.old[HERE, "gone"] == "the new build has no gone"
    assert edited.value("gone()") == 1


def test_the_same_in_a_users_module(edited: Edited) -> None:
    assert edited.old["stars", "gone"] == "the new build has no gone"


def test_a_method_that_is_new_is_there_and_one_that_is_no_more_is_not(edited: Edited) -> None:
    assert edited.value("(Thing().late(), hasattr(Thing, 'early'))") == (2, False)


def test_a_new_variant_is_there(edited: Edited) -> None:
    assert edited.value("Kind.C.v()") == 2


def test_the_signature_and_the_documentation_are_new(edited: Edited) -> None:
    assert edited.value("str(__import__('inspect').signature(grows))") == "(a, b=5)"
    assert edited.value("one.__doc__") == "Returns the version 2."


def test_what_was_set_on_the_module_by_hand_goes_with_the_old_namespace(edited: Edited) -> None:
    assert edited.value("hasattr(every, 'mark')") is False


def test_the_modules_names_are_what_they_were_but_for_what_changed(edited: Edited) -> None:
    changed = edited.value("sorted(set(dir(every)) ^ names_before)")
    expected = {"added", "gone", "OVER"} | ({"early", "late"} & set(changed))
    assert set(changed) == expected


def test_nothing_else_is_reported(edited: Edited) -> None:
    assert set(edited.old) == {(HERE, "gone"), ("stars", "gone"), ("stars", "OVER")}
