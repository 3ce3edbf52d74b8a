"""`%gil f(x)` and `%scaling f(x)`."""

from __future__ import annotations

import ast
from typing import Any

from IPython.core.error import UsageError
from IPython.core.magic import Magics, line_magic, magics_class

from .probe import GilProbe, releases_gil
from .scaling import Scaling, scaling


@magics_class
class GilMagics(Magics):
    """Magics that look at one call, written as it would be made."""

    @line_magic
    def gil(self, line: str) -> GilProbe:
        """Whether a call lets go of the GIL: `%gil f(x)`; returns the `GilProbe`."""
        function, args, kwargs = self._call(line, "gil")
        return releases_gil(function, *args, **kwargs)

    @line_magic
    def scaling(self, line: str) -> Scaling:
        """How a call gets faster in 1, 2 and 4 threads: `%scaling f(x)`; returns the `Scaling`."""
        function, args, kwargs = self._call(line, "scaling")
        if kwargs:
            raise UsageError(f"%scaling takes positional arguments; call scaling itself for {line.strip()}.")
        return scaling(function, *args)

    def _call(self, line: str, magic: str) -> tuple[Any, list[Any], dict[str, Any]]:
        """The function and the arguments of the call that `line` writes, each evaluated in the user's namespace."""
        try:
            tree = ast.parse(line.strip(), mode="eval").body
        except SyntaxError as error:
            raise UsageError(
                f"%{magic} takes one call, as in %{magic} f(1000), and found: {line.strip() or 'nothing'}"
            ) from error
        if not isinstance(tree, ast.Call):
            raise UsageError(f"%{magic} takes a call, as in %{magic} f(1000), and found: {line.strip()}")
        assert self.shell is not None
        namespace = self.shell.user_ns

        def value(node: ast.expr) -> Any:
            # The user's own words, in the user's own namespace, like every cell.
            return eval(compile(ast.Expression(node), f"<%{magic}>", "eval"), namespace)

        args: list[Any] = []
        for node in tree.args:
            if isinstance(node, ast.Starred):
                args.extend(value(node.value))
            else:
                args.append(value(node))
        kwargs: dict[str, Any] = {}
        for keyword in tree.keywords:
            if keyword.arg is None:
                kwargs.update(value(keyword.value))
            else:
                kwargs[keyword.arg] = value(keyword.value)
        return value(tree.func), args, kwargs
