"""Which modules belong to a generation.

A module's name does not tell: PyO3 lets a crate write anything there. It belongs to a generation when it was imported from
one of its files, or when a module that belongs to it made it: a ``#[pymodule]`` inside a ``#[pymodule]`` has no file.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Container
from typing import Any

from jupyterlab_maturin.reload.contents.namespace import is_module, namespace_of

#: How deep native modules inside native modules are followed. Two levels are common.
_DEEPEST = 8


def modules_of(
    owns: Callable[[types.ModuleType], bool], tops: frozenset[str], foreign: Container[int]
) -> dict[str, types.ModuleType]:
    """Return the modules of a generation in the order of their import.

    Args:
        owns: tells whether a module was imported from a file of the generation.
        tops: the names of its top-level modules.
        foreign: the ``id`` of each module that something else made.

    Returns:
        Each module by its name in ``sys.modules``; one that is not there has its parent's name and, after a dot, the
        attribute that holds it.
    """
    imported = registered_modules()
    found = {name: module for name, module in imported.items() if owns(module)}
    known = {id(module) for module in found.values()}
    nested: dict[str, types.ModuleType] = {}

    def add_nested(parent: str, namespace: dict[str, Any], depth: int) -> None:
        for attribute, value in list(namespace.items()):
            if not is_module(value) or id(value) in known or id(value) in foreign:
                continue
            if not has_no_file(value):
                continue
            known.add(id(value))
            nested[f"{parent}.{attribute}"] = value
            if depth < _DEEPEST:
                add_nested(f"{parent}.{attribute}", namespace_of(value), depth + 1)

    for name, module in list(found.items()):
        add_nested(name, namespace_of(module), 0)
    made = {id(module) for module in nested.values()}
    for name, module in imported.items():
        # A crate, or its user, may have put a nested module into sys.modules, under whatever name.
        own_name = name.partition(".")[0] in tops and has_no_file(module) and id(module) not in foreign
        if id(module) in made or (name not in found and "." in name and own_name):
            found[name] = module
    # Under the attribute too: a module that is registered by hand may be found there only in the next generation.
    return found | {name: module for name, module in nested.items() if name not in found}


def registered_modules() -> dict[str, types.ModuleType]:
    """Return what is in ``sys.modules``, without the objects there that are no modules."""
    return {name: module for name, module in list(sys.modules.items()) if is_module(module)}


def has_no_file(module: types.ModuleType) -> bool:
    """Tell whether native code made ``module`` by itself: it has no file, and is none of Python's built-in modules."""
    namespace = namespace_of(module)
    return namespace.get("__file__") is None and getattr(namespace.get("__spec__"), "origin", None) is None
