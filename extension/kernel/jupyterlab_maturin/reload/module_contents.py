"""What a module and everything below it defines, so that each object can be found by its name and named by identity."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

#: The path below the top-level module (``""``, ``"sub"``, ``"sub.deeper"``) and the attribute's name there. A submodule
#: itself has the empty attribute name.
Place = tuple[str, str]

#: Python's Py_TPFLAGS_HEAPTYPE: the class was made at run time, so it is none of the interpreter's own.
_HEAP_TYPE = 1 << 9


@dataclass(slots=True)
class ModuleContents:
    """One generation of a module, as Python sees it once it is imported."""

    name: str
    #: Path below the top-level module -> that module's namespace.
    namespaces: dict[str, dict[str, Any]]
    #: Path below the top-level module -> the module. The top-level module is left out, because all generations share it.
    modules: dict[str, types.ModuleType]

    def get(self, place: Place) -> tuple[bool, Any]:
        """Return whether there is something at ``place``, and what."""
        path, attribute = place
        if not attribute:
            return path in self.modules, self.modules.get(path)
        namespace = self.namespaces.get(path, {})
        return attribute in namespace, namespace.get(attribute)

    def definitions(self) -> Iterator[tuple[Place, Any]]:
        """Yield each submodule, function, class and object that this generation made, outermost name first."""
        for path, module in self.modules.items():
            yield (path, ""), module
        for path in sorted(self.namespaces, key=lambda path: path.count(".") + bool(path)):
            # When an object has several names, its own ``__name__`` comes first.
            items = sorted(
                self.namespaces[path].items(), key=lambda item: getattr(item[1], "__name__", "") != item[0]
            )
            for attribute, value in items:
                if not _is_dunder(attribute) and self.made(value):
                    yield (path, attribute), value

    def made(self, value: Any) -> bool:
        """Tell whether this generation made ``value``, rather than importing it from elsewhere."""
        kind = type(value)
        if kind is types.BuiltinFunctionType:
            # A PyO3 function names its module, but one of a nested native module may have none.
            return value.__module__ is None or self._contains(value.__module__)
        if kind is types.FunctionType:
            return self._contains(value.__module__)
        if issubclass(kind, types.ModuleType):
            return any(value is module for module in self.modules.values())
        return self._made_class(value if issubclass(kind, type) else kind)

    def constants(self) -> dict[str, Any]:
        """Return the public top-level values that are neither functions, classes nor modules, by name."""
        return {
            attribute: value
            for attribute, value in self.namespaces.get("", {}).items()
            if not attribute.startswith("_") and not self.made(value) and not _is_definition(value)
        }

    def _made_class(self, class_: type) -> bool:
        # A #[pyclass] that sets no module reports `builtins`.
        return self._contains(class_.__module__) or (
            class_.__module__ == "builtins" and bool(class_.__flags__ & _HEAP_TYPE)
        )

    def _contains(self, module: object) -> bool:
        return isinstance(module, str) and (module == self.name or module.startswith(self.name + "."))


def contents_of(
    name: str, namespace: dict[str, Any], submodules: dict[str, types.ModuleType]
) -> ModuleContents:
    """Describe the generation whose top-level module has ``namespace``.

    Args:
        name: the top-level module's name.
        namespace: its attributes.
        submodules: the modules below it in ``sys.modules``, by full name.
    """
    contents = ModuleContents(name, {"": namespace}, {})
    for full, module in submodules.items():
        path = full.removeprefix(name + ".")
        contents.modules[path] = module
        contents.namespaces[path] = vars(module)
    for path in list(contents.namespaces):
        _add_nested(contents, path, 0)
    return contents


def _add_nested(contents: ModuleContents, path: str, depth: int) -> None:
    # A `#[pymodule]` inside a `#[pymodule]` makes a module that is not in ``sys.modules``.
    for attribute, value in list(contents.namespaces[path].items()):
        if not issubclass(type(value), types.ModuleType) or depth > 8:
            continue
        if sys.modules.get(value.__name__) is value or any(
            value is known for known in contents.modules.values()
        ):
            continue
        if getattr(value, "__file__", None) is not None:
            continue
        below = f"{path}.{attribute}" if path else attribute
        contents.modules[below] = value
        contents.namespaces[below] = vars(value)
        _add_nested(contents, below, depth + 1)


def _is_dunder(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


def _is_definition(value: Any) -> bool:
    return issubclass(type(value), (type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType))
