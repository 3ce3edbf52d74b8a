"""A reload runs no code of the user's objects, whatever they do when they are asked, and still names what is old."""

from __future__ import annotations

from pathlib import Path

import pytest
from kernel_support.crates import Crate
from kernel_support.kernel import Kernel

pytestmark = [pytest.mark.slow, pytest.mark.second_in_full]

THING = """
    #[pyclass]
    struct Thing {}

    #[pymethods]
    impl Thing {
        #[new]
        fn new() -> Self {
            Thing {}
        }
    }
"""

#: Each of these notes that it ran, and raises.
HOSTILE = """
import sys, types
from first import Thing, answer

ran = []
def refuse(what):
    def method(self, *arguments):
        ran.append(what)
        raise RuntimeError(what)
    return method
class Meta(type):
    __eq__, __hash__, __instancecheck__ = refuse("eq"), refuse("hash"), refuse("instancecheck")
    def __getattribute__(self, name):
        ran.append(name)
        return type.__getattribute__(self, name)
class Hostile(metaclass=Meta):
    __class__, __dict__ = property(refuse("class")), property(refuse("dict"))
    __getattr__, __eq__, __hash__, __repr__ = refuse("getattr"), refuse("eq"), refuse("hash"), refuse("repr")
    __len__, __iter__, __bool__ = refuse("len"), refuse("iter"), refuse("bool")
class HostileList(list):
    __iter__, __len__, __getitem__ = refuse("iter"), refuse("len"), refuse("getitem")
class HostileDict(dict):
    items, values, __iter__, __len__ = refuse("items"), refuse("values"), refuse("iter"), refuse("len")
class HostileModule(types.ModuleType):
    __getattribute__ = refuse("module")
class Holder:
    pass
hostile, several, table = Hostile(), HostileList([Thing()]), HostileDict(a=Thing())
sys.modules["hostile_module"] = HostileModule("hostile_module")
holder = Holder()
holder.hostile, holder.thing = hostile, Thing()
endless = [answer]
endless.append(endless)
"""


def test_nothing_of_the_users_runs_and_what_is_old_is_named(kernel: Kernel, tmp_path: Path) -> None:
    crate = Crate.pure(tmp_path / "first", "first", more=THING)
    kernel.built("first")
    ran = kernel.run(HOSTILE)
    assert ran.error is None, ran.error
    kernel.run("ran.clear()")
    kernel.run("again = hostile, several, table, Hostile, answer()  # what a cell used is looked up, too")
    crate.answers(1, 2)
    stale = {entry["name"] for entry in kernel.built("first")["result"]["stale"]}
    assert kernel.evaluate("(ran, answer())") == ([], 2)
    assert stale == {"several[0]", 'table["a"]', "holder.thing", "endless[0]"}


def test_an_array_of_objects_is_looked_into(kernel: Kernel, tmp_path: Path) -> None:
    crate = Crate.pure(tmp_path / "first", "first", more=THING)
    kernel.built("first")
    kernel.run("import numpy\nfrom first import Thing\ntable = numpy.array([Thing(), None], dtype=object)")
    crate.answers(1, 2)
    [stale] = kernel.built("first")["result"]["stale"]
    assert stale["name"] == "an item of table" and "an array holds an instance of build" in stale["reason"]
