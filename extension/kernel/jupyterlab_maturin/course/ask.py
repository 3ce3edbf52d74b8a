"""Ask the bridge about the course."""

from __future__ import annotations

import os
from typing import Any

from pylsp_jsonrpc.exceptions import JsonRpcException

from jupyterlab_maturin.bridge.client import connect
from jupyterlab_maturin.build.notebook import notebook_path
from jupyterlab_maturin.build.process import user_variables
from jupyterlab_maturin.course.errors import CourseError
from jupyterlab_maturin.errors import BridgeError, BuildExtensionError

#: The JSON-RPC code of an answer that is a sentence for the learner.
COURSE_ERROR = -32050


def asked_from() -> dict[str, Any]:
    """Return where the question is asked from: the working directory, and the notebook when it is known."""
    notebook = notebook_path(user_variables())
    return {"cwd": os.getcwd(), "notebook": None if notebook is None else str(notebook)}


def ask(method: str, **params: Any) -> dict[str, Any]:
    """Return the bridge's answer.

    Raises:
        CourseError: bad input, or a rule of the course.
        BridgeError: the bridge failed.
    """
    try:
        answer: dict[str, Any] = connect().request(method, {**asked_from(), **params}).result()
    except Exception as error:
        raise translated(error) from error
    return answer


def translated(error: Exception) -> BuildExtensionError:
    """Return what a request to the bridge failed with, as this package words it."""
    if isinstance(error, BuildExtensionError):
        return error
    if isinstance(error, JsonRpcException) and error.code == COURSE_ERROR:
        return CourseError(str(error.message))
    return BridgeError(f"Asking about the course: the bridge failed in itself: {error}")
