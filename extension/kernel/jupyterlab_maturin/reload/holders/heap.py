"""Look through every object that Python's garbage collector knows for what holds something of an earlier generation."""

from __future__ import annotations

import gc
import time
import types
from collections import deque
from itertools import filterfalse
from typing import Any

from jupyterlab_maturin.classes import attributes, ids, is_of
from jupyterlab_maturin.reload.contents.definitions import DESCRIPTORS
from jupyterlab_maturin.reload.follow.generation import OlderObjects
from jupyterlab_maturin.reload.holders.references import MOST_ITEMS, Wanted, may_hold, parts, untracked

#: How many objects are looked at in one go. A few calls into C tell that most groups hold nothing.
_GROUP = 1_000
#: The size of the smaller groups into which one that holds something is divided.
_FEW = 25
#: With more references than this, a group has a very large container in it.
_CROWDED = 200 * _GROUP
_LARGE = ids(list, dict, tuple, set, frozenset, deque)
_WRAPPERS = ids(staticmethod, classmethod, property)
_OF_A_CLASS = DESCRIPTORS | _WRAPPERS


def direct_holders(
    wanted: Wanted, unexplained: list[Any], passed_over: set[int], deadline: float
) -> tuple[dict[int, Any], bool]:
    """Return the objects that refer to one of ``wanted`` themselves, by ``id``.

    Args:
        wanted: what is looked for.
        unexplained: the objects to which there are more references than are known.
        passed_over: the ``id`` of each object that is no holder.
        deadline: when to stop, on the clock of ``time.thread_time``.

    Returns:
        The holders; and False when time was up before every object was looked at. The newest are looked at first.
    """
    if len(unexplained) <= _FEW and not any(issubclass(type(value), type) for value in unexplained):
        # Whatever refers to a function is known to the garbage collector. Instances of a class often are not.
        holders = gc.get_referrers(*unexplained)
        passed_over = passed_over | {id(unexplained), id(holders)}
        return {id(one): one for one in holders if id(one) not in passed_over and may_hold(one)}, True
    found: dict[int, Any] = {}
    everything = gc.get_objects()
    for end in range(len(everything), 0, -_GROUP):
        if time.thread_time() > deadline:
            return found, False
        group = everything[max(0, end - _GROUP) : end]
        near = gc.get_referents(*group)
        if len(near) > _CROWDED:
            # A list of millions is looked into when a variable leads to it. Here it would take up all the time.
            group = [value for value in group if not (is_of(value, _LARGE) and len(value) > 50 * MOST_ITEMS)]
            near = gc.get_referents(*group)
        if wanted.are_among(near) or wanted.are_among(gc.get_referents(*filterfalse(gc.is_tracked, near))):
            for start in range(0, len(group), _FEW):
                few = group[start : start + _FEW]
                holders = [*few, *untracked(gc.get_referents(*few))]
                if wanted.are_among(gc.get_referents(*holders)):
                    found.update(
                        (id(holder), holder)
                        for holder in holders
                        if id(holder) not in passed_over
                        and may_hold(holder)
                        and wanted.are_among(gc.get_referents(holder))
                    )
    return found, True


def inner_objects(older: OlderObjects) -> set[int]:
    """Return the ``id`` of what earlier generations consist of: their objects hold each other, and that is no news."""
    inner = {id(older.values), id(older.defined), id(older.classes)}
    waiting = list(older.values)
    while waiting:
        value = waiting.pop()
        if id(value) not in inner:
            inner.add(id(value))
            if issubclass(type(value), (type, types.FunctionType)):
                inner.update(map(id, parts(value)))
            if issubclass(type(value), type):
                # Descriptors refer to their class, also those for `__dict__` and `__weakref__`.
                waiting.extend(raw for raw in attributes(value).values() if is_of(raw, _OF_A_CLASS))
            elif type(value) is types.FunctionType:
                inner.add(id(value.__globals__))
            elif is_of(value, _WRAPPERS):
                inner.update(map(id, gc.get_referents(value)))
    return inner
