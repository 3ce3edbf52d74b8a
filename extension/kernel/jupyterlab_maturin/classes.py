"""Ask about classes without running any code of the user's.

A metaclass may define ``__eq__``, ``__hash__`` or ``__getattribute__``. So even ``type(value) in (list, dict)``, a set of classes
and ``class_.__mro__`` can run code, or raise. Here, classes are compared by identity, and their attributes are read as ``type``
itself reads them.
"""

from __future__ import annotations

from typing import Any

_OF_TYPE = vars(type)


def ids(*classes: type) -> frozenset[int]:
    """Return what :func:`is_of` compares with."""
    return frozenset(map(id, classes))


def is_of(value: Any, classes: frozenset[int]) -> bool:
    """Tell whether the class of ``value`` is one of ``classes``, which :func:`ids` made; derived classes don't count."""
    return id(type(value)) in classes


def attributes(class_: type) -> dict[str, Any]:
    """Return a copy of the class's own namespace."""
    return dict(_OF_TYPE["__dict__"].__get__(class_))


def mro(class_: type) -> tuple[type, ...]:
    """Return the class and all classes that it is derived from."""
    order: tuple[type, ...] = _OF_TYPE["__mro__"].__get__(class_)
    return order


def bases(class_: type) -> tuple[type, ...]:
    """Return the classes that it is directly derived from."""
    direct: tuple[type, ...] = _OF_TYPE["__bases__"].__get__(class_)
    return direct


def name(class_: type) -> str:
    """Return ``Thing`` for ``class Thing``."""
    own: str = _OF_TYPE["__name__"].__get__(class_)
    return own


def qualified_name(class_: type) -> str:
    """Return ``Outer.Thing`` for a class in a class."""
    own: str = _OF_TYPE["__qualname__"].__get__(class_)
    return own


def module_name(class_: type) -> str | None:
    """Return the name of the module that the class says it is from; None when it says something else than a name."""
    try:
        said = _OF_TYPE["__module__"].__get__(class_)
    except AttributeError:
        return None
    return said if type(said) is str else None


def is_made_at_run_time(class_: type) -> bool:
    """Tell whether the class is none of the interpreter's own: Python's ``Py_TPFLAGS_HEAPTYPE`` is set."""
    return bool(_OF_TYPE["__flags__"].__get__(class_) & 1 << 9)
