"""The code that a cell gives to a magic as text: `%timeit f(3)` calls `f`, but the cell's own code does not name it."""

from __future__ import annotations

import ast
import re
import types
import warnings
from collections.abc import Callable, Iterator

#: Magics that run the code in their line or in their cell.
_RUN_CODE = frozenset(
    {
        "allocations",
        "bench",
        "capture",
        "gil",
        "lprun",
        "memit",
        "mprun",
        "profile",
        "prun",
        "scaling",
        "time",
        "timeit",
    }
)
#: How many words before the code may be options: `-n 10 -r 3 f(3)` has four.
_OPTIONS = 8


def code_of_cell(source: str, transform: Callable[[str], str]) -> Iterator[types.CodeType]:
    """Yield the code of a cell, and that of the magics in it that run code.

    Args:
        source: the cell as Python, in which IPython has replaced each magic by a call.
        transform: makes Python of IPython's own syntax, for the body of a cell magic.
    """
    code = compiled(source)
    if code is None:
        return
    yield code
    if "run_line_magic" not in code.co_names and "run_cell_magic" not in code.co_names:
        return
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        values = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
        texts = [value for value in values if isinstance(value, str)]
        if call.func.attr not in ("run_line_magic", "run_cell_magic") or not _RUN_CODE.intersection(
            texts[:1]
        ):
            continue
        if len(texts) > 2:
            yield from code_of_cell(transform(texts[2]), transform)
        line = _after_options(texts[1]) if len(texts) > 1 else None
        if line is not None:
            yield line


def compiled(source: str) -> types.CodeType | None:
    """Return the code of ``source``; None when it is no Python. What there is to warn of was said when the cell ran."""
    # Neither a filter nor `catch_warnings` would do: both make Python show warnings again that the user has seen already.
    shown, warnings.showwarning = warnings.showwarning, lambda *_, **__: None
    try:
        code: types.CodeType = compile(
            source, "<cell>", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True
        )
        return code
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    finally:
        warnings.showwarning = shown


def _after_options(line: str) -> types.CodeType | None:
    """Return the code that a magic's line ends with."""
    for _ in range(_OPTIONS):
        if not line.startswith("-"):
            code = compiled(line)
            if code is not None:
                return code
        line = re.sub(r"^\S*\s*", "", line)
    return None
