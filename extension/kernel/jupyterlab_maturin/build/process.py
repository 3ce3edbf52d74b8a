"""What this process is to a build: its environment, and the variables of its cells."""

from __future__ import annotations

import os
import sys
from typing import Any

from jupyterlab_maturin.reload import import_folder


def environment() -> dict[str, str]:
    """Return this process's environment, as cargo should see it."""
    environment = import_folder.environment_without(dict(os.environ))
    return {name: value for name, value in environment.items() if _is_text(name) and _is_text(value)}


def _is_text(value: str) -> bool:
    # Bytes that are no UTF-8 cannot travel in JSON. Nothing that cargo or rustc reads is made of such.
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def user_variables() -> dict[str, Any]:
    """Return the namespace that cells run in; that of ``__main__`` where there is no IPython."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    return vars(sys.modules["__main__"]) if shell is None else shell.user_ns
