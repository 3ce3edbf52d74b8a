"""A module's namespace, read and replaced.

Replaced in one step, which no thread can see half done: a module that is reloaded in place has to be emptied and filled again,
and meanwhile every thread that looks into it finds names missing. Here, the new module is complete before anything changes.
Then the module object that everybody holds gets the new one's dictionary, and both are the same module from then on: the
functions of the new one, whose globals that dictionary is, see a name that somebody sets on the old one.
"""

from __future__ import annotations

import ctypes
import types
from typing import Any

#: Where CPython keeps the dictionary in a module object: first, behind what every object begins with (``PyModuleObject``
#: in ``Objects/moduleobject.c``, from 3.0 to 3.14). It is compared with the dictionary itself before it is used.
_OFFSET = object.__basicsize__

_increment, _decrement = ctypes.pythonapi.Py_IncRef, ctypes.pythonapi.Py_DecRef
_increment.argtypes = _decrement.argtypes = [ctypes.py_object]
_increment.restype = _decrement.restype = None


def is_module(value: Any) -> bool:
    """Tell whether ``value`` is a module, without asking the value itself, which may lie about its class."""
    return issubclass(type(value), types.ModuleType)


def namespace_of(module: types.ModuleType) -> dict[str, Any]:
    """Return the dictionary of ``module``; a lazy module does not load itself by this."""
    namespace: dict[str, Any] = types.ModuleType.__getattribute__(module, "__dict__")
    return namespace


def share_namespace(kept: types.ModuleType, fresh: types.ModuleType) -> bool:
    """Give ``kept`` the namespace of ``fresh``.

    Returns:
        False when that cannot be done, because one of them is no module or this Python lays out its modules in another
        way. Nothing was changed then.
    """
    if not (is_module(kept) and is_module(fresh)):
        return False
    old, new = namespace_of(kept), namespace_of(fresh)
    slot = ctypes.c_void_p.from_address(id(kept) + _OFFSET)
    if slot.value != id(old) or ctypes.c_void_p.from_address(id(fresh) + _OFFSET).value != id(new):
        return False
    if type(kept) is not type(fresh):
        try:
            kept.__class__ = type(fresh)  # a module may give itself a class with properties or a `__call__`
        except TypeError:
            return False
    _increment(new)
    slot.value = id(new)
    _decrement(old)
    return True
