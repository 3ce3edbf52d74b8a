"""Classes that a native library made without showing them in a module: iterators, views, guards, subscriptions …

A class of PyO3 frees its instances with a function of the library, so the address of that function tells where the class
comes from, whatever its ``__module__`` says. The dynamic linker knows which file is mapped there.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator

from jupyterlab_maturin.classes import is_made_at_run_time

_POINTER = ctypes.sizeof(ctypes.c_void_p)
#: Where ``tp_basicsize`` and ``tp_dealloc`` lie in a class: behind the object's head and size, and ``tp_name``
#: (``PyTypeObject`` in ``Include/cpython/object.h``, from 3.0 to 3.14).
_BASIC_SIZE = object.__basicsize__ + 2 * _POINTER
_DEALLOC = _BASIC_SIZE + 2 * _POINTER


class _Symbol(ctypes.Structure):
    _fields_ = (
        ("file", ctypes.c_char_p),
        ("base", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("address", ctypes.c_void_p),
    )


def library_of(class_: type) -> str | None:
    """Return the path of the library whose code frees the instances of ``class_``; None for a class made by Python."""
    address = _word(class_, _DEALLOC)
    if _word(class_, _BASIC_SIZE) != class_.__basicsize__ or address in (None, _python):
        return None
    symbol = _Symbol()
    if _dladdr is None or not _dladdr(ctypes.c_void_p(address), ctypes.byref(symbol)) or not symbol.file:
        return None
    return os.fsdecode(symbol.file)


def native_classes() -> Iterator[type]:
    """Yield every class that native code made at run time."""
    waiting: list[type] = [object]
    seen: set[int] = set()
    while waiting:
        class_ = waiting.pop()
        if id(class_) in seen:
            continue
        seen.add(id(class_))
        waiting.extend(type.__subclasses__(class_))
        if is_made_at_run_time(class_) and _word(class_, _DEALLOC) != _python:
            yield class_


def _word(class_: type, offset: int) -> int | None:
    return ctypes.c_void_p.from_address(id(class_) + offset).value


class _MadeByPython:
    pass


#: The function that frees the instances of all classes that are made by a `class` statement or by calling `type`.
_python = _word(_MadeByPython, _DEALLOC)
_dladdr = getattr(ctypes.CDLL(None), "dladdr", None)
