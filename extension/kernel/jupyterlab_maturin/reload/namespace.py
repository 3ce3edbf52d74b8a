"""What a module and everything below it defines: the map from an object to its name."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

#: The path below the top-level module (``""``, ``"sub"``, ``"sub.deeper"``) and the attribute's name there.
Place = tuple[str, str]

_HEAP_TYPE = (
    1 << 9
)  # Py_TPFLAGS_HEAPTYPE: the class was made at run time, it is none of the interpreter's own


@dataclass(slots=True)
class Tree:
    """One generation of a module as Python sees it once it is imported."""

    name: str
    #: Path below the top-level module -> that module's namespace.
    namespaces: dict[str, dict[str, Any]]
    #: Path below the top-level module -> the module; the top-level one is missing: it outlives its generations.
    modules: dict[str, types.ModuleType]

    def get(self, place: Place) -> tuple[bool, Any]:
        """Return whether there is something at ``place``, and what."""
        path, attribute = place
        if not attribute:
            return path in self.modules, self.modules.get(path)
        namespace = self.namespaces.get(path, {})
        return attribute in namespace, namespace.get(attribute)

    def definitions(self) -> Iterator[tuple[Place, Any]]:
        """Yield every function, class, submodule and object that this generation itself made, outermost name first."""
        for path, module in self.modules.items():
            yield (path, ""), module
        for path in sorted(self.namespaces, key=lambda path: path.count(".") + bool(path)):
            # An object with several names goes by the one it calls itself.
            items = sorted(
                self.namespaces[path].items(), key=lambda item: getattr(item[1], "__name__", "") != item[0]
            )
            for attribute, value in items:
                if not _is_dunder(attribute) and self.made(value):
                    yield (path, attribute), value

    def made(self, value: Any) -> bool:
        """Tell whether ``value`` came into being with this generation, rather than being imported into it."""
        kind = type(value)
        if kind is types.BuiltinFunctionType:
            # PyO3 functions name their module; a nested native module's may have none.
            return value.__module__ is None or self._contains(value.__module__)
        if kind is types.FunctionType:
            return self._contains(value.__module__)
        if issubclass(kind, types.ModuleType):
            return any(value is module for module in self.modules.values())
        if issubclass(kind, type):
            # A #[pyclass] that is told no module says `builtins`.
            return self._contains(value.__module__) or (
                value.__module__ == "builtins" and bool(value.__flags__ & _HEAP_TYPE)
            )
        return self._contains(kind.__module__) or (
            kind.__module__ == "builtins" and bool(kind.__flags__ & _HEAP_TYPE)
        )

    def constants(self) -> dict[str, Any]:
        """Return the public top-level values that are neither functions, classes nor modules, by name."""
        return {
            attribute: value
            for attribute, value in self.namespaces.get("", {}).items()
            if not attribute.startswith("_") and not self.made(value) and not _is_definition(value)
        }

    def _contains(self, module: object) -> bool:
        return isinstance(module, str) and (module == self.name or module.startswith(self.name + "."))


def tree(name: str, namespace: dict[str, Any], submodules: dict[str, types.ModuleType]) -> Tree:
    """Describe the generation whose top-level module has ``namespace``.

    Args:
        name: the top-level module's name.
        namespace: its attributes.
        submodules: what ``sys.modules`` holds below it, by full name.
    """
    found = Tree(name, {"": namespace}, {})
    for full, module in submodules.items():
        path = full.removeprefix(name + ".")
        found.modules[path] = module
        found.namespaces[path] = vars(module)
    for path in list(found.namespaces):
        _add_nested(found, path, 0)
    return found


def _add_nested(found: Tree, path: str, depth: int) -> None:
    # PyO3's `#[pymodule]` in a `#[pymodule]` makes modules that sys.modules does not know.
    for attribute, value in list(found.namespaces[path].items()):
        if not issubclass(type(value), types.ModuleType) or depth > 8:
            continue
        if sys.modules.get(value.__name__) is value or any(
            value is known for known in found.modules.values()
        ):
            continue
        if getattr(value, "__file__", None) is not None:
            continue
        below = f"{path}.{attribute}" if path else attribute
        found.modules[below] = value
        found.namespaces[below] = vars(value)
        _add_nested(found, below, depth + 1)


def _is_dunder(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


def _is_definition(value: Any) -> bool:
    return issubclass(type(value), (type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType))
