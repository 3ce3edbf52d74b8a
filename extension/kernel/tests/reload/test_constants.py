"""Numbers and texts follow where an import statement set them, and nowhere else."""

from __future__ import annotations

import pytest
from reload_cases.edited import Edited

HERE = "this notebook"

BESIDE = {
    "settings.py": "from every import LIMIT, SMALL\n\nOWN = 1\nlimit = LIMIT\n",
    "stars.py": "from every import *\n",
    "overruled.py": "from every import SMALL\n\nSMALL = 1\n",
}

NOTEBOOK = """
import every, settings, stars, overruled
from every import LIMIT, SMALL, RATIO, TITLE, FIRST, OVER, PAIR, TABLE
from every import LIMIT as BOUND
from every.child import AGE
if True:
    from every import TITLE as inside_an_if

mine = 1
calculated = every.LIMIT
copied = LIMIT
title = every.TITLE
truth = True
for loop in (every.SMALL,): pass
from every import SMALL as walrus
(walrus := 1)
from every import SMALL as small_again
small_again = 1
"""

NOTEBOOK_MIXED = """
from every.sub import X
from every.sub import X as deep
from every import sub
x = sub.X
import every.plot
from every.plot import STYLE
"""

FOLLOWING = {
    "a number": ("LIMIT", 1002),
    "a number under another name": ("BOUND", 1002),
    "a small number": ("SMALL", 2),
    "a fraction": ("RATIO", 2.5),
    "a text": ("TITLE", "version 2"),
    "a truth value": ("FIRST", False),
    "a tuple": ("PAIR", (2, "pair")),
    "a dict": ("TABLE", {"v": 2}),
    "a constant of a submodule": ("AGE", 3002),
    "one that was imported inside an if": ("inside_an_if", "version 2"),
}

KEPT = {
    "the user's own number of the same value": ("mine", 1),
    "a number that an assignment took": ("calculated", 1001),
    "a copy": ("copied", 1001),
    "a text that an assignment took": ("title", "version 1"),
    "the user's own truth value": ("truth", True),
    "a loop's variable": ("loop", 1),
    "one that an assignment expression replaced": ("walrus", 1),
    "one that an assignment replaced": ("small_again", 1),
}

only_mixed = pytest.mark.parametrize("layout", ["mixed"], indirect=True, scope="module")


@pytest.mark.parametrize("case", FOLLOWING)
def test_an_imported_constant_follows(edited: Edited, case: str) -> None:
    name, value = FOLLOWING[case]
    assert edited.value(name) == value
    assert (HERE, name) in edited.followed


@pytest.mark.parametrize("case", KEPT)
def test_any_other_value_is_kept(edited: Edited, case: str) -> None:
    name, value = KEPT[case]
    assert edited.value(name) == value
    assert (HERE, name) not in edited.followed
    assert edited.says_nothing_of(name)


@only_mixed
@pytest.mark.parametrize("name", ["X", "deep"])
def test_a_constant_of_a_python_submodule_follows(edited: Edited, name: str) -> None:
    assert edited.value(name) == 4002
    assert (HERE, name) in edited.followed


@only_mixed
def test_a_constant_of_a_python_submodule_that_only_the_user_imports_follows(edited: Edited) -> None:
    assert edited.value("(STYLE, every.plot.STYLE)") == ("style 2", "style 2")
    assert (HERE, "STYLE") in edited.followed


@only_mixed
def test_a_value_taken_from_a_python_submodule_is_kept(edited: Edited) -> None:
    assert edited.value("(x, sub.X)") == (4001, 4002)


def test_constants_of_the_users_modules_follow(edited: Edited) -> None:
    assert edited.value("(settings.LIMIT, settings.SMALL)") == (1002, 2)
    assert {("settings", "LIMIT"), ("settings", "SMALL")} <= edited.followed


def test_other_values_of_the_users_modules_are_kept(edited: Edited) -> None:
    assert edited.value("(settings.OWN, settings.limit)") == (1, 1001)


def test_constants_that_a_star_brought_follow(edited: Edited) -> None:
    assert edited.value("(stars.LIMIT, stars.TITLE)") == (1002, "version 2")
    assert ("stars", "LIMIT") in edited.followed


def test_a_module_that_replaces_what_it_imported_keeps_its_own(edited: Edited) -> None:
    assert edited.value("overruled.SMALL") == 1
    assert ("overruled", "SMALL") not in edited.followed


def test_a_constant_that_is_no_more_is_reported(edited: Edited) -> None:
    assert edited.old[HERE, "OVER"] == "the new build has no OVER"
    assert edited.value("OVER") == 77
