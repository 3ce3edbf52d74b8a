"""The lab's charts: legible on white and on black paper, and for eyes that do not tell red from green."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair

from .units import in_words, unit_for

if TYPE_CHECKING:
    from .compare import Comparison
    from .scaling import Scaling
    from .timeline import Timeline

#: Text, axes and rules: as far from white as from JupyterLab's dark background.
INK = "#787878"

#: Okabe and Ito's colours, which the colour-blind tell apart, by what they stand for.
STATES = {
    "holds the lock": "#d55e00",
    "runs without it": "#0080c0",
    "waits": "#a6a6a6",
    "in the call": "#a6a6a6",
    "taken": "#d55e00",
    "free": "#0080c0",
}
SERIES = ["#0080c0", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#787878"]

# Sizes of text that the last row of a classroom can read.
_LABEL, _TITLE = 14, 15


def timeline_chart(timeline: Timeline) -> altair.TopLevelMixin:
    """A row per thread, a bar per state; the lock's own bars are the tallest."""
    rows = [
        {
            "thread": segment.thread,
            "state": segment.state,
            "begin": 1e3 * segment.begin,
            "end": 1e3 * segment.end,
        }
        for segment in timeline.segments
    ]
    present = {row["state"] for row in rows}
    # The same legend for every timeline, so that two can be compared.
    whole = ["holds the lock", "runs without it", "waits"]
    states = whole if present <= set(whole) else [state for state in STATES if state in present]
    threads = list(dict.fromkeys(segment.thread for segment in timeline.segments))
    base = altair.Chart(_data(rows)).encode(
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
    # Height tells the states apart as well as colour does.
    thick = base.mark_bar(height=26).transform_filter(
        altair.FieldOneOfPredicate(field="state", oneOf=["holds the lock", "taken"])
    )
    medium = base.mark_bar(height=16).transform_filter(
        altair.FieldOneOfPredicate(field="state", oneOf=["runs without it", "free"])
    )
    thin = base.mark_bar(height=4).transform_filter(
        altair.FieldOneOfPredicate(field="state", oneOf=["waits", "in the call"])
    )
    return _styled(thin + medium + thick, height=44 * len(threads))


def scaling_chart(scaling: Scaling) -> altair.TopLevelMixin:
    """Speed-up by threads: every run a dot, the medians a line, the ideal dashed."""
    names = list(dict.fromkeys(run.contestant for run in scaling.runs))
    dots = [
        {"contestant": run.contestant, "threads": run.threads, "speed-up": scaling.speed_up(run)}
        for run in scaling.runs
    ]
    medians = [
        {"contestant": row["contestant"], "threads": row["threads"], "speed-up": row["speed-up"]}
        for row in scaling.records()
    ]
    ideal = [{"threads": n, "speed-up": min(n, scaling.cores)} for n in scaling.thread_counts]
    x = altair.X(
        "threads:Q",
        title="threads",
        axis=altair.Axis(values=list(scaling.thread_counts), format="d"),
        scale=altair.Scale(domain=[0.8, max(scaling.thread_counts) + 0.2], nice=False),
    )
    y = altair.Y("speed-up:Q", title="times as fast as one thread", scale=altair.Scale(zero=True))
    colour = altair.Color(
        "contestant:N",
        title=None,
        scale=altair.Scale(domain=names, range=SERIES),
        legend=altair.Legend(orient="top", symbolOpacity=1),
    )
    shape = altair.Shape("contestant:N", scale=altair.Scale(domain=names), legend=None)
    every = altair.Chart(_data(dots)).mark_point(filled=True, size=60, opacity=0.45)
    line = altair.Chart(_data(medians)).mark_line(strokeWidth=3)
    best = altair.Chart(_data(ideal)).mark_line(strokeDash=[6, 5], color=INK, strokeWidth=2)
    end = (
        altair.Chart(_data(ideal[-1:]))
        .mark_text(text=f"ideal, {scaling.cores} cores", dy=-12, align="right", color=INK, fontSize=_LABEL)
        .encode(x=x, y=y)
    )
    return _styled(
        best.encode(x=x, y=y)
        + end
        + line.encode(x=x, y=y, color=colour)
        + every.encode(
            x=x, y=y, color=colour, shape=shape, tooltip=["contestant:N", "threads:Q", "speed-up:Q"]
        ),
        height=280,
    )


def compare_chart(comparison: Comparison) -> altair.TopLevelMixin:
    """A row per function: every run a tick, the median a bar, on one scale of time."""
    _, unit, factor = unit_for(max(timing.median for timing in comparison.timings))
    rows: list[dict[str, Any]] = []
    for timing in comparison.timings:
        rows += [{"function": timing.name, unit: factor * seconds} for seconds in timing.runs]
    medians = [
        {"function": timing.name, unit: factor * timing.median, "label": f"median {in_words(timing.median)}"}
        for timing in comparison.timings
    ]
    names = [timing.name for timing in comparison.timings]
    x = altair.X(f"{unit}:Q", title=f"{unit} per call", scale=altair.Scale(zero=True))
    y = altair.Y("function:N", title=None, sort=names)
    bar = altair.Chart(_data(medians)).mark_bar(height=18, color=SERIES[0], opacity=0.75)
    text = altair.Chart(_data(medians)).mark_text(align="left", dx=2, dy=-20, color=INK, fontSize=_LABEL)
    ticks = altair.Chart(_data(rows)).mark_tick(thickness=2, height=24, color=SERIES[1], opacity=1)
    return _styled(
        bar.encode(x=x, y=y) + ticks.encode(x=x, y=y) + text.encode(x=altair.datum(0), y=y, text="label:N"),
        height=64 * len(names),
    )


def _data(rows: list[dict[str, Any]]) -> altair.Data:
    return altair.Data(values=rows)  # type: ignore[no-untyped-call]  # Altair's


def _styled(chart: altair.LayerChart, height: int) -> altair.TopLevelMixin:
    styled: altair.TopLevelMixin = (
        chart.properties(width=620, height=height, background="transparent")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=INK,
            titleColor=INK,
            domainColor=INK,
            tickColor=INK,
            gridColor=INK,
            gridOpacity=0.25,
            labelFontSize=_LABEL,
            titleFontSize=_TITLE,
            titleFontWeight="normal",
            labelLimit=240,
        )
        .configure_legend(labelColor=INK, titleColor=INK, labelFontSize=_LABEL, labelLimit=300)
    )
    return styled
