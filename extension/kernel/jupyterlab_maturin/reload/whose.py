"""Which loaded generation an object belongs to."""

from __future__ import annotations

import sys
import types
from typing import Any

from jupyterlab_maturin.reload.contents.namespace import is_module, namespace_of
from jupyterlab_maturin.reload.loaded import Loaded, generations_in_use


def whose(value: Any) -> tuple[str, int] | None:
    """Return the module and the number of the generation in use that made ``value``.

    None for everything else, also for an instance of a class of that generation, and for what an earlier one made.
    """
    for loaded in generations_in_use():
        if _belongs(value, loaded):
            return loaded.name, loaded.generation
    return None


def _belongs(value: Any, loaded: Loaded) -> bool:
    if is_module(value):
        return any(value is module for module in loaded.definitions.modules.values()) or loaded.finder.owns(
            value
        )
    if id(value) in loaded.definitions.defined:
        return True
    if type(value) is types.FunctionType:
        # It may be from a module that was imported after the generation was loaded.
        module = sys.modules.get(value.__globals__.get("__name__", ""))
        return (
            module is not None
            and is_module(module)
            and namespace_of(module) is value.__globals__
            and loaded.finder.owns(module)
        )
    return False
