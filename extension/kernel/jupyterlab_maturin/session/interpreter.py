"""The Python that runs this process."""

from __future__ import annotations

import importlib
import sys

from jupyterlab_maturin.errors import CrateError


def cache_tag() -> str:
    """Return the name under which builds for this Python are kept apart from builds for another one.

    It is ``cpython-313``, for instance, or ``cpython-313t`` for a free-threaded Python.
    """
    implementation = sys.implementation
    tag = implementation.cache_tag or f"{implementation.name}-{sys.version_info[0]}{sys.version_info[1]}"
    return tag + ("t" if "t" in getattr(sys, "abiflags", "") and not tag.endswith("t") else "")


def refuse_subinterpreter() -> None:
    """Raise CrateError in a subinterpreter: neither PyO3's modules nor our own libraries can be loaded there."""
    name = "_interpreters" if sys.version_info >= (3, 13) else "_xxsubinterpreters"
    try:
        interpreters = importlib.import_module(name)
    except ImportError:
        return  # a Python that has none
    if interpreters.get_current() != interpreters.get_main():
        raise CrateError(
            "Building in a subinterpreter: modules made with PyO3 can be loaded in the main interpreter only; "
            "call build_extension there, or start a process of its own."
        )
