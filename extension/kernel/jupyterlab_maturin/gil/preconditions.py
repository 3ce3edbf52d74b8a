"""What must be true before a measurement can begin: the function can be called, and the interpreter has a GIL."""

from __future__ import annotations

import sys
import sysconfig

NO_GIL = "this interpreter runs without a GIL, so there is none to release."


def runs_without_gil() -> bool:
    """Whether this interpreter runs without a GIL now. (A free-threaded Python may still switch its GIL on.)"""
    enabled = getattr(sys, "_is_gil_enabled", None)
    return not enabled() if enabled is not None else bool(sysconfig.get_config_var("Py_GIL_DISABLED"))


def check_callable(function: object, asker: str) -> None:
    """Raise TypeError when `function` cannot be called; the message shows the usual mistake in calling `asker`."""
    if not callable(function):
        raise TypeError(
            f"{asker} was given {function!r}, which is not callable; pass the function and its arguments "
            f"separately: {asker}(f, 1000) and not {asker}(f(1000))."
        )
