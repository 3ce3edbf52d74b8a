"""A chart with a bar a row."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from jupyterlab_maturin.lesson.charted.chart import LessonChart
from jupyterlab_maturin.lesson.charted.numbers import Rows, cell, in_short, number

if TYPE_CHECKING:
    import altair

#: Pixels that a bar takes, with the gap to the next one.
ROW = 44


def bars(
    rows: Mapping[str, Any] | Rows,
    *,
    x: str,
    by: str | None = None,
    title: str | None = None,
    description: str | None = None,
) -> LessonChart:
    """Return a chart with a bar for each row, in the order given, and its number at the end of the bar.

    Args:
        rows: ``{name: number}``, or a list of dicts.
        x: what the numbers are: ``"milliseconds per call"``. It is the axis's title and, in dicts, the numbers' key.
        by: the key of the names in a list of dicts; otherwise a title for the names.
        title: stands above the chart.
        description: what the chart shows, for people who do not see it; made from the data where it is left out.

    Raises:
        TypeError: the rows have another form, or something is not a number.
        ValueError: there are no rows, a key is missing, or two rows have the same name.
    """
    lengths = _lengths(rows, x, by)
    said = f"Bar chart of {x}: " + ", ".join(f"{name} {in_short(length)}" for name, length in lengths.items())
    said = f"{title}. {said}." if title else f"{said}."
    return LessonChart(
        description or said, partial(_draw, lengths, x, by), title, height=max(80, ROW * len(lengths))
    )


def _lengths(rows: Mapping[str, Any] | Rows, x: str, by: str | None) -> dict[str, float]:
    if isinstance(rows, Mapping):
        pairs = [(str(name), value) for name, value in rows.items()]
    elif isinstance(rows, str) or not hasattr(rows, "__iter__"):
        raise TypeError(f"bars takes {{name: number}} or a list of dicts, and not {rows!r}.")
    elif by is None:
        raise TypeError("bars with a list of dicts needs by=, the key of the bars' names.")
    else:
        listed = list(rows)
        pairs = [(str(cell(row, by, listed)), cell(row, x, listed)) for row in listed]
    if not pairs:
        raise ValueError("bars got no rows, so there is nothing to draw.")
    lengths: dict[str, float] = {}
    for name, value in pairs:
        if name in lengths:
            raise ValueError(f"Two rows are called {name!r}: each bar needs a name of its own.")
        lengths[name] = number(value, f"{x!r} of {name!r}")
    return lengths


def _draw(lengths: Mapping[str, float], x: str, by: str | None) -> altair.LayerChart:
    # Imported here, because it imports Altair.
    from jupyterlab_maturin.lesson.charted.draw_bars import draw_bars

    return draw_bars(lengths, x, by)
