"""Import what only an extra of this package brings, or say which extra is missing."""

from __future__ import annotations

import importlib
from types import ModuleType

from jupyterlab_maturin.errors import MissingExtraError


def require(module: str, extra: str, what_for: str) -> ModuleType:
    """Import ``module``, which ``pip install "jupyterlab-maturin[EXTRA]"`` installs, and return it.

    Args:
        module: the module's full name.
        extra: the name of the extra that brings it.
        what_for: the beginning of the sentence that the error shows: ``Drawing a chart``.

    Raises:
        MissingExtraError: it is not installed. Whatever else goes wrong in importing it propagates as it is.
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        if error.name is None or not f"{module}.".startswith(f"{error.name}."):
            raise  # the module is there, and something that it needs is not
        raise MissingExtraError(
            f"{what_for}: {error.name} is not installed; "
            f'install it with `pip install "jupyterlab-maturin[{extra}]"`.',
            name=error.name,
        ) from error
