"""How much memory the libraries of all loaded builds take: Python never unloads native code."""

from __future__ import annotations

import os
from pathlib import Path

#: A sentence is due each time that this many more bytes are mapped.
STEP = 256 * 1024 * 1024

_libraries = 0
_bytes = 0


def count(library: Path) -> str | None:
    """Count a library that was loaded.

    Returns:
        A sentence for the user when the libraries have passed another :data:`STEP`. Their size on disk is what is mapped;
        the part that was never used takes no physical memory.
    """
    global _libraries, _bytes
    try:
        size = os.path.getsize(library)
    except OSError:
        return None
    before = _bytes // STEP
    _libraries, _bytes = _libraries + 1, _bytes + size
    if _bytes // STEP == before:
        return None
    return (
        f"This kernel has loaded {_libraries} builds, whose libraries map {_bytes // 2**20} MiB and stay until it ends; "
        f"restart it when memory runs short."
    )
