"""A chart with a line a series."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from jupyterlab_maturin.lesson.charted.chart import LessonChart
from jupyterlab_maturin.lesson.charted.numbers import Rows, cell, in_short, is_number, number, positive

if TYPE_CHECKING:
    import altair

Points = list[tuple[float, float]]

#: A chart with more series cannot be read: there are as many colours, shapes and dashes.
MOST = 6


def lines(
    rows: Mapping[Any, Any] | Rows,
    *,
    x: str,
    y: str,
    by: str | None = None,
    log: bool = False,
    even: float | None = None,
    title: str | None = None,
    description: str | None = None,
) -> LessonChart:
    """Return a chart with a line for each series; its points are marked.

    Args:
        rows: ``{series: {x: y}}``, ``{x: y}`` for a single line, or a list of dicts.
        x: what the points' places are: ``"length of the list"``. It is the axis's title and, in dicts, a key.
        y: the same for their heights.
        by: the key of the series in a list of dicts, a single line where it is left out; otherwise the legend's title.
        log: whether both axes are logarithmic.
        even: where a dashed line is drawn across: at 1, a ratio is a draw.
        title: stands above the chart.
        description: what the chart shows, for people who do not see it; made from the data where it is left out.

    Raises:
        TypeError: the rows have another form, or something is not a number.
        ValueError: there are no points, more than six series, a missing key, two points of a series at one place, or
            with ``log`` a number that is not above zero.
    """
    series = _series(rows, x, y, by)
    if even is not None:
        number(even, "even")
    if log:
        positive([place for points in series.values() for place, _ in points], repr(x))
        positive([height for points in series.values() for _, height in points], repr(y))
        positive([] if even is None else [even], "even")
    said = description or _said(series, x, y, log, even, title)
    return LessonChart(said, partial(_draw, series, x, y, by, log, even), title, height=300)


def _series(rows: Mapping[Any, Any] | Rows, x: str, y: str, by: str | None) -> dict[str, Points]:
    triples: Iterable[tuple[str, Any, Any]]
    if isinstance(rows, Mapping):
        if rows and all(is_number(value) for value in rows.values()):
            rows = {"": rows}
        for name, points in rows.items():
            if not isinstance(points, Mapping):
                raise TypeError(f"The series {name!r} has to be a dict {{x: y}}, and is {points!r}.")
        triples = [(str(name), *point) for name, points in rows.items() for point in points.items()]
    elif isinstance(rows, str) or not hasattr(rows, "__iter__"):
        raise TypeError(f"lines takes {{series: {{x: y}}}} or a list of dicts, and not {rows!r}.")
    else:
        listed = list(rows)
        triples = [
            ("" if by is None else str(cell(row, by, listed)), cell(row, x, listed), cell(row, y, listed))
            for row in listed
        ]
    series: dict[str, Points] = {}
    for name, place, height in triples:
        of = f" of {name!r}" if name else ""
        series.setdefault(name, []).append((number(place, f"{x!r}{of}"), number(height, f"{y!r}{of}")))
    if not series:
        raise ValueError("lines got no points, so there is nothing to draw.")
    if len(series) > MOST:
        raise ValueError(
            f"lines got {len(series)} series, and nobody can tell more than {MOST} apart: draw fewer."
        )
    for name, points in series.items():
        points.sort()
        for (place, _), (following, _) in pairwise(points):
            if place == following:
                raise ValueError(
                    f"Two points{f' of {name!r}' if name else ''} have {in_short(place)} for {x!r}: keep one."
                )
    return series


def _said(
    series: Mapping[str, Points], x: str, y: str, log: bool, even: float | None, title: str | None
) -> str:
    sentences = [title] if title else []
    sentences.append(f"Line chart of {y} by {x}{', on logarithmic axes' if log else ''}")
    for name, points in series.items():
        told = points if len(points) <= 4 else [points[0], points[len(points) // 2], points[-1]]
        values = ", ".join(f"{in_short(height)} at {in_short(place)}" for place, height in told)
        sentences.append(f"{name}: {values}" if name else values)
    if even is not None:
        sentences.append(f"A dashed line marks {in_short(even)}")
    return " ".join(f"{sentence.rstrip('.')}." for sentence in sentences)


def _draw(
    series: Mapping[str, Points], x: str, y: str, by: str | None, log: bool, even: float | None
) -> altair.LayerChart:
    # Imported here, because it imports Altair.
    from jupyterlab_maturin.lesson.charted.draw_lines import draw_lines

    return draw_lines(series, x, y, by, log, even)
