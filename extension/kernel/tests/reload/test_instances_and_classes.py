"""Instances of an old class stay what they are, are named, and new code says what they are when it gets one."""

from __future__ import annotations

import pytest
from reload_cases.edited import Edited

pytestmark = pytest.mark.every_python

HERE = "this notebook"

BESIDE = {
    "helper.py": "from every import Base, one\n\n\nclass Sub(Base):\n    def mine(self):\n        return (self.v(), one())\n\n\n"
    "class SubSub(Sub):\n    pass\n",
}

NOTEBOOK = """
import every, helper
from every import Thing, Base, Derived, Card, Kind, Key, Shape, is_thing, takes, one
from helper import Sub, SubSub

thing = Thing(3)
derived = Derived()
s = Sub()
ss = SubSub()
class Mine(Base):
    level = 1
    def mine(self): return (self.v(), super().v(), one())
m = Mine()
kind_of = type(thing)
variants = [Kind.A]
by_key = {Key(3): "value"}
circle = Shape.Circle(radius=4)
described = (Thing.__name__, Thing.__qualname__, Thing.__module__, Card.__module__, repr(Thing))
make_mine = In[-1]

def refused(value):
    try:
        takes(value)
    except TypeError as error:
        return str(error)
"""


def build_of(edited: Edited) -> int:
    """Return the number of the first build."""
    return int(edited.value("int(__import__('re').search('build ([0-9]+)', type(thing).__name__)[1])"))


def test_an_instance_is_named_with_its_class_and_its_build(edited: Edited) -> None:
    assert edited.old[HERE, "thing"].startswith(f"it is an instance of build {build_of(edited)}'s Thing; ")


def test_an_instance_of_a_derived_native_class_is_named(edited: Edited) -> None:
    assert "Derived" in edited.old[HERE, "derived"]


def test_an_instance_of_a_variant_of_a_complex_enum_is_named(edited: Edited) -> None:
    assert "instance of" in edited.old[HERE, "circle"] and "Shape" in edited.old[HERE, "circle"]


def test_an_instance_works_as_before(edited: Edited) -> None:
    assert edited.value("(thing.v(), thing.a, derived.v(), circle.radius)") == (1, 3, 1, 4)


def test_an_instance_is_none_of_the_new_class(edited: Edited) -> None:
    assert edited.value("(isinstance(thing, Thing), is_thing(thing), is_thing(Thing()))") == (
        False,
        False,
        True,
    )


def test_new_code_that_gets_an_instance_says_which_build_made_it_and_what_to_do(edited: Edited) -> None:
    refusal = edited.value("refused(thing)")
    assert f"build {build_of(edited)}: make it again" in refusal
    assert edited.value("takes(Thing())") == 2


def test_the_new_class_is_called_what_the_old_one_was(edited: Edited) -> None:
    assert edited.value(
        "(Thing.__name__, Thing.__qualname__, Thing.__module__, Card.__module__, repr(Thing)) == described"
    )


def test_a_variable_with_an_instances_class_follows(edited: Edited) -> None:
    assert edited.value("(kind_of is Thing, kind_of().v())") == (True, 2)
    assert (HERE, "kind_of") in edited.followed


def test_new_instances_know_their_native_base(edited: Edited) -> None:
    assert edited.value("(isinstance(Derived(), Base), Derived().v(), Thing.LEVEL)") == (True, 2, 2)


def test_a_subclass_in_the_notebook_is_named_and_so_is_its_instance(edited: Edited) -> None:
    again = "re-run the cell that made it"
    assert edited.old[HERE, "Mine"].endswith(f"Base; {again}")
    assert edited.old[HERE, "m"].endswith(f"Base; {again}")


def test_a_subclass_in_the_notebook_works_as_before(edited: Edited) -> None:
    assert edited.value("(m.mine(), isinstance(m, Mine), Mine.level)") == ((1, 1, 2), True, 1)


def test_a_subclass_made_anew_is_new(edited: Edited) -> None:
    ran = edited.kernel.run(
        "class Anew(Base):\n    def mine(self): return (self.v(), super().v(), one())\nanew = Anew()"
    )
    assert ran.error is None
    assert edited.value("(anew.mine(), isinstance(anew, Base), issubclass(Anew, every.Base))") == (
        (2, 2, 2),
        True,
        True,
    )


@pytest.mark.parametrize("name", ["Sub", "SubSub"])
def test_a_subclass_in_the_users_module_is_named_with_the_module_to_reload(edited: Edited, name: str) -> None:
    assert "importlib.reload(helper)" in edited.old[HERE, name]
    assert "re-run the cell" not in edited.old[HERE, name]


@pytest.mark.parametrize("name", ["s", "ss"])
def test_an_instance_of_a_subclass_in_the_users_module_is_named_with_the_module_to_reload(
    edited: Edited, name: str
) -> None:
    assert "importlib.reload(helper)" in edited.old[HERE, name]


def test_reloading_the_users_module_gives_a_new_subclass(edited: Edited) -> None:
    code = "import importlib; importlib.reload(helper); print(helper.Sub().mine(), helper.SubSub().mine())"
    assert edited.kernel.run(code).text == "(2, 2) (2, 2)\n"


def test_an_old_variant_is_not_equal_to_the_new_one_and_is_named(edited: Edited) -> None:
    assert edited.value("(variants[0] == Kind.A, Kind.A == every.Kind.A)") == (False, True)
    assert "Kind.A" in edited.old[HERE, "variants[0]"]


def test_a_new_key_does_not_find_what_an_old_one_keeps_and_that_is_named(edited: Edited) -> None:
    assert edited.value("(Key(3) in by_key, Key(3) == Key(3), len({Key(3), Key(3)}))") == (False, True, 1)
    assert (HERE, "a key of by_key") in edited.old
