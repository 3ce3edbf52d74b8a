"""Pickles of before come back as new instances, and names of exceptions catch what new code raises."""

from __future__ import annotations

import pytest
from reload_cases.edited import Edited

pytestmark = pytest.mark.every_python

HERE = "this notebook"

BESIDE = {
    "face.py": "from every import ForeignError, Geo, TuneError, fail\n\n\ndef probe(kind):\n    try:\n        fail(kind)\n"
    "    except ForeignError as error:\n        return ('foreign', error.args[0])\n"
    "    except TuneError as error:\n        return ('tune', error.args[0])\n",
}

NOTEBOOK = """
import contextlib, copy, copyreg, pickle
import every, face
from every import Card, Geo, Thing, TuneError, ForeignError, fail, one

card, geo = Card(7), Geo(8)
dumped = {"card": pickle.dumps(card), "geo": pickle.dumps(geo), "list": pickle.dumps([card, {"g": geo}])}
def again(a): return Thing(a)
def reduced(value): return again, (value.a,)
copyreg.pickle(Thing, reduced)
dumped["thing"] = pickle.dumps(Thing(9))
class MyError(TuneError): pass
held_errors = (TuneError, ForeignError)
quiet = contextlib.suppress(TuneError)
fail_before = [fail]
caught_before = None
try:
    fail("tune")
except TuneError as error:
    caught_before = error

def probe(kind):
    try:
        fail(kind)
    except ForeignError as error:
        return ("foreign", error.args[0])
    except TuneError as error:
        return ("tune", error.args[0])

def what_pickling_says(value):
    try:
        pickle.dumps(value)
    except Exception as error:
        return str(error)

def missed():
    try:
        fail_before[0]("tune")
    except TuneError:
        return "caught"
    except Exception as error:
        return error.args[0]
"""

only_pure = pytest.mark.parametrize("layout", ["pure"], indirect=True, scope="module")


@pytest.mark.parametrize("name", ["Card", "Geo"])
def test_a_new_instance_can_be_pickled(edited: Edited, name: str) -> None:
    expression = (
        f"(lambda back: (back.a, back.v(), type(back) is {name}))(pickle.loads(pickle.dumps({name}(5))))"
    )
    assert edited.value(expression) == (5, 2, True)


@pytest.mark.parametrize(("name", "a"), [("card", 7), ("geo", 8)])
def test_bytes_of_before_become_a_new_instance(edited: Edited, name: str, a: int) -> None:
    expression = (
        f"(lambda back: (back.a, back.v(), type(back) is {name.title()}))(pickle.loads(dumped[{name!r}]))"
    )
    assert edited.value(expression) == (a, 2, True)


def test_bytes_of_a_container_of_before_become_new_instances(edited: Edited) -> None:
    assert edited.value("(lambda back: (back[0].v(), back[1]['g'].v()))(pickle.loads(dumped['list']))") == (
        2,
        2,
    )


def test_bytes_of_before_that_a_function_of_copyreg_made_become_a_new_instance(edited: Edited) -> None:
    assert edited.value("(lambda back: (back.a, back.v()))(pickle.loads(dumped['thing']))") == (9, 2)


def test_a_registration_with_copyreg_is_named(edited: Edited) -> None:
    assert [name for where, name in edited.old if where == "copyreg" and "dispatch_table" in name]


def test_a_registration_with_copyreg_can_be_made_again(edited: Edited) -> None:
    code = "copyreg.pickle(Thing, reduced); print(pickle.loads(pickle.dumps(Thing(4))).v())"
    assert edited.kernel.run(code).text == "2\n"


@pytest.mark.parametrize("name", ["card", "geo"])
def test_pickling_an_old_instance_says_to_make_it_again(edited: Edited, name: str) -> None:
    assert "make it again" in edited.value(f"what_pickling_says({name})")


@pytest.mark.parametrize("copying", ["copy.copy", "copy.deepcopy"])
def test_a_new_instance_can_be_copied(edited: Edited, copying: str) -> None:
    assert edited.value(f"{copying}(Card(6)).v()") == 2


@only_pure
def test_a_function_pickled_before_comes_back_new(edited: Edited) -> None:
    code = "print(pickle.loads(b'cevery\\none\\n.')(), pickle.loads(pickle.dumps(one))())"
    assert edited.kernel.run(code).text == "2 2\n"


@pytest.mark.parametrize("kind", ["tune", "foreign"])
def test_a_name_imported_before_catches_what_new_code_raises(edited: Edited, kind: str) -> None:
    assert edited.value(f"probe({kind!r})") == (kind, 2)


@pytest.mark.parametrize("kind", ["tune", "foreign"])
def test_the_same_in_the_users_module(edited: Edited, kind: str) -> None:
    assert edited.value(f"face.probe({kind!r})") == (kind, 2)
    assert {("face", "TuneError"), ("face", "ForeignError")} <= edited.followed


def test_the_modules_attribute_catches_it(edited: Edited) -> None:
    code = "try:\n    fail('tune')\nexcept every.TuneError as error:\n    print('caught', error.args[0])"
    assert edited.kernel.run(code).text == "caught 2\n"


def test_exceptions_keep_their_module_and_name(edited: Edited) -> None:
    assert edited.value(
        "[(one.__module__, one.__qualname__, issubclass(one, Exception)) for one in (TuneError, ForeignError)]"
    ) == [("every", "TuneError", True), ("nowhere", "ForeignError", True)]


def test_a_tuple_of_exceptions_is_named(edited: Edited) -> None:
    assert (HERE, "held_errors[0]") in edited.old and (HERE, "held_errors[1]") in edited.old


def test_what_suppresses_an_exception_is_named(edited: Edited) -> None:
    assert (HERE, "quiet._exceptions[0]") in edited.old


def test_an_exception_derived_in_the_notebook_is_named(edited: Edited) -> None:
    assert "TuneError" in edited.old[HERE, "MyError"]


def test_an_exception_that_was_caught_before_is_named(edited: Edited) -> None:
    assert (
        "instance of" in edited.old[HERE, "caught_before"]
        and "TuneError" in edited.old[HERE, "caught_before"]
    )


def test_what_old_code_raises_is_not_caught_and_the_old_code_is_named(edited: Edited) -> None:
    assert edited.value("missed()") == 1
    assert (HERE, "fail_before[0]") in edited.old
