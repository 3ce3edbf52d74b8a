"""A crawl as a timeline: a row for each request that is under way at the same time."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from jupyterlab_maturin.lesson.charted.chart import LessonChart
from jupyterlab_maturin.lesson.site.practice_site import PracticeSite

if TYPE_CHECKING:
    import altair

# Pixels that a row takes, with the gap to the next one.
_ROW = 22


def lanes(crawls: Mapping[str, PracticeSite]) -> LessonChart:
    """Return a chart of the requests of each crawl. A bar is a request, and bars in different rows overlap in time.

    A request has a row for itself as long as it waits for its answer; so a crawl has as many rows as it had requests in
    flight at once.
    """
    rows = [row for name, site in crawls.items() for row in _rows(name, site)]
    if not rows:
        raise ValueError("lanes got no request, so there is nothing to draw.")
    names = list(dict.fromkeys(row["row"] for row in rows))
    said = ", ".join(
        f"{name}: {len(site.requests)} requests, {site.most_at_once} at the same time"
        for name, site in crawls.items()
    )
    return LessonChart(
        f"Timeline of requests. {said}.", partial(_draw, rows, names), height=max(80, _ROW * len(names))
    )


def _rows(name: str, site: PracticeSite) -> list[dict[str, Any]]:
    """A dict for each request that was answered, with the row in which there is room for it."""
    free_from: list[float] = []
    rows = []
    for request in site.requests:
        if request.ended is None:
            continue
        lane = next((number for number, end in enumerate(free_from) if end <= request.began), len(free_from))
        free_from[lane : lane + 1] = [request.ended]
        rows.append(
            {
                "crawl": name,
                "row": f"{name}, {lane + 1}",
                "path": request.path,
                "begin": request.began,
                "end": request.ended,
            }
        )
    return sorted(rows, key=lambda row: int(row["row"].rpartition(" ")[2]))


def _draw(rows: list[dict[str, Any]], names: list[str]) -> altair.LayerChart:
    # Imported here, because it imports Altair.
    from jupyterlab_maturin.lesson.site.draw_timeline import draw_lanes

    return draw_lanes(rows, names)
