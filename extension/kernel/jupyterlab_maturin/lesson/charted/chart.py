"""A chart of a lesson as the output of a cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jupyterlab_maturin.charts.bundle import VEGA_LITE, chart_bundle
from jupyterlab_maturin.errors import MissingExtraError
from jupyterlab_maturin.foreign.outputs import shown_bundle

if TYPE_CHECKING:
    import altair

#: Pixels; narrow enough for a notebook beside an editor.
WIDTH = 520

#: How JupyterLab draws it: as an SVG, which the extension's style sheet makes fit into a narrow notebook; and without a
#: menu, whose first entry would open the chart on a page in the internet.
EMBEDDED = {"renderer": "svg", "actions": False}


@dataclass(frozen=True, repr=False)
class LessonChart:
    """A chart that shows itself where it is the last expression of a cell.

    Attributes:
        description: what it shows, in words, for people who do not see it.
        draw: makes the chart; only this needs Altair.
        title: stands above the chart.
    """

    description: str
    draw: Callable[[], altair.LayerChart]
    title: str | None = None
    height: int = 300

    def chart(self) -> altair.TopLevelMixin:
        """Return the chart as Altair knows it. Raises MissingExtraError where Altair is not installed."""
        # Imported here, because it imports Altair.
        from jupyterlab_maturin.charts.style import styled

        drawn = self.draw().properties(description=self.description)
        if self.title is not None:
            drawn = drawn.properties(title=self.title)
        return styled(drawn, height=self.height, width=WIDTH)

    def __str__(self) -> str:
        return self.description

    __repr__ = __str__

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        try:
            bundle = chart_bundle(self.chart(), self.description)
        except MissingExtraError as missing:
            return shown_bundle({"text/plain": f"{self.description}\n{missing}"}), {}
        return shown_bundle(bundle), {
            "image/png": {"alt": self.description},
            VEGA_LITE: {"embed_options": EMBEDDED},
        }
