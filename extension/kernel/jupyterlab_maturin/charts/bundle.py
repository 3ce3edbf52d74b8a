"""The MIME bundle of a chart."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from jupyterlab_maturin.extras import require

if TYPE_CHECKING:
    import altair

#: The media type of the charts that JupyterLab 4.6 draws.
VEGA_LITE = "application/vnd.vegalite.v5+json"


def chart_bundle(chart: altair.TopLevelMixin, text: str) -> dict[str, Any]:
    """The MIME bundle of a chart: Vega-Lite for JupyterLab, a PNG for programs that do not draw it, and `text`.

    The PNG is made on this machine, without a network. Raises MissingExtraError where vl-convert is not installed.
    """
    vl_convert = require("vl_convert", "gil", "Drawing a chart")
    spec = chart.to_dict()
    # Scaled by two, for screens that show two pixels as one.
    png = vl_convert.vegalite_to_png(spec, vl_version="5.20", scale=2)
    return {VEGA_LITE: spec, "image/png": base64.b64encode(png).decode("ascii"), "text/plain": text}
