"""Let cells import the Python files of an exercise, which the lessons without a crate have in place of a build cell."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from jupyterlab_maturin import protocol
from jupyterlab_maturin.bridge.client import request_answer
from jupyterlab_maturin.errors import CourseError
from jupyterlab_maturin.own_folder import folder_of_exercise, refuse_outside
from jupyterlab_maturin.session.request_fields import location_fields


def add_to_path(names: list[str]) -> None:
    """Let ``import`` find the Python files in folders of the course; they come first in ``sys.path``.

    A process that multiprocessing spawns gets the same path, so it finds the files, too.

    Raises:
        CourseError: there is no such course, exercise or folder.
        ToolError, BridgeError: the bridge would not start, or could not answer.
    """
    for name in names:
        folder = str(python_folder(name))
        if folder not in sys.path:
            sys.path.insert(0, folder)


def python_folder(name: str) -> Path:
    """Return a folder of the course around the notebook: an exercise's own, or one in it (``ID/example``).

    Raises:
        CourseError: there is no such course, exercise or folder.
        ToolError, BridgeError: the bridge would not start, or could not answer.
    """
    params = protocol.CourseParams(**location_fields())
    return folder_in(request_answer(protocol.COURSE_LIST, params, protocol.CourseList), name)


def folder_in(course: protocol.CourseList, name: str) -> Path:
    """Return a folder of this course, see :func:`python_folder`.

    Raises:
        CourseError: there is no such exercise or folder.
    """
    exercises = course.exercises
    wanted = os.path.normpath(name).replace(os.sep, "/")
    for exercise in exercises:
        if wanted == exercise.id or wanted.startswith(f"{exercise.id}/"):
            folder = folder_of_exercise(course, exercise) / wanted.removeprefix(exercise.id).lstrip("/")
            # A name that no folder can have is one that is not there.
            if os.path.isdir(folder):
                refuse_outside(course, folder)
                return folder
            raise CourseError(f"The exercise {exercise.id} has no folder `{folder.name}`.")
    raise CourseError(f"There is no exercise `{name}`: `jupyterlab-maturin list` shows all {len(exercises)}.")
