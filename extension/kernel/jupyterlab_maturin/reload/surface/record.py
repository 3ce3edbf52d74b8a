"""The file in a generation's folder that keeps its public surface, so that it can be shown without loading anything."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import msgspec

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
            temporary.write_bytes(msgspec.json.encode(_Record(_VERSION, surface)))
            temporary.replace(file)


def read(directory: Path) -> Surface | None:
    """Return the surface of the generation in ``directory``; None when no kernel has loaded it yet, or the file is broken."""
    try:
        record = msgspec.json.decode((directory / _FILE).read_bytes(), type=_Record)
    except (OSError, msgspec.DecodeError):
        return None
    return record.modules if record.version == _VERSION else None
