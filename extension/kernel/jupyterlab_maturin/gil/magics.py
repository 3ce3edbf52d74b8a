"""`%gil f(x)` and `%scaling f(x)`."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from IPython.core.magic import Magics, line_magic, magics_class

from jupyterlab_maturin.usage import usage_error

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
            raise usage_error(
                f"%scaling takes positional arguments only; for {line.strip()} call the function `scaling`."
            )
        return scaling(function, *args)

    def _call(self, line: str, magic: str) -> Any:
        """The function, the positional and the keyword arguments of the call in `line`, which is not made."""
        tree = call_in(line, magic)
        # Python itself evaluates the parts of the call, in the user's namespace, as it does for every cell: the call is made
        # to this lambda, which hands them back.
        take_apart = ast.parse(
            "lambda function, /, *args, **kwargs: (function, args, kwargs)", mode="eval"
        ).body
        call = ast.copy_location(ast.Call(take_apart, [tree.func, *tree.args], tree.keywords), tree)
        assert self.shell is not None
        return eval(compile(ast.Expression(call), f"<%{magic}>", "eval"), self.shell.user_ns)


def call_in(line: str, magic: str) -> ast.Call:
    """Return the call that stands behind a magic, which is not made.

    Raises:
        UsageError: there is something else.
    """
    example = f"%{magic} takes one call, as in %{magic} f(1000), but was given: {line.strip() or 'nothing'}"
    try:
        tree = ast.parse(line.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise usage_error(example) from error
    if not isinstance(tree, ast.Call):
        raise usage_error(example)
    return tree
