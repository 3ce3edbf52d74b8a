"""Which notebook this kernel runs for, as far as its session tells."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any


def notebook_path(variables: dict[str, Any]) -> Path | None:
    """Return the absolute path of the notebook, ``None`` when nobody told.

    Args:
        variables: the namespace that cells run in; VS Code leaves the path there, Jupyter in the environment.
    """
    told = variables.get("__vsc_ipynb_file__") or os.environ.get("JPY_SESSION_NAME")
    if not isinstance(told, str) or not told.endswith(".ipynb"):
        return None
    path = Path(told)
    if path.is_absolute():
        return path
    # Relative to the server's root, which a kernel is not told; the kernel itself runs beside the notebook.
    return next((found for found in (Path.cwd() / path, Path.cwd() / path.name) if found.is_file()), None)
