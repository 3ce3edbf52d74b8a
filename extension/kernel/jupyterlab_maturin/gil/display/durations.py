"""Durations in the unit in which they read best."""

from __future__ import annotations

# Symbol, name, and the factor that turns seconds into the unit; largest unit first.
_UNITS = (
    ("s", "seconds", 1.0),
    ("ms", "milliseconds", 1e3),
    ("µs", "microseconds", 1e6),
    ("ns", "nanoseconds", 1e9),
)


def unit_for(seconds: float) -> tuple[str, str, float]:
    """Return symbol, name and factor of the largest unit in which `seconds` (≥ 0) is at least 1, or else of nanoseconds."""
    return next((unit for unit in _UNITS if seconds * unit[2] >= 1), _UNITS[-1])


def in_words(seconds: float) -> str:
    """Return a duration with three significant digits: `22.9 ms`."""
    symbol, _, factor = unit_for(seconds)
    value = seconds * factor
    return f"{value:,.3g} {symbol}" if value < 1000 else f"{value:,.0f} {symbol}"
