"""The public surface of a generation: its functions with their signatures, its classes with what is in them, its constants.

It is read from the objects themselves, and no code of the crate runs for it but a ``__repr__`` of a default value.
"""

from __future__ import annotations

import contextlib
import inspect
import re
import types
import zlib
from collections.abc import Container, Iterator, Mapping
from typing import Any, TypeAlias

from jupyterlab_maturin.classes import attributes, ids, is_of
from jupyterlab_maturin.reload.contents.definitions import Place, is_constant
from jupyterlab_maturin.reload.contents.namespace import namespace_of

_WRAPPERS = ids(staticmethod, classmethod)
#: What something is (``function``, ``class``, ``attribute``, ``constant``), and its signature or value; ``""`` when it has none.
Item: TypeAlias = tuple[str, str]
#: What each module offers, by the name under which people know it: ``nth``, ``Wallet.add``, ``shapes.area``.
Surface: TypeAlias = dict[str, dict[str, Item]]

#: How many names of one module are looked at. The largest published packages have a few hundred.
_MOST = 2000
#: Characters of a signature or a value that are kept.
_LONGEST = 200

_NATIVE = (
    types.BuiltinFunctionType,
    types.MethodDescriptorType,
    types.ClassMethodDescriptorType,
    types.WrapperDescriptorType,
)
#: A signature tells of the first two. PyO3 makes the others, all of them, for any class that can be compared.
_WITHOUT_A_LINE = frozenset({"__new__", "__init__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"})


def surface_of(
    modules: dict[str, types.ModuleType],
    made_here: Container[int],
    all_modules: Mapping[str, types.ModuleType] | None = None,
) -> Surface:
    """Return the public surface of modules of a generation.

    What a package imports from a module in it is listed for the package only, because people take it from there.

    Args:
        modules: the modules, by name.
        made_here: the ``id`` of each function, class and object that the generation defines.
        all_modules: all modules of the generation, when ``modules`` are only some of them.
    """
    every = modules if all_modules is None else all_modules
    surface: Surface = {}
    seen: set[int] = set()
    for name, module in modules.items():
        namespace = namespace_of(module)
        # One module may have two names, and is listed under the first.
        outer = [namespace_of(every[package]) for package in _packages(name) if package in every]
        surface[name] = {} if id(namespace) in seen else dict(_items(name, namespace, outer, made_here))
        seen.add(id(namespace))
    return surface


def _packages(module: str) -> Iterator[str]:
    """Yield ``a`` and ``a.b`` for ``a.b.c``."""
    parts = module.split(".")
    return (".".join(parts[:end]) for end in range(1, len(parts)))


def _items(
    module: str, namespace: dict[str, Any], outer: list[dict[str, Any]], made_here: Container[int]
) -> Iterator[tuple[str, Item]]:
    for attribute, value in list(namespace.items())[:_MOST]:
        if attribute.startswith("_") or any(package.get(attribute, outer) is value for package in outer):
            continue
        name = str(Place(module, attribute))
        if is_constant(value):
            yield name, ("constant", _value(value))
        elif id(value) in made_here:
            yield name, _item(value)
            if issubclass(type(value), type):
                yield from _members(name, value)


def _members(class_name: str, class_: type) -> Iterator[tuple[str, Item]]:
    for attribute, raw in list(attributes(class_).items())[:_MOST]:
        member = raw.__func__ if is_of(raw, _WRAPPERS) else raw
        if attribute.startswith("__"):
            wanted = isinstance(member, (types.FunctionType, *_NATIVE)) and attribute not in _WITHOUT_A_LINE
        else:
            wanted = not attribute.startswith("_")
        if wanted:
            bound = type(raw) is not staticmethod
            constant = is_constant(member)
            yield (
                f"{class_name}.{attribute}",
                ("constant", _value(member)) if constant else _item(member, bound),
            )


def _item(value: Any, bound: bool = False) -> Item:
    kind = type(value)
    if issubclass(kind, type):
        constructor = vars(value).get("__init__")
        if not isinstance(constructor, types.FunctionType):
            constructor = value
        return "class", _signature(constructor, bound=True)
    if issubclass(kind, types.FunctionType) or issubclass(kind, _NATIVE):
        return "function", _signature(value, bound)
    return "attribute", ""


def _signature(value: Any, bound: bool) -> str:
    """Return ``(n, start=0)``, without the ``self`` of a method.

    Args:
        value: a function, or a native class, whose text signature is that of its constructor.
        bound: whether Python passes the first argument by itself.
    """
    text = ""
    if isinstance(value, types.FunctionType):
        with contextlib.suppress(Exception):  # the `__repr__` of a default value is the crate's own code
            text = str(inspect.signature(value))
        if bound:
            text = re.sub(r"^\(\w+(?:, /)?(?:, )?", "(", text)
    else:
        # As PyO3 writes it: `($self, n, /)`. The slash is of use to nobody who only wants to see what changed.
        text = re.sub(r"^\(\$\w+(?:, )?", "(", value.__text_signature__ or "")
        text = re.sub(r"(?:, )?/(?=[,)])", "", text).replace("(, ", "(")
    return text[:_LONGEST]


def _value(value: Any) -> str:
    if isinstance(value, (str, bytes)) and len(value) > _LONGEST:
        content = value.encode(errors="surrogatepass") if isinstance(value, str) else value
        # The checksum makes two long texts differ in the record.
        return f"{value[:24]!r}… ({len(value)} long, {zlib.crc32(content):08x})"
    try:
        return repr(value)[:_LONGEST]
    except ValueError:
        return "a large number"  # Python does not write out an integer of more than 4300 digits
