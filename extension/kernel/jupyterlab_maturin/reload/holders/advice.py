"""What to do about something that holds an earlier generation."""

from __future__ import annotations

import sys
from typing import Any

from jupyterlab_maturin.classes import module_name
from jupyterlab_maturin.classes import name as class_name
from jupyterlab_maturin.reload.contents.namespace import is_module, namespace_of
from jupyterlab_maturin.reload.user_namespaces import is_installed


def advice(where: str, path: list[Any]) -> str:
    """Return half a sentence: how to get one of the new generation.

    Args:
        where: the namespace in which the path begins.
        path: leads from a variable to what is old.
    """
    for value in path[:-1]:
        home = _user_module(value) if issubclass(type(value), type) else None
        if home is not None:
            return f"run `importlib.reload({home})`, then import it again"
    home = _user_module(type(path[-1]))
    if home is not None:
        return f"run `importlib.reload({home})`, then re-run the cell that made it"
    if where in sys.modules and _is_users(where):
        return f"run `importlib.reload({where})`"
    return "re-run the cell that made it"


def _user_module(class_: type) -> str | None:
    """Return the module of the user's that defines ``class_``."""
    name = module_name(class_)
    if name is None or name == "__main__" or not _is_users(name):
        return None
    module = sys.modules[name]
    return name if namespace_of(module).get(class_name(class_)) is class_ else None


def _is_users(name: str) -> bool:
    module = sys.modules.get(name)
    return is_module(module) and module is not None and not is_installed(module) and name != "__main__"
