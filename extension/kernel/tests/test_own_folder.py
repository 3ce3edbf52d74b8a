"""A course is read in its own folder only, wherever that is."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from jupyterlab_maturin.errors import CourseError
from jupyterlab_maturin.own_folder import folder_of_exercise

ID = "01_first/00_words"


def course_at(root: Path) -> tuple[Any, Any]:
    """What the bridge says of a course with one exercise, as far as it is looked at."""
    return SimpleNamespace(root=str(root)), SimpleNamespace(directory=str(root / "exercises" / ID))


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    folder = tmp_path / "theirs" / "00_words"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize("linked", ["exercises/01_first/00_words", "exercises/01_first", "exercises"])
def test_a_link_that_leads_out_is_refused(tmp_path: Path, theirs: Path, linked: str) -> None:
    link = tmp_path / "course" / linked
    link.parent.mkdir(parents=True)
    link.symlink_to(theirs if linked.endswith("words") else theirs.parent)
    with pytest.raises(CourseError, match="which is outside the course in"):
        folder_of_exercise(*course_at(tmp_path / "course"))


def test_the_course_itself_may_be_a_link_and_so_may_what_stays_inside(tmp_path: Path) -> None:
    inside = tmp_path / "disk" / "course" / "moved"
    inside.mkdir(parents=True)
    (tmp_path / "disk/course/exercises/01_first").mkdir(parents=True)
    (tmp_path / "disk/course/exercises" / ID).symlink_to("../../moved")
    (tmp_path / "course").symlink_to("disk/course")
    assert folder_of_exercise(*course_at(tmp_path / "course")).resolve() == inside
