"""What results show: charts drawn without a network, legible on white and on black, and a table."""

from __future__ import annotations

import base64
import json
import sys
from functools import partial
from importlib.abc import MetaPathFinder
from types import ModuleType
from typing import Any

import IPython.display
import pytest

from jupyterlab_maturin.charts.bundle import VEGA_LITE, chart_bundle
from jupyterlab_maturin.charts.style import INK, SERIES
from jupyterlab_maturin.gil import Comparison, Run, Scaling, Timing, timeline
from jupyterlab_maturin.gil.display.charts import STATES
from jupyterlab_maturin.gil.display.result import ShownResult, table_bundle
from jupyterlab_maturin.gil.timelines.timeline import timeline_of

WHITE, DARK = "#ffffff", "#111111"  # JupyterLab's --jp-layout-color0 in its two themes


@pytest.fixture(params=["timeline", "lock only", "scaling", "comparison"])
def shown(request: pytest.FixtureRequest, cases: ModuleType) -> ShownResult:
    """One result of each kind."""
    results: dict[str, Any] = {
        "timeline": lambda: timeline(cases.release_first_tenth, 10),
        "lock only": lambda: timeline_of({"a": partial(cases.hold, 10)}, from_outside=False),
        "scaling": lambda: Scaling(tuple(Run("f", n, n, 1.0) for n in (1, 1, 2, 2)), (1, 2), 2, None),
        "comparison": lambda: Comparison((Timing("f", 10, (1e-3, 2e-3, 3e-3)),), ()),
    }
    result: ShownResult = results[request.param]()
    return result


def test_a_chart_is_vega_lite_5_with_a_picture_and_words_beside_it(shown: ShownResult) -> None:
    bundle = chart_bundle(shown.chart(), shown.verdict())
    assert set(bundle) == {VEGA_LITE, "image/png", "text/plain"}
    assert "/vega-lite/v5" in bundle[VEGA_LITE]["$schema"]
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    assert bundle["text/plain"] == shown.verdict()


def test_a_chart_carries_its_data_and_loads_nothing(shown: ShownResult) -> None:
    spec = json.dumps({k: v for k, v in shown.chart().to_dict().items() if k != "$schema"})
    assert "http" not in spec
    assert '"url"' not in spec


def test_a_chart_has_no_background_and_no_colour_but_those_of_the_palette(shown: ShownResult) -> None:
    spec = shown.chart().to_dict()
    assert spec["background"] == "transparent"
    assert spec["config"]["axis"]["labelColor"] == INK
    assert spec["config"]["legend"]["labelColor"] == INK


def test_the_table_is_one_click_away(shown: ShownResult) -> None:
    bundle = table_bundle(shown.records(), shown.verdict())
    assert bundle["text/html"].startswith("<details><summary>")
    assert "<table>" in bundle["text/html"]
    assert shown.verdict() in bundle["text/plain"]


@pytest.mark.parametrize("missing", ["altair", "vl_convert"])
def test_without_what_draws_charts_a_result_shows_its_table_and_how_to_install_it(
    missing: str, shown: ShownResult, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("jupyterlab_maturin.gil.display.charts", "jupyterlab_maturin.charts.style"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setattr(sys, "meta_path", [NotInstalled(missing), *sys.meta_path])
    monkeypatch.delitem(sys.modules, missing, raising=False)
    bundles: list[dict[str, Any]] = []
    monkeypatch.setattr(IPython.display, "display", lambda bundle, raw: bundles.append(bundle))
    shown._ipython_display_()
    assert bundles == [
        table_bundle(shown.records(), shown.verdict()),
        {
            "text/plain": f"Drawing a chart: {missing} is not installed; "
            'install it with `pip install "jupyterlab-maturin[gil]"`.'
        },
    ]


class NotInstalled(MetaPathFinder):
    """Makes an import fail as it does when nothing of that name is installed."""

    def __init__(self, name: str) -> None:
        self.name = name

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> None:
        if fullname == self.name:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


def test_a_name_cannot_smuggle_markup_into_the_table() -> None:
    assert "<b>" not in table_bundle([{"name": "<b>bold</b>"}], "<b>")["text/html"]


@pytest.mark.parametrize("paper", [WHITE, DARK])
def test_every_colour_stands_out_from_both_themes(paper: str) -> None:
    # WCAG requires 3:1 for graphics and large text. Less is enough for the pale grey of the thin lines, which are of no interest.
    for colour in {INK, *SERIES, *STATES.values()} - {STATES["waits"]}:
        assert contrast(colour, paper) >= 3, colour
    assert contrast(STATES["waits"], paper) >= 2


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, as WCAG 2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
