"""Draws bars. Import this file only to draw: it raises MissingExtraError where Altair is not installed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jupyterlab_maturin.charts.style import INK, LABEL, SERIES, data
from jupyterlab_maturin.extras import require
from jupyterlab_maturin.lesson.charted.numbers import in_short

if TYPE_CHECKING:
    import altair
else:
    altair = require("altair", "course", "Drawing a chart")


def draw_bars(lengths: Mapping[str, float], x: str, by: str | None) -> altair.LayerChart:
    """Return a bar for each name, with its number behind its end."""
    rows = [{"name": name, "value": value, "label": in_short(value)} for name, value in lengths.items()]
    low, high = min(0.0, *lengths.values()), max(0.0, *lengths.values())
    # The axis goes on for a while behind the longest bar, where its number is written.
    room = 0.16 * (high - low) or 1.0
    domain = [low - (room if low < 0 else 0), high + (room if high > 0 or low == 0 else 0)]
    base = altair.Chart(data(rows)).encode(
        x=altair.X(
            "value:Q",
            title=x,
            scale=altair.Scale(domain=domain, nice=False),
            axis=altair.Axis(format=",~r" if high < 1e6 else "~s", tickCount=5),
        ),
        y=altair.Y("name:N", title=by, sort=list(lengths)),
        tooltip=[altair.Tooltip("name:N", title=by or "name"), altair.Tooltip("label:N", title=x)],
    )
    behind = base.mark_text(align="left", dx=5, color=INK, fontSize=LABEL).encode(text="label:N")
    before = base.mark_text(align="right", dx=-5, color=INK, fontSize=LABEL).encode(text="label:N")
    return altair.layer(
        base.mark_bar(height=20, color=SERIES[0]),
        behind.transform_filter("datum.value >= 0"),
        *([before.transform_filter("datum.value < 0")] if low < 0 else []),
    )
