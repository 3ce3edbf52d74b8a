"""A tiny course with one exercise, which is in Python, so that nothing has to be compiled."""

from __future__ import annotations

from pathlib import Path

import pytest

EXERCISE = "01_first/00_doubling"

MANIFEST = """kind = "python"
title = "Doubling"
minutes = 5
concepts = ["functions"]
summary = "Double a number."
module = "doubling.py"
hints = ["first hint", "second hint", "third hint"]
limit = 20

[stub]
fails = [{ test = "test_doubles", because = "double" }]
stops_at = "verify"
"""

TESTS = """from doubling import double


def test_doubles():
    assert double(4) == 8, f"double(4) should be 8, and is {double(4)} <b>"


def test_zero():
    assert double(0) == 0
"""

#: What the learner's file holds at first, and what it should hold.
STUB = "def double(number):\n    return number\n"
SOLUTION = "def double(number):\n    return 2 * number\n"


@pytest.fixture
def doubling(tmp_path: Path) -> Path:
    """The file that the learner edits, in a course in ``tmp_path``."""
    folder = tmp_path / "exercises" / EXERCISE
    for name, text in {
        "exercise.toml": MANIFEST,
        "doubling.py": STUB,
        "tests/test_doubling.py": TESTS,
        "solution/doubling.py": SOLUTION,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    (tmp_path / "notebooks" / "01_first").mkdir(parents=True)
    (tmp_path / "exercises" / "Cargo.toml").write_text("[workspace]\n")
    return folder / "doubling.py"
