"""Draws requests. Import this file only to draw: it raises MissingExtraError where Altair is not installed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from jupyterlab_maturin.charts.style import SERIES, data
from jupyterlab_maturin.extras import require

if TYPE_CHECKING:
    import altair
else:
    altair = require("altair", "course", "Drawing a chart")


def draw_lanes(rows: Sequence[dict[str, Any]], names: Sequence[str]) -> altair.LayerChart:
    """Return a bar for each of `rows`, which have a `crawl`, a `row`, a `path`, and `begin` and `end` (seconds)."""
    crawls = list(dict.fromkeys(name.rpartition(",")[0] for name in names))
    bars = (
        altair.Chart(data(rows))
        .mark_bar(height=12, cornerRadius=2)
        .encode(
            x=altair.X("begin:Q", title="seconds", scale=altair.Scale(domainMin=0, nice=False)),
            x2=altair.X2("end:Q"),
            y=altair.Y("row:N", title=None, sort=list(names), axis=altair.Axis(ticks=False, labels=False)),
            color=altair.Color(
                "crawl:N",
                title=None,
                scale=altair.Scale(domain=crawls, range=SERIES[: len(crawls)]),
                legend=altair.Legend(orient="top", symbolType="square"),
            ),
            tooltip=[
                altair.Tooltip("path:N"),
                altair.Tooltip("begin:Q", title="from, s", format=".2f"),
                altair.Tooltip("end:Q", title="to, s", format=".2f"),
            ],
        )
    )
    return altair.layer(bars)
