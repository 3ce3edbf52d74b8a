"""Durations and counts as a reader wants them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def duration(seconds: float) -> str:
    """Return ``0.31 s``, ``4.2 s`` or ``2 min 05 s``."""
    if seconds < 1:
        return f"{seconds:.2f} s"
    if seconds < 60:
        return f"{seconds:.1f} s"
    return f"{int(seconds) // 60} min {int(seconds) % 60:02d} s"


def first_of(things: Sequence[T], most: int = 50) -> tuple[Sequence[T], list[str]]:
    """Return the things that a list shows, and the line that says how many more there are, if there are more."""
    rest = len(things) - most
    return things[:most], [f"… and {rest:,} more"] if rest > 0 else []


def counted(number: int, thing: str) -> str:
    """Return ``1 warning`` or ``2 warnings``."""
    return f"{number} {thing}" + ("" if number == 1 else "s")
