"""Durations and counts as a reader wants them."""

from __future__ import annotations


def duration(seconds: float) -> str:
    """Return ``0.31 s``, ``4.2 s`` or ``2 min 05 s``."""
    if seconds < 1:
        return f"{seconds:.2f} s"
    if seconds < 60:
        return f"{seconds:.1f} s"
    return f"{int(seconds) // 60} min {int(seconds) % 60:02d} s"


def counted(number: int, thing: str) -> str:
    """Return ``1 warning`` or ``2 warnings``."""
    return f"{number} {thing}" + ("" if number == 1 else "s")
