"""The values that can be reached from a variable: items of containers, closures, default arguments, base classes …"""

from __future__ import annotations

import functools
import json
import reprlib
import types
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

#: How many containers deep to look: two lead to `handlers["a"][0]`, a third to what a `partial` found there calls.
DEEPEST = 3
#: How many items of one container are looked at, so that a table of ten million numbers does not delay each build.
MOST_ITEMS = 1_000
#: How many values are looked at below one variable.
MOST_VALUES = 10_000

_Iterate = Callable[[Any], Iterator[Any]]

_PLAIN = frozenset({int, float, complex, bool, str, bytes, bytearray, type(None), range, slice})
# Each built-in type with its own iterator, so that an iterator defined by a subclass of the user's never runs.
_SEQUENCES: tuple[tuple[type, _Iterate], ...] = (
    (list, list.__iter__),
    (tuple, tuple.__iter__),
    (deque, deque.__iter__),
)
_SETS: tuple[tuple[type, _Iterate], ...] = ((set, set.__iter__), (frozenset, frozenset.__iter__))


@dataclass(frozen=True, slots=True)
class Reachable:
    """A value that is kept alive by a variable."""

    #: As the user would write it: `cache["f"]`.
    name: str
    #: The beginning of a sentence that ends with the value: `a dict holds`.
    how: str
    value: Any


def is_plain(value: Any) -> bool:
    """Tell whether ``value`` is of a built-in type that refers to no other value."""
    return type(value) in _PLAIN


def reachable_from(name: str, value: Any, seen: set[int]) -> Iterator[Reachable]:
    """Yield what can be reached from ``value``, which the user knows as ``name``.

    Args:
        name: as the user would write it.
        value: where to begin.
        seen: the ids of the values that were searched already; those searched here are added.

    No code of the user's runs: containers are read through the methods of the built-in types.
    """
    budget = MOST_VALUES
    waiting: deque[tuple[str, Any, int]] = deque([(name, value, 0)])
    while waiting and budget > 0:
        name, value, depth = waiting.popleft()
        if is_plain(value) or id(value) in seen or depth >= DEEPEST:
            continue
        seen.add(id(value))
        for found in _directly(name, value):
            budget -= 1
            yield found
            waiting.append((found.name, found.value, depth + 1))


def _directly(name: str, value: Any) -> Iterator[Reachable]:
    kind = type(value)
    if issubclass(kind, dict):
        # Copied in one step, because another thread may be changing it.
        for key, item in list(islice(dict.items(value), MOST_ITEMS)):
            yield Reachable(f"{name}[{_subscript(key)}]", "a dict holds", item)
            if not is_plain(key):
                yield Reachable(f"a key of {name}", "a dict has as a key", key)
    elif issubclass(kind, (list, tuple, deque)):
        base, iterate = next((base, iterate) for base, iterate in _SEQUENCES if issubclass(kind, base))
        for index, item in enumerate(list(islice(iterate(value), MOST_ITEMS))):
            yield Reachable(f"{name}[{index}]", f"a {base.__name__} holds", item)
    elif issubclass(kind, (set, frozenset)):
        _, iterate = next((base, iterate) for base, iterate in _SETS if issubclass(kind, base))
        for item in list(islice(iterate(value), MOST_ITEMS)):
            yield Reachable(f"an element of {name}", "a set holds", item)
    elif issubclass(kind, functools.partial):
        yield Reachable(name, "its partial calls", value.func)
        for item in (*value.args, *value.keywords.values()):
            yield Reachable(name, "its partial passes", item)
    elif kind is types.MethodType:
        yield Reachable(name, "it is a method of", value.__self__)
        yield Reachable(name, "it is bound to", value.__func__)
    elif kind is types.BuiltinMethodType and value.__self__ is not None:
        yield Reachable(name, "it is a method of", value.__self__)
    elif kind is types.FunctionType:
        yield from _in_function(name, value)
    elif issubclass(kind, type):
        for base in value.__bases__:
            yield Reachable(name, "it is a subclass of", base)
    elif kind is functools._lru_cache_wrapper:
        yield Reachable(name, "its cache wraps", value.__wrapped__)


def _in_function(name: str, function: types.FunctionType) -> Iterator[Reachable]:
    for cell in function.__closure__ or ():
        try:
            yield Reachable(name, "its closure holds", cell.cell_contents)
        except ValueError:
            continue  # a variable that has not been assigned yet
    for item in (*(function.__defaults__ or ()), *(function.__kwdefaults__ or {}).values()):
        yield Reachable(name, "a default argument is", item)


def _subscript(key: Any) -> str:
    if type(key) is str:
        return json.dumps(key if len(key) <= 40 else key[:40] + "…", ensure_ascii=False)
    if is_plain(key) or type(key) is tuple:
        return reprlib.repr(key)
    return f"<{type(key).__name__}>"
