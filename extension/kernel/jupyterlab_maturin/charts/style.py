"""How every chart of this package looks: legible on white and on black, and for readers who do not tell red from green.

Import this file only to draw a chart: it imports Altair, and raises MissingExtraError where Altair is not installed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jupyterlab_maturin.extras import require

if TYPE_CHECKING:
    import altair
else:
    altair = require("altair", "gil", "Drawing a chart")

Row = Mapping[str, Any]

#: The colour of text, axes and rules: as far from white as from JupyterLab's dark background.
INK = "#787878"

#: The colours of series, from Okabe and Ito's palette, which the colour-blind tell apart.
SERIES = ["#0080c0", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#787878"]

#: The size of labels and of titles, in pixels. They can be read from the last row of a classroom.
LABEL, TITLE = 14, 15


def data(rows: Sequence[Row]) -> altair.Data:
    """Return rows as data that the chart itself carries."""
    return altair.Data(values=list(rows))  # type: ignore[no-untyped-call]  # Altair's


def styled(chart: altair.LayerChart, height: int, width: int = 620) -> altair.TopLevelMixin:
    """Return the chart in this package's style; its axes are `width` and `height` pixels long."""
    styled: altair.TopLevelMixin = (
        chart.properties(width=width, height=height, background="transparent")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=INK,
            titleColor=INK,
            domainColor=INK,
            tickColor=INK,
            gridColor=INK,
            gridOpacity=0.25,
            labelFontSize=LABEL,
            titleFontSize=TITLE,
            titleFontWeight="normal",
            labelLimit=240,
        )
        .configure_legend(labelColor=INK, titleColor=INK, labelFontSize=LABEL, labelLimit=300)
        .configure_title(color=INK, fontSize=TITLE + 1, anchor="start", offset=12)
    )
    return styled
