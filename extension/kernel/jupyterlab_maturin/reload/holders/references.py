"""What a value refers to, read without running any code of the user's."""

from __future__ import annotations

import contextvars
import dataclasses
import enum
import functools
import gc
import sys
import threading
import types
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import filterfalse, islice
from typing import Any

from jupyterlab_maturin.classes import attributes, bases, ids, is_made_at_run_time, is_of, module_name
from jupyterlab_maturin.classes import name as class_name
from jupyterlab_maturin.reload.contents.definitions import is_constant
from jupyterlab_maturin.reload.contents.namespace import is_module, namespace_of
from jupyterlab_maturin.reload.follow.generation import OlderObjects
from jupyterlab_maturin.reload.user_namespaces import is_installed

#: How many items of one container are looked into, so that a table of ten million rows does not delay each build.
MOST_ITEMS = 1_000

# Each built-in type with its own iterator, so that an iterator defined by a subclass of the user's never runs.
_CONTAINERS: tuple[tuple[type, Callable[[Any], int], Callable[[Any], Iterator[Any]]], ...] = (
    (dict, dict.__len__, lambda value: iter(list(dict.values(value)))),
    (list, list.__len__, list.__iter__),
    (tuple, tuple.__len__, tuple.__iter__),
    (set, set.__len__, set.__iter__),
    (frozenset, frozenset.__len__, frozenset.__iter__),
    (deque, deque.__len__, deque.__iter__),
)
_RUNNING_NOW = ids(types.FrameType, types.TracebackType)
_NOTHING_OF_THE_USERS = _RUNNING_NOW | ids(types.CodeType, contextvars.Context)
_UNTRACKED = ids(dict, tuple)
_PARTS = ids(dict, tuple, types.CellType)
_CELLS = ids(types.CellType)
_TYPE_EXPRESSIONS = ids(types.UnionType, types.GenericAlias)


class Wanted:
    """The objects that are looked for: everything that earlier generations defined, and instances of their classes."""

    def __init__(self, older: OlderObjects) -> None:
        self._ids = set(older.defined)
        self._classes = set(map(id, older.classes.values()))

    def __contains__(self, value: Any) -> bool:
        return id(value) in self._ids or id(type(value)) in self._classes

    def are_among(self, values: Iterable[Any]) -> bool:
        """Tell whether one of them is in the list ``values``, at the speed of C."""
        return not (
            self._ids.isdisjoint(map(id, values)) and self._classes.isdisjoint(map(id, map(type, values)))
        )


def references(value: Any) -> list[Any]:
    """Return what ``value`` refers to, of a large container the first items only."""
    kind = type(value)
    if issubclass(kind, type):
        return [
            *attributes(value).values(),
            *bases(value),
            *(child for _, _, child in members_of_class(value)),
        ]
    if kind is types.FunctionType:
        near = [
            *map(_contents, value.__closure__ or ()),
            *(value.__defaults__ or ()),
            *(value.__kwdefaults__ or {}).values(),
            *annotations_of(value).values(),
            *value.__dict__.values(),
        ]
        # The registry of a `singledispatch` comes first, because the function's closure leads to it too.
        return sorted(near, key=lambda item: type(item) is not types.MappingProxyType)
    if issubclass(kind, functools.partial):
        return [value.func, *value.args, *value.keywords.values(), *vars(value).values()]
    if is_type_expression(value):
        return list(value.__args__)
    if issubclass(kind, threading.local):
        return list(vars(value).values())  # what other threads keep there is found among all objects
    if _is_array_of_objects(value):
        return list(islice(value.flat, MOST_ITEMS))  # the garbage collector does not look into one
    for base, length, iterate in _CONTAINERS:
        if issubclass(kind, base) and length(value) > MOST_ITEMS:
            return list(islice(iterate(value), MOST_ITEMS))
    near = gc.get_referents(value)
    if issubclass(kind, list):
        near.reverse()  # the garbage collector sees a list from its end
    return near


def _is_array_of_objects(value: Any) -> bool:
    numpy = sys.modules.get("numpy")
    return numpy is not None and type(value) is getattr(numpy, "ndarray", None) and value.dtype.hasobject


def members_of_class(class_: type) -> Iterator[tuple[str, str, Any]]:
    """Yield what a dataclass or an enum keeps for its members: the name, what a sentence says of it, and the value."""
    for name, field in list((attributes(class_).get("__dataclass_fields__") or {}).items()):
        if type(field) is dataclasses.Field:
            yield name, "its default_factory is", field.default_factory
            yield name, "its default is", field.default
            yield name, "its annotation is", field.type
    if issubclass(type(class_), enum.EnumMeta):
        for name, member in list((attributes(class_).get("_member_map_") or {}).items()):
            yield f"{name}.value", "it is", getattr(member, "_value_", None)


def annotations_of(function: types.FunctionType) -> dict[str, Any]:
    """Return a function's annotations; none where asking for them would evaluate them, from Python 3.14 on."""
    return function.__annotations__ if sys.version_info < (3, 14) else {}


def is_type_expression(value: Any) -> bool:
    """Tell whether ``value`` is something like ``Thing | None``, ``list[Thing]`` or ``Optional[Thing]``."""
    kind = type(value)
    if module_name(kind) == "typing":
        try:
            return type(vars(value).get("__args__")) is tuple
        except TypeError:
            return False  # one of those without attributes of their own, such as a TypeVar
    return is_of(value, _TYPE_EXPRESSIONS)


def parts(value: Any) -> list[Any]:
    """Return the objects that are no more than a part of ``value``, such as a function's closure."""
    whole = (type, types.FunctionType, functools.partial, threading.local)
    if not issubclass(type(value), whole) and not is_type_expression(value):
        return []
    near = [one for one in gc.get_referents(value) if is_of(one, _PARTS)]
    if is_type_expression(value):
        near.append(value.__args__)
    # A closure's tuple leads to its cells, and a thread's own variables are in a dict inside of a dict.
    inner = _PARTS if issubclass(type(value), threading.local) else _CELLS
    return [*near, *(part for one in near for part in gc.get_referents(one) if is_of(part, inner))]


def untracked(values: list[Any]) -> list[Any]:
    """Return those of ``values`` that Python's garbage collector does not know, but that refer to something.

    CPython leaves out a dict or a tuple whose items can be in no cycle, such as instances of most PyO3 classes.
    """
    return [value for value in filterfalse(gc.is_tracked, values) if is_of(value, _UNTRACKED) and value]


def may_hold(value: Any) -> bool:
    """Tell whether ``value`` is a holder that a person could be told of, and neither what runs now nor a part of this search.

    The nodes of a context, which are called ``hamt…``, are left out: each task has a copy, and the current context is
    searched by itself.
    """
    kind = type(value)
    if is_of(value, _RUNNING_NOW) or class_name(kind).startswith("hamt"):
        return False
    return not (module_name(kind) or "").startswith("jupyterlab_maturin.")


class Boundary:
    """Where a search stops: at modules, at Python's own objects, and at what is searched anyway."""

    def __init__(self, seen: set[int]) -> None:
        modules = [module for module in list(sys.modules.values()) if is_module(module)]
        #: Each module's name by the ``id`` of its namespace.
        self.modules = {id(namespace_of(module)): module for module in modules}
        self._seen = seen

    def is_beyond(self, value: Any) -> bool:
        """Tell whether ``value`` is not to be looked into; what was asked about once is beyond from then on."""
        if is_constant(value) or id(value) in self._seen or id(value) in self.modules:
            return True
        self._seen.add(id(value))
        kind = type(value)
        if is_module(value):
            return id(namespace_of(value)) in self.modules
        if is_of(value, _NOTHING_OF_THE_USERS):
            return True
        if kind is types.BuiltinFunctionType:
            return value.__self__ is None or is_module(value.__self__)
        if issubclass(kind, type):
            home = sys.modules.get(module_name(value) or "")
            return not is_made_at_run_time(value) or (
                home is not None and is_module(home) and is_installed(home)
            )
        return False


def _contents(cell: types.CellType) -> Any:
    try:
        return cell.cell_contents
    except ValueError:
        return None  # a variable that has not been assigned yet
