"""Which of the user's variables came from an import statement.

A number or a text cannot be recognised by identity: ``10`` is the same object everywhere. So a variable with such a value
follows a module's constant only when the statement that set it last is an import from that module.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from importlib.util import resolve_name
from pathlib import Path

from jupyterlab_maturin.foreign.files import read_foreign_text
from jupyterlab_maturin.reload.contents.definitions import Place
from jupyterlab_maturin.reload.user_namespaces import UserNamespace

_OWN_NAMES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


class ImportedNames:
    """Where the variables of one namespace were imported from; its source is read when the first one is asked for."""

    def __init__(self, namespace: UserNamespace) -> None:
        self._namespace = namespace

    def places(self, name: str, modules: Iterable[str]) -> list[Place]:
        """Return the places from which ``name`` may have been imported; none when another statement set it last.

        Args:
            name: the variable.
            modules: the modules that count when it says ``from module import *``.
        """
        if name in self._names:
            return [self._names[name]] if self._names[name].module else []
        return [Place(module, name) for module in modules if Place(module, "*") in self._stars]

    @cached_property
    def _names(self) -> dict[str, Place]:
        return dict(self._statements)

    @cached_property
    def _stars(self) -> set[Place]:
        return {place for name, place in self._statements if name == "*"}

    @cached_property
    def _statements(self) -> list[tuple[str, Place]]:
        package = str(self._namespace.variables.get("__package__") or "")
        return [pair for source in _sources(self._namespace) for pair in names_set_by(source, package)]


@lru_cache(maxsize=5_000)  # a notebook's cells are asked about after every build
def names_set_by(source: str, package: str) -> tuple[tuple[str, Place], ...]:
    """Return the variables that ``source`` sets, in order; the place is empty unless an import statement sets it."""
    try:
        nodes = list(_at_top_level(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()  # it is no Python, or more deeply nested than Python reads
    names = []
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            module = _module(node, package)
            names += [(alias.asname or alias.name, Place(module, alias.name)) for alias in node.names]
        else:
            names += [(name, Place("", "")) for name in _assigned(node)]
    return tuple(names)


def _sources(namespace: UserNamespace) -> Iterator[str]:
    """Yield the source of a namespace: the cells in the order in which they ran, or the module's file."""
    cells = namespace.variables.get("In") if namespace.notebook else None
    if isinstance(cells, list):
        yield from [cell for cell in cells if isinstance(cell, str)]
        return
    file = namespace.variables.get("__file__")
    if isinstance(file, str) and file.endswith(".py"):
        try:
            yield read_foreign_text(Path(file))
        except (OSError, UnicodeDecodeError):
            return


def _at_top_level(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes whose names are the module's own, in the order of the source."""
    for node in ast.iter_child_nodes(tree):
        yield node
        if not isinstance(node, _OWN_NAMES):
            yield from _at_top_level(node)


def _assigned(node: ast.AST) -> list[str]:
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
            return [name]
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.Import(names=names):
            return [alias.asname or alias.name.partition(".")[0] for alias in names]
        case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            return [name]
    return []


def _module(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    try:
        return resolve_name("." * node.level + (node.module or ""), package)
    except ImportError:
        return ""
