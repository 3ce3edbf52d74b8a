"""`%gil f(x)` and `%scaling f(x)`."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from IPython.core.error import UsageError
from IPython.core.magic import Magics, line_magic, magics_class

if TYPE_CHECKING:
    from jupyterlab_maturin.gil import GilProbe, Scaling


@magics_class
class GilMagics(Magics):
    """Magics that measure one call, written as it would be made."""

    @line_magic
    def gil(self, line: str) -> GilProbe:
        """Find out whether a call releases the GIL: `%gil f(x)`. Returns the `GilProbe`."""
        from jupyterlab_maturin.gil.probe.releases_gil import releases_gil

        function, args, kwargs = self._call(line, "gil")
        return releases_gil(function, *args, **kwargs)

    @line_magic
    def scaling(self, line: str) -> Scaling:
        """Measure how much faster a call gets in 1, 2 and 4 threads: `%scaling f(x)`. Returns the `Scaling`."""
        from jupyterlab_maturin.gil.speed.scaling import scaling

        function, args, kwargs = self._call(line, "scaling")
        if kwargs:
            raise UsageError(
                f"%scaling takes positional arguments only; for {line.strip()} call the function `scaling`."
            )
        return scaling(function, *args)

    def _call(self, line: str, magic: str) -> tuple[Any, list[Any], dict[str, Any]]:
        """The function and the arguments of the call in `line`, each evaluated in the user's namespace."""
        example = (
            f"%{magic} takes one call, as in %{magic} f(1000), but was given: {line.strip() or 'nothing'}"
        )
        try:
            tree = ast.parse(line.strip(), mode="eval").body
        except SyntaxError as error:
            raise UsageError(example) from error
        if not isinstance(tree, ast.Call):
            raise UsageError(example)
        assert self.shell is not None
        namespace = self.shell.user_ns

        def value(node: ast.expr) -> Any:
            # The user wrote this code, and it runs in the user's namespace, as every cell does.
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
