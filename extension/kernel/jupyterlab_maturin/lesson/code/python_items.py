"""The items of a Python file."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence

from jupyterlab_maturin.lesson.code.items import Item


def python_items(text: str) -> list[Item]:
    """Return the functions, classes and variables of a Python file, and those of its classes.

    Raises:
        SyntaxError: it is not Python, or more deeply nested than Python reads.
    """
    try:
        tree = ast.parse(text)
    except (ValueError, RecursionError, MemoryError) as error:
        raise SyntaxError(f"it is nothing that Python can read ({type(error).__name__})") from error
    return list(_items(tree.body, (), text.split("\n")))


def _items(body: Iterable[ast.stmt], path: tuple[str, ...], lines: Sequence[str]) -> Iterator[Item]:
    for node in body:
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))]) - 1
        while first > 0 and lines[first - 1].lstrip().startswith("#"):
            first -= 1
        last = (node.end_lineno or node.lineno) - 1
        for name in _names(node):
            yield Item((*path, name), first, last, member=bool(path))
        if isinstance(node, ast.ClassDef):
            yield from _items(node.body, (*path, node.name), lines)
        elif isinstance(node, ast.If | ast.Try | ast.With):
            yield from _items(node.body, path, lines)


def _names(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [target.id for target in targets if isinstance(target, ast.Name)]
