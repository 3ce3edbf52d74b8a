"""The GIL lab's charts, made from plain data: names, numbers and segments.

Import this file only to draw a chart: it imports Altair, and raises MissingExtraError where Altair is not installed.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from jupyterlab_maturin.charts.style import INK, LABEL, SERIES, Row, data, styled
from jupyterlab_maturin.extras import require
from jupyterlab_maturin.gil.display.durations import in_words, unit_for

if TYPE_CHECKING:
    import altair
else:
    altair = require("altair", "gil", "Drawing a chart")

#: The colour of each thread state, from Okabe and Ito's palette, which the colour-blind tell apart.
STATES = {
    "holds the GIL": "#d55e00",
    "runs without it": "#0080c0",
    "waits": "#a6a6a6",
    "in the call": "#a6a6a6",
    "taken": "#d55e00",
    "free": "#0080c0",
}

# The legend of every timeline in which the states of threads are known, so that two timelines can be compared.
_THREAD_STATES = ["holds the GIL", "runs without it", "waits"]


def timeline_chart(segments: Sequence[Row]) -> altair.TopLevelMixin:
    """A row for each thread and a bar for each `thread`, `state`, `begin` and `end` (seconds) in `segments`."""
    rows = [{**row, "begin": 1e3 * row["begin"], "end": 1e3 * row["end"]} for row in segments]
    present = {row["state"] for row in rows}
    states = (
        _THREAD_STATES if present <= set(_THREAD_STATES) else [state for state in STATES if state in present]
    )
    threads = list(dict.fromkeys(row["thread"] for row in rows))
    base = altair.Chart(data(rows)).encode(
        x=altair.X("begin:Q", title="milliseconds", scale=altair.Scale(domainMin=0, nice=False)),
        x2=altair.X2("end:Q"),
        y=altair.Y("thread:N", title=None, sort=threads),
        color=altair.Color(
            "state:N",
            title=None,
            scale=altair.Scale(domain=states, range=[STATES[state] for state in states]),
            legend=altair.Legend(orient="top", symbolType="square"),
        ),
        tooltip=[
            altair.Tooltip("thread:N"),
            altair.Tooltip("state:N"),
            altair.Tooltip("begin:Q", title="from, ms", format=".2f"),
            altair.Tooltip("end:Q", title="to, ms", format=".2f"),
        ],
    )
    # The height of a bar tells the states apart as well as its colour does.
    heights = {4: ["waits", "in the call"], 16: ["runs without it", "free"], 26: ["holds the GIL", "taken"]}
    bars = [
        base.mark_bar(height=height).transform_filter(altair.FieldOneOfPredicate(field="state", oneOf=drawn))
        for height, drawn in heights.items()
    ]
    return styled(altair.layer(*bars), height=44 * len(threads))


def scaling_chart(runs: Sequence[Row], medians: Sequence[Row], cores: int) -> altair.TopLevelMixin:
    """Speed-up by number of threads: every run is a dot, the medians are joined by a line, the ideal is dashed.

    Each of `runs` and `medians` has `contestant`, `threads` and `speed-up`.
    """
    names = list(dict.fromkeys(row["contestant"] for row in medians))
    counts = sorted({row["threads"] for row in medians})
    ideal = [{"threads": count, "speed-up": min(count, cores)} for count in counts]
    x = altair.X(
        "threads:Q",
        title="threads",
        axis=altair.Axis(values=counts, format="d"),
        scale=altair.Scale(domain=[0.8, counts[-1] + 0.2], nice=False),
    )
    y = altair.Y("speed-up:Q", title="times as fast as one thread", scale=altair.Scale(zero=True))
    colour = altair.Color(
        "contestant:N",
        title=None,
        scale=altair.Scale(domain=names, range=SERIES),
        legend=altair.Legend(orient="top", symbolOpacity=1),
    )
    shape = altair.Shape("contestant:N", scale=altair.Scale(domain=names), legend=None)
    every = altair.Chart(data(runs)).mark_point(filled=True, size=60, opacity=0.45)
    line = altair.Chart(data(medians)).mark_line(strokeWidth=3)
    best = altair.Chart(data(ideal)).mark_line(strokeDash=[6, 5], color=INK, strokeWidth=2)
    end = (
        altair.Chart(data(ideal[-1:]))
        .mark_text(text=f"ideal, {cores} cores", dy=-12, align="right", color=INK, fontSize=LABEL)
        .encode(x=x, y=y)
    )
    return styled(
        best.encode(x=x, y=y)
        + end
        + line.encode(x=x, y=y, color=colour)
        + every.encode(
            x=x, y=y, color=colour, shape=shape, tooltip=["contestant:N", "threads:Q", "speed-up:Q"]
        ),
        height=280,
    )


def compare_chart(runs: Mapping[str, Sequence[float]]) -> altair.TopLevelMixin:
    """A row for each function: its runs (seconds per call) are ticks and their median is a bar, on one scale of time."""
    medians = {name: statistics.median(seconds) for name, seconds in runs.items()}
    _, unit, factor = unit_for(max(medians.values()))
    ticks = [{"function": name, unit: factor * value} for name, seconds in runs.items() for value in seconds]
    bars = [
        {"function": name, unit: factor * median, "label": f"median {in_words(median)}"}
        for name, median in medians.items()
    ]
    x = altair.X(f"{unit}:Q", title=f"{unit} per call", scale=altair.Scale(zero=True))
    y = altair.Y("function:N", title=None, sort=list(runs))
    bar = altair.Chart(data(bars)).mark_bar(height=18, color=SERIES[0], opacity=0.75)
    text = altair.Chart(data(bars)).mark_text(align="left", dx=2, dy=-20, color=INK, fontSize=LABEL)
    tick = altair.Chart(data(ticks)).mark_tick(thickness=2, height=24, color=SERIES[1], opacity=1)
    return styled(
        bar.encode(x=x, y=y) + tick.encode(x=x, y=y) + text.encode(x=altair.datum(0), y=y, text="label:N"),
        height=64 * len(runs),
    )
