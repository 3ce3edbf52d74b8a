"""The file in a generation's folder that keeps its public surface, so that it can be shown without loading anything."""

from __future__ import annotations

import contextlib
import os
from functools import partial
from pathlib import Path

import msgspec

from jupyterlab_maturin.reload.look import read_ours
from jupyterlab_maturin.reload.surface.items import Surface

_FILE = "jupyterlab-maturin-surface.json"
_VERSION = 1


class _Record(msgspec.Struct):
    version: int
    modules: Surface


def write(directory: Path, surface: Surface) -> None:
    """Keep ``surface`` in the generation in ``directory``, unless one is there already; a folder that is not writable has none."""
    file = directory / _FILE
    temporary = directory / f".{_FILE}.{os.getpid()}"
    with contextlib.suppress(OSError):
        if not file.exists():
            temporary.unlink(missing_ok=True)  # of a process with the same number that was killed
            with open(temporary, "xb", opener=partial(os.open, mode=0o600)) as written:
                written.write(msgspec.json.encode(_Record(_VERSION, surface)))
            temporary.replace(file)


def read(directory: Path) -> Surface | None:
    """Return the surface of the generation in ``directory``; None when no kernel has loaded it yet, or the file is broken."""
    content = read_ours(directory / _FILE)
    try:
        record = None if content is None else msgspec.json.decode(content, type=_Record)
    except (msgspec.DecodeError, RecursionError):
        return None
    return record.modules if record is not None and record.version == _VERSION else None
