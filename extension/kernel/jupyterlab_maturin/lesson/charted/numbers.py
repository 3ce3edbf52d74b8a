"""What a chart accepts as numbers, and how they are written."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from numbers import Real
from typing import Any, TypeGuard

Rows = Sequence[Mapping[str, Any]]


def is_number(value: object) -> TypeGuard[Real]:
    """Whether a value is a number to draw: of Python, NumPy or another library, but no truth value."""
    return isinstance(value, Real) and not isinstance(value, bool)


def number(value: object, what: str) -> float:
    """Return a value as a float.

    Raises:
        TypeError: it is no number.
        ValueError: it is infinite or not a number (NaN), which no chart can show.
    """
    if not is_number(value):
        raise TypeError(f"{what} has to be a number, and is {value!r}.")
    if not math.isfinite(value):
        raise ValueError(f"{what} is {value}, which no chart can show: leave it out.")
    return float(value)


def positive(values: Sequence[float], what: str) -> None:
    """Check that all values have a place on a logarithmic axis.

    Raises:
        ValueError: one is zero or negative.
    """
    for value in values:
        if value <= 0:
            raise ValueError(
                f"{what} is {in_short(value)}, which has no place on a logarithmic axis: leave it out, or draw without log=True."
            )


def cell(row: object, key: str, rows: Sequence[object]) -> Any:
    """Return the value that a row has under a key.

    Raises:
        TypeError: the row is no dict.
        ValueError: it has no such key.
    """
    if not isinstance(row, Mapping):
        raise TypeError(f"Each row has to be a dict, and one is {row!r}.")
    if key not in row:
        keys = ", ".join(repr(known) for known in row) or "nothing"
        raise ValueError(
            f"Row {rows.index(row) + 1} of {len(rows)} has no {key!r}; it has {keys}: "
            f"x=, y= and by= have to be keys of every row."
        )
    return row[key]


def in_short(value: float) -> str:
    """Return a number with three significant digits: `12,300`, `0.00123`, `4e-05`."""
    if value == 0 or 1e-3 <= abs(value) < 1000:
        return f"{value:.3g}"
    return f"{float(f'{value:.3g}'):,.0f}" if 1000 <= abs(value) < 1e9 else f"{value:.3g}"
