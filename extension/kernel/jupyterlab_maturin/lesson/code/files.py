"""The files of an exercise, by the names that a lesson gives them."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from jupyterlab_maturin import protocol
from jupyterlab_maturin.bridge.client import request_answer
from jupyterlab_maturin.errors import CourseError
from jupyterlab_maturin.foreign.files import read_foreign_text
from jupyterlab_maturin.lesson.code.items import closest, listed
from jupyterlab_maturin.own_folder import folder_of_exercise
from jupyterlab_maturin.session.request_fields import location_fields

#: Where a crate has its code.
CRATE_FILES = ("src/lib.rs", "src/main.rs")
#: What tools make, and no lesson shows.
MADE_BY_TOOLS = {"target", "__pycache__", ".pytest_cache", ".ipynb_checkpoints"}


@dataclass(frozen=True)
class CourseFile:
    """A file of an exercise.

    Attributes:
        exercise: the exercise's id.
        name: relative to the exercise's folder, with ``/``.
        path: absolute.
    """

    exercise: str
    name: str
    path: Path

    def __str__(self) -> str:
        return f"`{self.name}` of {self.exercise}"


def find_file(exercise: str, path: str | None) -> CourseFile:
    """Return a file of an exercise of the course around the notebook.

    Args:
        exercise: its id: ``01_intro/03_functions``.
        path: relative to the exercise's folder. A folder means the code of the crate in it, ``None`` the file that the
            learner edits.

    Raises:
        CourseError: there is no such course, exercise or file, or the path leads out of the exercise.
        ToolError, BridgeError: the bridge would not start, or could not answer.
    """
    return file_in(*_exercise(exercise), path)


def file_in(course: protocol.CourseList, found: protocol.ExerciseSummary, path: str | None) -> CourseFile:
    """Return a file of an exercise of this course, see :func:`find_file`.

    Raises:
        CourseError: there is no such file, or the path leads out of the exercise.
    """
    folder = folder_of_exercise(course, found)
    candidates = _edited(found) if path is None else [path, *(f"{path}/{file}" for file in CRATE_FILES)]
    for name in candidates:
        inside = os.path.normpath(name)
        # Links count, too: what a lesson shows comes with the course.
        if not _real(folder / inside).is_relative_to(_real(folder)):
            raise CourseError(
                f"`{name}` leads out of the exercise {found.id}: name a file below the exercise's own folder."
            )
        if os.path.isfile(folder / inside):
            return CourseFile(found.id, Path(inside).as_posix(), folder / inside)
    names = _files_below(folder)
    folders = {parent.as_posix() for name in names for parent in PurePosixPath(name).parents}
    similar = closest(candidates[0], [*names, *sorted(folders)])
    raise CourseError(
        f"The exercise {found.id} has no file `{candidates[0]}`.{similar} It has {listed(names) or 'no files'}."
    )


def _exercise(exercise: str) -> tuple[protocol.CourseList, protocol.ExerciseSummary]:
    # The bridge is asked, and no folder is searched for here: it alone knows where a course is, that the notebook
    # counts before the working folder, and that a learner may have deleted an exercise.
    params = protocol.CourseParams(**location_fields())
    course = request_answer(protocol.COURSE_LIST, params, protocol.CourseList)
    by_id = {known.id: known for known in course.exercises}
    if exercise not in by_id:
        raise CourseError(
            f"There is no exercise `{exercise}`.{closest(exercise, by_id)} The course has {listed(by_id)}."
        )
    return course, by_id[exercise]


def _real(place: Path) -> Path:
    """Return where a path leads, links followed; a name that no file can have leads to itself."""
    try:
        return place.resolve()
    except (OSError, ValueError):
        return Path(os.path.abspath(place))


def _edited(exercise: protocol.ExerciseSummary) -> list[str]:
    """Where the file that the learner edits may lie, the likeliest place first."""
    if exercise.kind != "python":
        return list(CRATE_FILES)
    try:
        manifest = tomllib.loads(read_foreign_text(Path(exercise.directory) / "exercise.toml"))
    except (OSError, ValueError) as error:
        raise CourseError(
            f"The exercise.toml of {exercise.id}, which names the file to show, cannot be read ({error}): name the file."
        ) from error
    module = str(manifest.get("module", "")).removesuffix(".py") + ".py"
    return [f"src/{module}", module]


def _files_below(folder: Path) -> list[str]:
    found = []
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in MADE_BY_TOOLS)
        found += [Path(here, name).relative_to(folder).as_posix() for name in sorted(files)]
    return found
