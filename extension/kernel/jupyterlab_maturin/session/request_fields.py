"""The fields that several requests to the bridge have in common."""

from __future__ import annotations

import os
import sys
from typing import Any

from jupyterlab_maturin.session.environment import environment
from jupyterlab_maturin.session.interpreter import cache_tag
from jupyterlab_maturin.session.notebook import notebook_path, user_variables


def location_fields() -> dict[str, Any]:
    """Return where the request comes from: the working directory, and the notebook where it is known."""
    notebook = notebook_path(user_variables())
    return {"cwd": os.getcwd(), "notebook": None if notebook is None else str(notebook)}


def python_fields() -> dict[str, Any]:
    """Return which Python to build for and to run tests with, and its environment."""
    return {"interpreter": sys.executable, "tag": cache_tag(), "environment": environment()}
