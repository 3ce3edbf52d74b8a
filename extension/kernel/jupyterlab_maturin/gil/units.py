"""The unit of time in which a duration reads best."""

from __future__ import annotations

#: From the largest down; the factor turns seconds into the unit.
_UNITS = (
    ("s", "seconds", 1.0),
    ("ms", "milliseconds", 1e3),
    ("µs", "microseconds", 1e6),
    ("ns", "nanoseconds", 1e9),
)


def unit_for(seconds: float) -> tuple[str, str, float]:
    """Return symbol, name and factor of the largest unit in which `seconds` (≥ 0) is 1 or more; nanoseconds below."""
    return next((unit for unit in _UNITS if seconds * unit[2] >= 1), _UNITS[-1])


def in_words(seconds: float) -> str:
    """Return a duration with three digits that count: `22.9 ms`."""
    symbol, _, factor = unit_for(seconds)
    return (
        f"{seconds * factor:,.3g} {symbol}"
        if seconds * factor < 1000
        else f"{seconds * factor:,.0f} {symbol}"
    )
