"""Name a value by the way that leads to it, as a person would write it: ``cache["f"]``, ``worker.step``."""

from __future__ import annotations

import enum
import functools
import json
import reprlib
import threading
import types
from collections import deque
from itertools import islice
from typing import Any

from jupyterlab_maturin.classes import attributes, ids, is_of, mro
from jupyterlab_maturin.classes import name as class_name
from jupyterlab_maturin.reload.contents.definitions import is_constant
from jupyterlab_maturin.reload.holders.references import (
    annotations_of,
    is_type_expression,
    members_of_class,
)

_METHODS = ids(types.MethodType, types.BuiltinMethodType)
_WRAPPERS = ids(staticmethod, classmethod, property)
_UNFINISHED = ids(types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType)
_OF_ATTRIBUTES = ids(types.GetSetDescriptorType, types.MemberDescriptorType)
#: Behind how many items no position is looked for.
_FARTHEST = 100_000


def name_of_path(root: str, path: list[Any]) -> tuple[str, str]:
    """Return the name of the last value of a path, and the beginning of a sentence that ends with that value.

    Args:
        root: what the first value is called.
        path: each value refers to the next one.
    """
    name, how = root, "it is"
    for index in range(len(path) - 1):
        before = path[index - 1] if index else None
        name, how = _step(name, before, path[index], path[index + 1])
    return name, how


def _step(name: str, before: Any, value: Any, child: Any) -> tuple[str, str]:
    kind = type(value)
    if issubclass(kind, dict):
        return _in_dict(name, before, value, child)
    if issubclass(kind, (list, tuple, deque)):
        base = next(base for base in (list, tuple, deque) if issubclass(kind, base))
        items = islice(base.__iter__(value), _FARTHEST)
        index = next((index for index, item in enumerate(items) if item is child), None)
        if index is not None:
            return f"{name}[{index}]", f"a {base.__name__} holds"
    elif issubclass(kind, (set, frozenset)):
        return f"an element of {name}", "a set holds"
    elif issubclass(kind, type):
        return _in_class(name, value, child)
    elif kind is types.FunctionType:
        return _in_function(name, value, child)
    elif issubclass(kind, functools.partial):
        return name, "its partial calls" if child is value.func else "its partial passes"
    elif kind is functools._lru_cache_wrapper:
        return name, "its cache wraps" if child is value.__wrapped__ else "its cache holds"
    elif is_of(value, _METHODS):
        return name, "it is a method of" if child is value.__self__ else "it is bound to"
    elif is_of(value, _WRAPPERS):
        return name, f"its {class_name(kind)} calls"
    elif is_of(value, _UNFINISHED):
        return name, f"{value.__qualname__}(), which is not over, holds"
    elif is_type_expression(value):
        return name, "it is a type made of"
    elif class_name(kind) == "ndarray":
        return f"an item of {name}", "an array holds"
    return _attribute(name, value, child)


def _in_dict(name: str, before: Any, value: dict[Any, Any], child: Any) -> tuple[str, str]:
    for key, item in list(islice(dict.items(value), _FARTHEST)):
        if item is child:
            if type(key) is str and key.isidentifier() and _is_namespace(value, before, key):
                return _dotted(name, before, key), "it is"
            return f"{name}[{_subscript(key)}]", "a dict holds"
        if key is child:
            return f"a key of {name}", "a dict has as a key"
    return _attribute(
        name, value, child
    )  # of a dict's subclass, such as the `default_factory` of a defaultdict


def _is_namespace(value: dict[Any, Any], owner: Any, key: str) -> bool:
    """Tell whether a dict holds the attributes of ``owner``, an instance or a class."""
    if issubclass(type(owner), type):
        return key in value and attributes(owner).get(key) is value[key]
    return _namespace(owner) is value


def _in_class(name: str, class_: type, child: Any) -> tuple[str, str]:
    for member, how, item in members_of_class(class_):
        if item is child:
            return f"{name}.{member}", how
    for attribute, item in list(attributes(class_).items()):
        if item is child:
            return f"{name}.{attribute}", "it is"
    return name, "it is a subclass of"


def _in_function(name: str, function: types.FunctionType, child: Any) -> tuple[str, str]:
    if any(
        child is item for item in (*(function.__defaults__ or ()), *(function.__kwdefaults__ or {}).values())
    ):
        return name, "a default argument is"
    if any(child is item for item in annotations_of(function).values()):
        return name, "an annotation is"
    for attribute, item in list(function.__dict__.items()):
        if child is item:
            return f"{name}.{attribute}", "it is"
    return name, "its closure holds"


def _attribute(name: str, value: Any, child: Any) -> tuple[str, str]:
    """Name ``child`` as an attribute of ``value``, from its own dictionary or its slots."""
    namespace = _namespace(value) or {}
    if namespace is child:
        return name, "it is"
    if issubclass(type(value), BaseException) and child is value.args:
        return f"{name}.args", "it is"
    for attribute, item in list(namespace.items()):
        if item is child:
            return _dotted(name, value, attribute), "it is"
    for class_ in mro(type(value)):
        for attribute, descriptor in list(attributes(class_).items()):
            if type(descriptor) is types.MemberDescriptorType:
                try:
                    item = descriptor.__get__(value)
                except AttributeError:
                    continue
                if item is child:
                    return _dotted(name, value, attribute), "it is"
    return name, f"a {class_name(type(value))} there holds"


def _dotted(name: str, value: Any, attribute: str) -> str:
    if issubclass(type(value), enum.Enum) and attribute == "_value_":
        attribute = "value"
    return f"{name}.{attribute}"


def _namespace(value: Any) -> dict[str, Any] | None:
    """Return the ``__dict__`` of an instance, through no code of the user's."""
    if issubclass(type(value), threading.local):
        return dict(vars(value))
    for class_ in mro(type(value)):
        descriptor = attributes(class_).get("__dict__")
        if descriptor is not None:
            if not is_of(descriptor, _OF_ATTRIBUTES):
                return None
            namespace: dict[str, Any] = descriptor.__get__(value)
            return namespace
    return None


def _subscript(key: Any) -> str:
    if type(key) is str:
        return json.dumps(key if len(key) <= 40 else key[:40] + "…", ensure_ascii=False)
    if is_constant(key) or type(key) is tuple:
        return reprlib.repr(key)
    return f"<{class_name(type(key))}>"
