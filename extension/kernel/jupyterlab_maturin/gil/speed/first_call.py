"""Say it when a function's first call took much longer than the later ones, which are what is measured."""

from __future__ import annotations

from jupyterlab_maturin.gil.display.durations import in_words

# A first call that is shorter (seconds), or not so many times as long as a later one, may have met a busy machine.
_LONG = 0.05
_TIMES = 20


def prepares_once(name: str, first: float, later: float) -> list[str]:
    """Return a sentence when the first call of `name` took `first` seconds and a later one only `later`, else nothing."""
    if first < _LONG or first < _TIMES * later:
        return []
    warning = (
        f"the first call of {name} took {in_words(first)}, a later one {in_words(later)}: it prepares something once, and "
        "only the later calls are measured here."
    )
    return [warning]
