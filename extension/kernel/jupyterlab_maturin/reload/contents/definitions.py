"""The functions, classes and objects that a generation defines, so that each can be recognised and followed.

What counts is who made an object and not what it says about itself: in PyO3, ``__module__`` is free text, and the most
usual layout says ``_lib`` where the module is ``deca._lib``.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from typing import Any

from jupyterlab_maturin.classes import attributes, ids, is_of, module_name, qualified_name
from jupyterlab_maturin.classes import name as class_name
from jupyterlab_maturin.reload.contents.namespace import is_module, namespace_of

_CONSTANTS = ids(
    int, float, complex, bool, str, bytes, type(None), range, type(Ellipsis), type(NotImplemented)
)
_SEQUENCES = ids(tuple, frozenset)
_WRAPPERS = ids(staticmethod, classmethod)
_FUNCTIONS = ids(types.FunctionType, types.BuiltinFunctionType)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a generation defines something."""

    #: The module's full name.
    module: str
    #: The attribute there; empty for the module itself.
    attribute: str

    def __str__(self) -> str:
        below = self.module.partition(".")[2]
        # People import from the package, and not from the private module in it that holds the native code.
        public = [part for part in (*below.split("."), self.attribute) if part and not part.startswith("_")]
        return ".".join(public) or self.attribute or below or self.module


def is_constant(value: Any) -> bool:
    """Tell whether ``value`` refers to nothing else and may be shared, so that its identity says nothing."""
    return is_of(value, _CONSTANTS) or (is_of(value, _SEQUENCES) and not value)


def definitions(
    modules: dict[str, types.ModuleType],
    all_modules: Container[str],
    foreign: Container[int],
    installed: Callable[[types.ModuleType], bool],
) -> Iterator[tuple[Place, Any]]:
    """Yield everything that a generation made and that one of its modules has as an attribute.

    An object with several places comes several times: outermost module first, its own ``__name__`` first.

    Args:
        modules: the modules to look into, by name.
        all_modules: the names of all modules of the generation.
        foreign: the ``id`` of each object that existed before the generation was imported.
        installed: tells whether a module comes from Python or from an installed package.
    """
    namespaces = {id(namespace_of(module)) for module in modules.values()}
    seen: set[int] = set()
    for name in sorted(modules, key=lambda name: name.count(".")):
        variables = namespace_of(modules[name])
        if id(variables) in seen:
            continue  # one module under two names
        seen.add(id(variables))
        for attribute, value in sorted(variables.items(), key=lambda item: name_of(item[1]) != item[0]):
            if is_of_every_module(attribute) or is_constant(value) or id(value) in foreign:
                continue
            if is_module(value):
                continue
            if (type(value) is types.FunctionType and id(value.__globals__) in namespaces) or _is_made_here(
                value, all_modules, installed
            ):
                yield Place(name, attribute), value


def is_written_in(value: Any, module: types.ModuleType) -> bool:
    """Tell whether ``value`` is a function or class in the source of ``module``, and not one that a user put there."""
    if type(value) is types.FunctionType:
        return value.__globals__ is namespace_of(module)
    return issubclass(type(value), type) and module_name(value) == namespace_of(module).get("__name__")


def members(class_: type) -> Iterator[tuple[str, Any]]:
    """Yield what can be taken out of a class without an instance: methods, static methods, variants of an enum …"""
    for attribute, raw in attributes(class_).items():
        if attribute in _OF_EVERY_CLASS:
            continue
        inner = raw.__func__ if is_of(raw, _WRAPPERS) else raw
        if is_of(inner, DESCRIPTORS):
            yield attribute, raw
        elif issubclass(type(inner), (type, types.FunctionType)):
            if qualified_name_of(inner) == f"{qualified_name(class_)}.{attribute}":
                yield attribute, inner
        elif type(inner) is types.BuiltinFunctionType:
            if inner.__module__ is None or inner.__module__ not in sys.modules or inner is not raw:
                yield attribute, inner
        elif type(inner) is class_:
            yield attribute, inner


def is_of_every_module(name: str) -> bool:
    """Tell whether Python itself gives every module an attribute ``name``; ``__version__`` is a package's own."""
    return name in _OF_EVERY_MODULE


def name_of(value: Any) -> str | None:
    """Return the ``__name__`` of a function or class; None for anything else."""
    if issubclass(type(value), type):
        return class_name(value)
    return value.__name__ if is_of(value, _FUNCTIONS) else None


def qualified_name_of(value: Any) -> str:
    """Return the ``__qualname__`` of a function or class."""
    own: str = qualified_name(value) if issubclass(type(value), type) else value.__qualname__
    return own


_OF_EVERY_MODULE = frozenset(
    {
        "__all__",
        "__annotations__",
        "__build__",
        "__builtins__",
        "__cached__",
        "__dict__",
        "__doc__",
        "__file__",
        "__getattr__",
        "__loader__",
        "__name__",
        "__package__",
        "__path__",
        "__spec__",
    }
)
_OF_EVERY_CLASS = frozenset(
    {"__dict__", "__weakref__", "__module__", "__doc__", "__annotations__", "__slots__"}
)
#: The types of what a class holds for its instances.
DESCRIPTORS = ids(
    property,
    types.MethodDescriptorType,
    types.ClassMethodDescriptorType,
    types.GetSetDescriptorType,
    types.MemberDescriptorType,
    types.WrapperDescriptorType,
)


def _is_made_here(
    value: Any, all_modules: Container[str], installed: Callable[[types.ModuleType], bool]
) -> bool:
    if issubclass(type(value), type):
        home = module_name(value)
    elif is_of(value, _FUNCTIONS):
        home = value.__module__ if type(value.__module__) is str else None
    else:
        return True  # an object; when it comes from elsewhere, the next generation has the very same one
    module = sys.modules.get(home) if home is not None else None
    if module is None or home in all_modules or not is_module(module):
        return True
    # What another module defines is there under its own name. A module of the user's that has it may have imported it.
    return not (installed(module) and _resolves(module, value))


def _resolves(module: types.ModuleType, value: Any) -> bool:
    first, *rest = qualified_name_of(value).split(".")
    found: Any = namespace_of(module).get(first)
    for part in rest:
        found = attributes(found).get(part) if issubclass(type(found), type) else None
    return found is value
