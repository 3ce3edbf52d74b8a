"""Draws lines. Import this file only to draw: it raises MissingExtraError where Altair is not installed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jupyterlab_maturin.charts.style import INK, SERIES, data
from jupyterlab_maturin.extras import require
from jupyterlab_maturin.lesson.charted.numbers import in_short

if TYPE_CHECKING:
    import altair
else:
    altair = require("altair", "course", "Drawing a chart")

# Lines and points can be told apart without their colours.
DASHES = [[1, 0], [8, 4], [2, 3], [8, 3, 2, 3], [14, 4], [4, 2]]
SHAPES = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down"]


def draw_lines(
    series: Mapping[str, Sequence[tuple[float, float]]],
    x: str,
    y: str,
    by: str | None,
    log: bool,
    even: float | None,
) -> altair.LayerChart:
    """Return a line with marked points for each series, and a dashed one across at `even`."""
    rows = [
        {"series": name, "x": place, "y": height, "label": in_short(height)}
        for name, points in series.items()
        for place, height in points
    ]
    places = [place for points in series.values() for place, _ in points]
    heights = [height for points in series.values() for _, height in points]
    names = list(series)
    legend = None if names == [""] else altair.Legend(orient="top", symbolSize=150, symbolStrokeWidth=2)

    def by_series(looks: Sequence[Any]) -> dict[str, Any]:
        scale = altair.Scale(domain=names, range=list(looks[: len(names)]))
        return {"shorthand": "series:N", "title": by, "legend": legend, "scale": scale}

    base = altair.Chart(data(rows)).encode(
        x=altair.X("x:Q", title=x, **_axis(places, log)),
        y=altair.Y("y:Q", title=y, **_axis(heights if even is None else [*heights, even], log)),
        color=altair.Color(**by_series(SERIES)),
    )
    # Marks of their own and no encoding, which would dash the outlines of the shapes in the legend, too.
    strokes = [
        base.mark_line(strokeWidth=2.5, strokeDash=dash).transform_filter(
            altair.FieldEqualPredicate(field="series", equal=name)
        )
        for name, dash in zip(names, DASHES, strict=False)
    ]
    names_of = [] if names == [""] else [altair.Tooltip("series:N", title=by or "series")]
    points = base.mark_point(filled=True, size=90, opacity=1).encode(
        shape=altair.Shape(**by_series(SHAPES)),
        tooltip=[
            *names_of,
            altair.Tooltip("x:Q", title=x, format=",~g"),
            altair.Tooltip("label:N", title=y),
        ],
    )
    rule = altair.Chart(data([{"y": even}])).mark_rule(strokeDash=[6, 5], color=INK, strokeWidth=2)
    return altair.layer(*([] if even is None else [rule.encode(y="y:Q")]), *strokes, points)


def _axis(values: Sequence[float], log: bool) -> dict[str, Any]:
    if not log:
        return {"axis": altair.Axis(format="~s"), "scale": altair.Scale(zero=False)}
    ticks = _ticks(values)
    domain = [min(*values, *ticks), max(*values, *ticks)]
    scale = altair.Scale(type="log", domain=domain, nice=False)
    return {"axis": altair.Axis(format=",~g" if domain[0] >= 1e-3 else "~e", values=ticks), "scale": scale}


def _ticks(values: Sequence[float]) -> list[float]:
    """The places of the ticks of a logarithmic axis: powers of ten, and 2 and 5 times those where they are few.

    One lies at or below all values, and one at or above.
    """
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    steps = (1, 2, 5) if high - low <= 2 else (1,)
    ticks = [float(f"{step}e{power}") for power in range(low, high + 1) for step in steps]
    begin = max(i for i, tick in enumerate(ticks) if tick <= min(values))
    end = min(i for i, tick in enumerate(ticks) if tick >= max(values))
    return ticks[begin : end + 1]
