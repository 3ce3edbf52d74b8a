"""What a value keeps hold of, directly or one container further in."""

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

#: How far in to look: `handlers["a"][0]`, and a `partial` found there.
DEEPEST = 3
#: Items looked at in one container; a table of ten million numbers must not cost a second at each build.
MOST_ITEMS = 1_000
#: Values looked at below one name.
MOST_VALUES = 10_000

_Iterate = Callable[[Any], Iterator[Any]]

_PLAIN = frozenset({int, float, complex, bool, str, bytes, bytearray, type(None), range, slice})
# Each with its own iterator, so that none that a subclass brings is called.
_SEQUENCES: tuple[tuple[type, _Iterate], ...] = (
    (list, list.__iter__),
    (tuple, tuple.__iter__),
    (deque, deque.__iter__),
)
_SETS: tuple[tuple[type, _Iterate], ...] = ((set, set.__iter__), (frozenset, frozenset.__iter__))


@dataclass(frozen=True, slots=True)
class Held:
    """A value that something in a namespace keeps alive."""

    #: As the user would write it: `cache["f"]`.
    name: str
    #: The start of a sentence whose object is the value: `a dict holds`.
    how: str
    value: Any


def is_plain(value: Any) -> bool:
    """Tell whether ``value`` is of a built-in type that can hold nothing."""
    return type(value) in _PLAIN


def held_by(name: str, value: Any, seen: set[int]) -> Iterator[Held]:
    """Yield what ``value``, known as ``name``, keeps hold of; ``seen`` remembers what was walked through already.

    No code of the user's runs: containers are read through the built-in types' own methods.
    """
    budget = MOST_VALUES
    waiting: deque[tuple[str, Any, int]] = deque([(name, value, 0)])
    while waiting and budget > 0:
        name, value, depth = waiting.popleft()
        if is_plain(value) or id(value) in seen or depth >= DEEPEST:
            continue
        seen.add(id(value))
        for held in _directly(name, value):
            budget -= 1
            yield held
            waiting.append((held.name, held.value, depth + 1))


def _directly(name: str, value: Any) -> Iterator[Held]:
    kind = type(value)
    if issubclass(kind, dict):
        # A copy, in one step: another thread may be writing to it.
        for key, item in list(islice(dict.items(value), MOST_ITEMS)):
            yield Held(f"{name}[{_subscript(key)}]", "a dict holds", item)
            if not is_plain(key):
                yield Held(f"a key of {name}", "a dict has as a key", key)
    elif issubclass(kind, (list, tuple, deque)):
        base, iterate = next((base, iterate) for base, iterate in _SEQUENCES if issubclass(kind, base))
        for index, item in enumerate(list(islice(iterate(value), MOST_ITEMS))):
            yield Held(f"{name}[{index}]", f"a {base.__name__} holds", item)
    elif issubclass(kind, (set, frozenset)):
        _, iterate = next((base, iterate) for base, iterate in _SETS if issubclass(kind, base))
        for item in list(islice(iterate(value), MOST_ITEMS)):
            yield Held(f"an element of {name}", "a set holds", item)
    elif issubclass(kind, functools.partial):
        yield Held(name, "its partial calls", value.func)
        for item in value.args:
            yield Held(name, "its partial passes", item)
        for item in value.keywords.values():
            yield Held(name, "its partial passes", item)
    elif kind is types.MethodType:
        yield Held(name, "it is a method of", value.__self__)
        yield Held(name, "it is bound to", value.__func__)
    elif kind is types.BuiltinMethodType and value.__self__ is not None:
        yield Held(name, "it is a method of", value.__self__)
    elif kind is types.FunctionType:
        yield from _in_function(name, value)
    elif issubclass(kind, type):
        for base in value.__bases__:
            yield Held(name, "it is a subclass of", base)
    elif kind is functools._lru_cache_wrapper:
        yield Held(name, "its cache wraps", value.__wrapped__)


def _in_function(name: str, function: types.FunctionType) -> Iterator[Held]:
    for cell in function.__closure__ or ():
        try:
            yield Held(name, "its closure holds", cell.cell_contents)
        except ValueError:
            continue  # a variable that was not assigned yet
    for item in function.__defaults__ or ():
        yield Held(name, "a default argument is", item)
    for item in (function.__kwdefaults__ or {}).values():
        yield Held(name, "a default argument is", item)


def _subscript(key: Any) -> str:
    if type(key) is str:
        return (
            json.dumps(key, ensure_ascii=False)
            if len(key) <= 40
            else json.dumps(key[:40] + "…", ensure_ascii=False)
        )
    if is_plain(key) or type(key) is tuple:
        return reprlib.repr(key)
    return f"<{type(key).__name__}>"
