"""The notebook that this kernel runs for: its variables, and its path where that is known."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any


def shell() -> Any:
    """Return IPython's shell, ``None`` in a plain Python."""
    ipython = sys.modules.get(
        "IPython"
    )  # not imported, because in a plain Python that would take a third of a second
    return None if ipython is None else ipython.get_ipython()


def user_variables() -> dict[str, Any]:
    """Return the namespace that cells run in; in a plain Python, the namespace of ``__main__``."""
    current = shell()
    return vars(sys.modules["__main__"]) if current is None else current.user_ns


def notebook_path(variables: dict[str, Any]) -> Path | None:
    """Return the absolute path of the notebook, ``None`` where it is unknown.

    Args:
        variables: the namespace that cells run in. VS Code puts the path there; Jupyter puts it into the environment.
    """
    path_or_name = variables.get("__vsc_ipynb_file__") or os.environ.get("JPY_SESSION_NAME")
    if not isinstance(path_or_name, str) or not path_or_name.endswith(".ipynb"):
        return None
    path = Path(path_or_name)
    if path.is_absolute():
        return path
    # It is relative to the server's root, which a kernel does not know, but the kernel runs in the notebook's folder.
    return next((file for file in (Path.cwd() / path, Path.cwd() / path.name) if os.path.isfile(file)), None)
