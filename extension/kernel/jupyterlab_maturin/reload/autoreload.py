"""Keep IPython's ``%autoreload`` away from the modules that were built.

It would take each new generation for an edited file, empty the module that everybody holds, and run its Python files again: the
module would be without names meanwhile and would lose its ``__build__``, and a package that begins with
``from .primes import *``, as maturin's do, cannot be run again at all. There is nothing for it to follow either: the files
that a person edits are not the ones that were imported.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any


def leave_out(modules: Iterable[str]) -> None:
    """Do what ``%aimport -NAME`` does for each of ``modules``, where ``%autoreload`` is in use."""
    if "IPython.extensions.autoreload" not in sys.modules:
        return
    from IPython.core.getipython import get_ipython

    shell: Any = get_ipython()  # its methods are untyped
    if shell is not None and shell.find_line_magic("aimport") is not None:
        shell.run_line_magic("aimport", ",".join(f"-{name}" for name in modules))
