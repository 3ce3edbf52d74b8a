"""Find the modules of a generation, before any other place from which Python imports."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import os
import sys
import types
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jupyterlab_maturin.foreign.files import read_foreign_bytes
from jupyterlab_maturin.reload.contents.namespace import namespace_of


def belongs_to_python(name: str) -> bool:
    """Tell whether ``name`` is that of a module of Python's own, or of one that Python imports when it starts."""
    return (
        name in sys.stdlib_module_names
        or name in ("sitecustomize", "usercustomize")
        or name.startswith("_sysconfigdata_")
    )


def importable(generation: Path) -> dict[str, str]:
    """Return the entries of a generation's folder that can be imported, and the name to import each by.

    What would take the place of a module of Python's own, or of one that it imports by itself when it starts, is left out: it
    would run in every Python that this process starts.
    """
    return {
        entry.name: entry.name.partition(".")[0]
        for entry in generation.iterdir()
        if not entry.name.startswith((".", "__"))
        and not entry.name.endswith((".dist-info", ".data", ".libs", ".json", ".pyi", ".pth"))
        and not belongs_to_python(entry.name.partition(".")[0])
    }


class GenerationFinder(importlib.abc.MetaPathFinder):
    """Finds the modules of one generation.

    Args:
        directory: the generation's folder.
        sources: folders that may hold the Python files which the wheel copied into the generation. Tracebacks and
            ``inspect.getsource`` of functions then name the file that a person edits, and not its copy.
        builtins: the built-in names that its Python files see; Python's own when it is None.
    """

    def __init__(
        self, directory: Path, sources: Sequence[Path] = (), builtins: dict[str, Any] | None = None
    ) -> None:
        self.directory = directory
        self.names = frozenset(importable(directory).values())
        self._sources = tuple(sources)
        self._builtins = builtins

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Return how to import ``fullname``; None when this generation has no module of that name."""
        if fullname.partition(".")[0] not in self.names:
            return None
        folder = str(self.directory.joinpath(*fullname.split(".")[:-1]))
        spec = importlib.machinery.PathFinder.find_spec(fullname, [folder, *(path or ())], target)
        # Every generation has folders of its own, so Python's cache for this one is of no use after the import.
        sys.path_importer_cache.pop(folder, None)
        if spec is None or spec.origin is None:
            return None  # a folder without __init__.py may have parts elsewhere, so Python's own finder looks for it
        if type(spec.loader) is importlib.machinery.SourceFileLoader:
            spec.loader = _EditedSourceLoader(
                fullname, spec.origin, self._edited(Path(spec.origin)), self._builtins
            )
        return spec

    def owns(self, module: types.ModuleType) -> bool:
        """Tell whether ``module`` was imported from a file of this generation."""
        namespace = namespace_of(module)
        origin = getattr(namespace.get("__spec__"), "origin", None)
        file = origin if isinstance(origin, str) else namespace.get("__file__")
        if not isinstance(file, str):
            return False
        return file.startswith(f"{self.directory}{os.sep}")

    def _edited(self, copy: Path) -> str | None:
        """Return the file that was copied to ``copy``; None when none of the sources has it as it was."""
        try:
            relative, content = copy.relative_to(self.directory), copy.read_bytes()
        except (OSError, ValueError):
            return None
        for folder in self._sources:
            try:
                if read_foreign_bytes(folder / relative, len(content)) == content:
                    return str(folder / relative)
            except OSError:
                continue
        return None


class _EditedSourceLoader(importlib.machinery.SourceFileLoader):
    """Loads a Python file of a generation, with the name of the edited file in its code objects."""

    def __init__(self, fullname: str, path: str, edited: str | None, builtins: dict[str, Any] | None) -> None:
        super().__init__(fullname, path)
        self._shown = edited or path
        self._builtins = builtins

    def exec_module(self, module: types.ModuleType) -> None:
        if self._builtins is not None:
            # A function keeps what it finds here when it is made, so its import statements use this `__import__`, too.
            namespace_of(module)["__builtins__"] = self._builtins
        super().exec_module(module)

    def get_code(self, fullname: str) -> types.CodeType:
        # A cached bytecode file would bring the copy's name with it, and no generation is imported often enough to need one.
        code: types.CodeType = self.source_to_code(self.get_data(self.path), self._shown)
        return code
