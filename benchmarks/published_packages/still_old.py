"""What the user still holds of a package's earlier builds, found without asking the reloading code. Runs in the kernel.

Native code tells its age itself: a class, a function and a method contain addresses, and ``/proc/self/maps`` tells which
library lies there. Python code is old when its globals are not the namespace of the module of that name; a class without
such a function (an exception of ``create_exception!``, an enum) is remembered before the build.

From everything old, the references are followed backwards through all objects of the process until a variable is
reached. This takes seconds and lots of memory, which reloading itself cannot afford.
"""

from __future__ import annotations

import builtins
import ctypes
import gc
import os
import re
import sys
import types
import weakref
from collections.abc import Callable, Iterator
from typing import Any

#: Offsets into CPython's structures, the same from 3.11 to 3.13 on 64 bits: ``PyTypeObject.tp_dealloc``,
#: ``PyCFunctionObject.m_ml``, ``PyMethodDef.ml_meth``.
_TP_DEALLOC, _M_ML, _ML_METH = 48, 16, 8

_DESCRIPTORS = (
    types.MethodDescriptorType,
    types.ClassMethodDescriptorType,
    types.GetSetDescriptorType,
    types.MemberDescriptorType,
    types.WrapperDescriptorType,
)
_ATOMS = frozenset({int, float, complex, bool, str, bytes, type(None), range, types.CodeType})
_OF_IPYTHON = re.compile(r"_+|_[iodh]h|_i{1,3}|_i?\d+|In|Out|exit|quit|get_ipython|open|__.*__")

#: What was Python's own before a build: weak, so that the count of references stays what it was.
_remembered: list[weakref.ref[Any]] = []


def message(call: Callable[[], Any], error: type[BaseException]) -> str:
    """Return what the exception of type ``error`` says that ``call`` raises."""
    try:
        call()
    except error as raised:
        return str(raised.args[0])
    raise AssertionError(f"no {error.__name__} was raised")


def probe(expression: str, namespace: dict[str, Any]) -> str:
    """Return the representation of the expression's value."""
    return ascii(eval(expression, {**namespace, "message": message}))


def remember(top: str) -> None:
    """Remember, weakly, the classes that the package's modules show now."""
    for module in _modules(top):
        for value in list(vars(module).values()):
            if isinstance(value, type) and _belongs(value, top):
                _remembered.append(weakref.ref(value))


def survey(top: str, library: str, namespaces: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return which variables lead to something old, and which attributes of the package's modules are old.

    Args:
        top: the name of the package's top-level module.
        library: the native library of the newest build.
        namespaces: the user's variables, by the name that a report gives to the place.
    """
    gc.collect()
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        nodes, holders = _all_objects()
        is_old = _Age(top, library, nodes)
        old = [node for node in nodes.values() if is_old(node)]
        found = _variables_leading_to(old, nodes, holders, namespaces, top)
        inside = sorted(
            f"{module.__name__}.{name}"
            for module in _modules(top)
            for name, value in list(vars(module).items())
            if not name.startswith("__") and is_old(value)
        )
        return {"variables": found, "inside": inside, "old": len(old), "objects": len(nodes)}
    finally:
        if was_enabled:
            gc.enable()


def left_behind(names: list[tuple[str, str, str, str]], namespaces: dict[str, dict[str, Any]]) -> list[str]:
    """Return the imported names that are not what an import statement would give now, as ``place: name``."""
    missing = object()
    found = []
    for where, variable, module, attribute in names:
        now = getattr(sys.modules.get(module), attribute, missing)
        if now is missing:
            now = sys.modules.get(f"{module}.{attribute}", missing)
        value = namespaces[where].get(variable, missing)
        same_constant = type(value) is type(now) and type(value) in _ATOMS and value == now
        if value is not now and not same_constant:
            found.append(f"{where}: {variable}")
    return found


class _Age:
    """Tells whether an object comes from an earlier build of the package."""

    def __init__(self, top: str, library: str, nodes: dict[int, Any]) -> None:
        self._top = top
        self._ranges = list(_earlier_libraries(library))
        self._namespaces = {module.__name__: vars(module) for module in _modules(top)}
        shown = {id(value) for module in _modules(top) for value in vars(module).values()}
        gone = {id(one) for one in (reference() for reference in _remembered) if one is not None} - shown
        types_ = {id(node): node for node in nodes.values() if isinstance(node, type)}
        roots = {key for key, class_ in types_.items() if key in gone or self._is_old_class(class_)}
        self._classes = {
            key for key, class_ in types_.items() if any(id(base) in roots for base in type.mro(class_))
        }

    def __call__(self, value: Any) -> bool:
        kind = type(value)
        if id(kind) in self._classes:
            return True
        if issubclass(kind, type):
            return id(value) in self._classes
        if kind is types.FunctionType:
            return self._is_old_function(value)
        if kind is types.BuiltinFunctionType:
            owner = value.__self__
            if not isinstance(owner, types.ModuleType) and owner is not None:
                return id(owner) in self._classes or id(type(owner)) in self._classes
            method = ctypes.c_void_p.from_address(id(value) + _M_ML).value
            return method is not None and self._is_earlier(method + _ML_METH)
        if kind in _DESCRIPTORS:
            return id(value.__objclass__) in self._classes
        if kind is types.MethodWrapperType:
            return id(type(value.__self__)) in self._classes or id(value.__self__) in self._classes
        return False

    def _is_earlier(self, slot: int) -> bool:
        address = ctypes.c_void_p.from_address(slot).value or 0
        return any(first <= address < last for first, last in self._ranges)

    def _is_old_class(self, class_: type) -> bool:
        if self._is_earlier(id(class_) + _TP_DEALLOC):
            return True
        return any(
            type(value) is types.FunctionType and self._is_old_function(value)
            for value in list(vars(class_).values())
        )

    def _is_old_function(self, function: types.FunctionType) -> bool:
        name = function.__globals__.get("__name__")
        if not isinstance(name, str) or name.partition(".")[0] != self._top:
            return False
        return function.__globals__ is not self._namespaces.get(name)


def _modules(top: str) -> list[types.ModuleType]:
    modules = [
        module
        for name, module in list(sys.modules.items())
        if name.partition(".")[0] == top and isinstance(module, types.ModuleType)
    ]
    return list({id(module): module for module in modules}.values())


def _belongs(class_: type, top: str) -> bool:
    """Tell whether a class that the package shows is its own, as far as its ``__module__`` tells."""
    home = class_.__module__ if isinstance(class_.__module__, str) else ""
    known = home in sys.modules and home.partition(".")[0] != top
    return not (known or home == builtins.__name__)


def _earlier_libraries(library: str) -> Iterator[tuple[int, int]]:
    name = os.path.basename(library)
    with open("/proc/self/maps") as maps:
        for line in maps:
            words = line.split(maxsplit=5)
            path = words[5].strip().removesuffix(" (deleted)") if len(words) == 6 else ""
            if os.path.basename(path) == name and path != library:
                first, last = words[0].split("-")
                yield int(first, 16), int(last, 16)


def _all_objects() -> tuple[dict[int, Any], dict[int, list[int]]]:
    """Return every object of the process by its ``id``, and the ids of the objects that refer to it."""
    nodes: dict[int, Any] = {}
    holders: dict[int, list[int]] = {}
    waiting = gc.get_objects()
    own = {id(nodes), id(holders), id(waiting)}
    while waiting:
        holder = waiting.pop()
        if id(holder) in nodes or id(holder) in own or type(holder) is types.FrameType:
            continue
        nodes[id(holder)] = holder
        for value in gc.get_referents(holder):
            if type(value) in _ATOMS:
                continue
            holders.setdefault(id(value), []).append(id(holder))
            # A dictionary or tuple of objects that refer to nothing is not among the collector's.
            if id(value) not in nodes:
                waiting.append(value)
    return nodes, holders


def _variables_leading_to(
    old: list[Any],
    nodes: dict[int, Any],
    holders: dict[int, list[int]],
    namespaces: dict[str, dict[str, Any]],
    top: str,
) -> list[dict[str, str]]:
    ends = {id(variables): where for where, variables in namespaces.items()}
    walls = {id(sys.modules)}
    for name, module in list(sys.modules.items()):
        if isinstance(module, types.ModuleType):
            walls.add(id(vars(module)))
            if id(vars(module)) not in ends and name.partition(".")[0] != top:
                # `typing.Generic`, say, whose cache keeps what anybody ever asked it for: everybody holds it.
                walls |= {id(value) for value in list(vars(module).values()) if _is_defined_in(value, name)}
    towards: dict[int, int | None] = {id(value): None for value in old}
    waiting = list(towards)
    reached: dict[tuple[str, str], str] = {}
    for current in waiting:  # grows
        for holder in holders.get(current, ()):
            if holder in ends:
                for name, value in list(nodes[holder].items()):
                    if id(value) == current and not _OF_IPYTHON.fullmatch(str(name)):
                        reached.setdefault((ends[holder], name), _way(current, towards, nodes))
                continue
            if holder in walls or holder in towards or isinstance(nodes[holder], types.ModuleType):
                continue
            towards[holder] = current
            waiting.append(holder)
    return [{"where": where, "name": name, "way": way} for (where, name), way in sorted(reached.items())]


def _is_defined_in(value: Any, name: str) -> bool:
    return isinstance(value, (type, types.FunctionType)) and value.__module__ == name


def _way(start: int, towards: dict[int, int | None], nodes: dict[int, Any]) -> str:
    """Return the types of the objects from a variable's value to what is old."""
    words = []
    current: int | None = start
    while current is not None:
        node = nodes[current]
        named = f" {node.__qualname__}" if isinstance(node, (type, types.FunctionType)) else ""
        words.append(f"{type(node).__name__}{named}")
        current = towards[current]
    return " -> ".join(words)
