"""Keep what is read of a course in the course's own folder, as the bridge does."""

from __future__ import annotations

from pathlib import Path

from jupyterlab_maturin import protocol
from jupyterlab_maturin.errors import CourseError


def folder_of_exercise(course: protocol.CourseList, exercise: protocol.ExerciseSummary) -> Path:
    """Return the folder of an exercise, which may be missing.

    Raises:
        CourseError: it is a link, or below one, that leads out of the course.
    """
    folder = Path(exercise.directory)
    refuse_outside(course, folder)
    return folder


def refuse_outside(course: protocol.CourseList, place: Path) -> None:
    """Refuse a place in the course that is somewhere else in truth. A course that is itself a link may be one.

    Raises:
        CourseError: the message says where it leads.
    """
    real = place.resolve()
    if not real.is_relative_to(Path(course.root).resolve()):
        raise CourseError(
            f"{place} is a link to {real}, or below one, which is outside the course in {course.root}: "
            "put a folder of the course's own there."
        )
