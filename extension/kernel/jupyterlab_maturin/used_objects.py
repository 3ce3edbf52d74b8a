"""What code uses: the objects that its names lead to, through the user's own functions and classes.

Code says by which names it reaches other things, and a name leads to an object or to nothing. What objects hold is not looked at:
a function in a list is found by nobody who only reads names.
"""

from __future__ import annotations

import dis
import functools
import inspect
import sys
import types
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from jupyterlab_maturin.classes import attributes as class_attributes
from jupyterlab_maturin.classes import ids, is_of, module_name, mro

_WRAPPERS = ids(staticmethod, classmethod)
#: After how many objects the search ends. A notebook's own functions and classes are far fewer.
_MOST = 2000

#: The instructions that read a global variable. `code.co_names` would not do: it holds attributes and assigned names too.
_READ = frozenset({"LOAD_GLOBAL", "LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS"})


@dataclass(frozen=True, slots=True)
class Names:
    """The names in code."""

    #: Global variables that it reads.
    variables: frozenset[str]
    #: Modules that it imports.
    imports: frozenset[str]
    #: All of its names, among them the attributes that it reads.
    all: frozenset[str]


@functools.lru_cache(4096)
def names_in(code: types.CodeType, as_cell: bool = False) -> Names:
    """Return the names in ``code``, and in the code inside it.

    Args:
        code: the code of a function, or of a cell.
        as_cell: leave out what running the cell does not use: a function that is defined there, and what is imported.
    """
    variables: set[str] = set()
    imports: set[str] = set()
    every: set[str] = set()
    waiting = [code]
    while waiting:
        one = waiting.pop()
        _read(one, variables, imports)
        every.update(one.co_names)
        for constant in one.co_consts:
            if type(constant) is types.CodeType and not (as_cell and _is_definition(constant)):
                waiting.append(constant)
    return Names(frozenset(variables), frozenset() if as_cell else frozenset(imports), frozenset(every))


def used_by(
    code: types.CodeType,
    variables: dict[str, Any],
    is_users: Callable[[types.ModuleType], bool],
    as_cell: bool = False,
) -> Iterator[Any]:
    """Yield every object that a name in ``code`` leads to, and what these lead to when they are the user's own.

    Functions, methods, classes, and the classes of instances are followed. The objects themselves are not asked anything.

    Args:
        code: the code of a function, or of a cell.
        variables: its global variables.
        is_users: tells whether the user wrote a module; the notebook is the module ``__main__``.
        as_cell: see :func:`names_in`.
    """
    names = names_in(code, as_cell)
    yield from follow(_values(names, variables), is_users, names.all)


def follow(
    values: Iterable[Any],
    is_users: Callable[[types.ModuleType], bool],
    attributes: frozenset[str] = frozenset(),
) -> Iterator[Any]:
    """Yield ``values``, and what they lead to when they are the user's own.

    Args:
        values: functions, classes, or anything else that has a name in code.
        is_users: see :func:`used_by`.
        attributes: the names of attributes in that code. Of a module of the user's, these are followed.
    """
    seen: set[int] = set()
    waiting = deque((value, attributes) for value in values)
    while waiting and len(seen) < _MOST:
        value, attributes = waiting.popleft()
        if id(value) in seen:
            continue
        seen.add(id(value))
        yield value
        kind = type(value)
        if kind is types.FunctionType:
            home = sys.modules.get(value.__globals__.get("__name__", ""))
            if home is not None and is_users(home):
                names = names_in(value.__code__)
                waiting.extend((inner, names.all) for inner in _values(names, value.__globals__))
                waiting.extend((inner, attributes) for inner in _closure(value))
        elif issubclass(kind, type):
            home = sys.modules.get(module_name(value) or "")
            if home is not None and is_users(home):
                waiting.extend((base, attributes) for base in mro(value)[1:])
                waiting.extend((member, attributes) for member in _functions(value))
        elif issubclass(kind, types.ModuleType):
            if is_users(value):
                namespace = types.ModuleType.__getattribute__(value, "__dict__")
                waiting.extend((namespace[name], attributes) for name in attributes if name in namespace)
        elif kind is types.MethodType:
            waiting.extend(((value.__func__, attributes), (value.__self__, attributes)))
        elif issubclass(kind, functools.partial):
            waiting.append((value.func, attributes))
        elif module_name(kind) != "builtins":
            waiting.append((kind, attributes))


def _read(code: types.CodeType, variables: set[str], imports: set[str]) -> None:
    """Add the names of the variables that ``code`` reads and of the modules that it imports."""
    for instruction in dis.get_instructions(code):
        if instruction.opname in _READ:
            variables.add(instruction.argval)
        elif instruction.opname == "IMPORT_NAME":
            imports.add(instruction.argval)


def _values(names: Names, variables: dict[str, Any]) -> Iterator[Any]:
    """Yield what the names in code lead to, given its global variables."""
    yield from (variables[name] for name in names.variables if name in variables)
    yield from (sys.modules[name] for name in names.imports if name in sys.modules)


def _is_definition(code: types.CodeType) -> bool:
    """Tell whether code inside a cell is that of a named function; a lambda, a loop in brackets or a class runs at once."""
    return bool(code.co_flags & inspect.CO_OPTIMIZED) and not code.co_name.startswith("<")


def _closure(function: types.FunctionType) -> Iterator[Any]:
    for cell in function.__closure__ or ():
        try:
            yield cell.cell_contents
        except ValueError:
            continue  # a variable that has no value yet


def _functions(class_: type) -> Iterator[Any]:
    for value in class_attributes(class_).values():
        if is_of(value, _WRAPPERS):
            yield value.__func__
        elif type(value) is property:
            yield from (one for one in (value.fget, value.fset, value.fdel) if one is not None)
        elif type(value) is types.FunctionType:
            yield value
