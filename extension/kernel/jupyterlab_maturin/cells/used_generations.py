"""Which generations a cell used, by the names in its code."""

from __future__ import annotations

import types
import weakref
from collections.abc import Iterable
from typing import Any

from jupyterlab_maturin.reload.user_namespaces import is_installed
from jupyterlab_maturin.reload.whose import whose
from jupyterlab_maturin.used_objects import used_by

#: Each module that was used, with the numbers of its generations.
Used = dict[str, set[int]]


class UsedGenerations:
    """Finds the generations that code uses, also earlier ones, as far as a cell has used them before."""

    def __init__(self) -> None:
        # A cell that is run again may use an object of an earlier generation, such as an instance that another cell made.
        # The weak reference tells whether the object with this `id` is still the one that was seen.
        self._seen: dict[int, tuple[weakref.ref[Any], str, int]] = {}

    def of(self, codes: Iterable[types.CodeType], variables: dict[str, Any]) -> Used:
        """Return what the code of a cell used, given the variables after it ran."""
        used: Used = {}
        for code in codes:
            for value in used_by(code, variables, _is_users, as_cell=True):
                found = self._whose(value) or self._whose(type(value))
                if found is not None:
                    used.setdefault(found[0], set()).add(found[1])
        return used

    def _whose(self, value: Any) -> tuple[str, int] | None:
        found = whose(value)
        if found is None:
            seen = self._seen.get(id(value))
            return seen[1:] if seen is not None and seen[0]() is value else None
        if not issubclass(type(value), types.ModuleType):  # a module's object is the same in every generation
            self._remember(value, *found)
        return found

    def _remember(self, value: Any, module: str, generation: int) -> None:
        key = id(value)
        try:
            reference = weakref.ref(value, lambda _: self._seen.pop(key, None))
        except TypeError:
            return  # it allows no weak references
        self._seen[key] = (reference, module, generation)


def _is_users(module: types.ModuleType) -> bool:
    return issubclass(type(module), types.ModuleType) and not is_installed(module)
