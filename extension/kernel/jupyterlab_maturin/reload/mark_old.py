"""Give the classes of earlier generations a name that tells them from their successors.

Native code that gets an instance of an older class says ``expected Wallet, got Wallet``, which nobody understands. With the
older class renamed, the very same error says which build made the instance and what to do.
"""

from __future__ import annotations

import types

from jupyterlab_maturin.classes import attributes
from jupyterlab_maturin.reload.follow.generation import OlderObjects
from jupyterlab_maturin.reload.follow.names import Successors


def mark_old(older: OlderObjects, successors: Successors) -> None:
    """Rename each class of an earlier generation that native code made and that may be taken for its successor."""
    for value in older.values:
        defined, successor = successors.of(value)
        if defined is None or not isinstance(value, type):
            continue
        if not (isinstance(successor, type) or defined.hidden):
            continue
        if ": make it again)" in value.__qualname__ or _is_written_in_python(value):
            continue
        try:
            value.__qualname__ = f"{value.__qualname__} ({defined.made_by}: make it again)"
            value.__name__ = f"{value.__name__} ({defined.made_by}: make it again)"
        except TypeError:
            continue  # a class that does not allow it


def _is_written_in_python(class_: type) -> bool:
    return any(type(value) is types.FunctionType for value in attributes(class_).values())
