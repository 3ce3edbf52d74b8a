"""The Python that runs this process."""

from __future__ import annotations

import sys


def cache_tag() -> str:
    """Return the name under which builds for this Python are kept apart from builds for another one.

    It is ``cpython-313``, for instance, or ``cpython-313t`` for a free-threaded Python.
    """
    implementation = sys.implementation
    tag = implementation.cache_tag or f"{implementation.name}-{sys.version_info[0]}{sys.version_info[1]}"
    return tag + ("t" if "t" in getattr(sys, "abiflags", "") and not tag.endswith("t") else "")
