"""The charts of the lessons: what they accept, what they say in words, and what a cell shows."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any, cast

import numpy
import pytest

from jupyterlab_maturin.charts.bundle import VEGA_LITE
from jupyterlab_maturin.charts.style import INK
from jupyterlab_maturin.errors import MissingExtraError
from jupyterlab_maturin.lesson import bars, lines
from jupyterlab_maturin.lesson.charted import chart
from jupyterlab_maturin.lesson.charted.draw_lines import _ticks
from jupyterlab_maturin.lesson.charted.numbers import in_short

RATIOS = {"sum": {1: 0.3, 10: 0.5, 100: 0.45}, "digits": {1: 3, 10: 15, 100: 31}}
CHARTS = {
    "bars": lambda: bars({"Python": 1.2, "Rust": 0.04}, x="milliseconds"),
    "negative bars": lambda: bars({"a": -1, "b": 2}, x="change"),
    "zero": lambda: bars({"a": 0}, x="change"),
    "lines": lambda: lines(RATIOS, x="length", y="times as fast", log=True, even=1, title="A race"),
    "one line": lambda: lines({1: 2, 3: 4}, x="a", y="b"),
    "one point": lambda: lines({"a": {1: 1}}, x="a", y="b", log=True),
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_vega_lite_with_a_picture_and_a_description(name: str) -> None:
    drawn = CHARTS[name]()
    bundle, metadata = drawn._repr_mimebundle_()
    assert set(bundle) == {VEGA_LITE, "image/png", "text/plain"}
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    assert bundle[VEGA_LITE]["description"] == bundle["text/plain"] == drawn.description
    assert metadata["image/png"] == {"alt": drawn.description}
    # An SVG, which the style sheet of the extension makes fit into a narrow notebook.
    assert metadata[VEGA_LITE] == {"embed_options": {"renderer": "svg", "actions": False}}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_looks_as_those_of_the_gil_lab_and_loads_nothing(name: str) -> None:
    spec = CHARTS[name]().chart().to_dict()
    assert spec["background"] == "transparent"
    assert spec["config"]["axis"]["labelColor"] == spec["config"]["title"]["color"] == INK
    assert "http" not in json.dumps({key: value for key, value in spec.items() if key != "$schema"})


def test_series_differ_in_shape_and_dash_and_not_only_in_colour() -> None:
    text = json.dumps(CHARTS["lines"]().chart().to_dict())
    assert '"strokeDash": [1, 0]' in text and '"strokeDash": [8, 4]' in text
    assert '"shape": {"field": "series"' in text


def test_the_description_is_made_from_the_data_unless_there_is_one() -> None:
    assert CHARTS["bars"]().description == "Bar chart of milliseconds: Python 1.2, Rust 0.04."
    assert CHARTS["lines"]().description == (
        "A race. Line chart of times as fast by length, on logarithmic axes. sum: 0.3 at 1, 0.5 at 10, 0.45 at 100. "
        "digits: 3 at 1, 15 at 10, 31 at 100. A dashed line marks 1."
    )
    assert bars({"a": 1}, x="b", description="Mine.").description == "Mine."


def test_rows_may_be_dicts() -> None:
    rows = [{"who": "a", "n": 1, "ms": 2.0}, {"who": "a", "n": 2, "ms": 3.0}, {"who": "b", "n": 1, "ms": 4.0}]
    assert lines(rows, x="n", y="ms", by="who").description == (
        "Line chart of ms by n. a: 2 at 1, 3 at 2. b: 4 at 1."
    )
    assert lines(rows[:2], x="n", y="ms").description == "Line chart of ms by n. 2 at 1, 3 at 2."
    assert bars(rows[1:], x="ms", by="who").description == "Bar chart of ms: a 3, b 4."


def test_numbers_of_numpy_are_numbers() -> None:
    drawn = lines({"a": {numpy.int64(1): numpy.float64(2)}}, x="x", y="y")
    json.dumps(drawn.chart().to_dict())


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: bars({}, x="ms"), ValueError, "bars got no rows, so there is nothing to draw."),
        (
            lambda: bars(cast(Any, "abc"), x="ms"),
            TypeError,
            "bars takes {name: number} or a list of dicts, and not 'abc'.",
        ),
        (lambda: bars({"a": "1"}, x="ms"), TypeError, "'ms' of 'a' has to be a number, and is '1'."),
        (lambda: bars({"a": True}, x="ms"), TypeError, "'ms' of 'a' has to be a number, and is True."),
        (
            lambda: bars({"a": float("nan")}, x="ms"),
            ValueError,
            "'ms' of 'a' is nan, which no chart can show: leave it out.",
        ),
        (
            lambda: bars([{"a": 1}], x="a"),
            TypeError,
            "bars with a list of dicts needs by=, the key of the bars' names.",
        ),
        (
            lambda: bars([{"who": "a", "ms": 1}, {"who": "b"}], x="ms", by="who"),
            ValueError,
            "Row 2 of 2 has no 'ms'; it has 'who': x=, y= and by= have to be keys of every row.",
        ),
        (
            lambda: bars([{"who": "a", "ms": 1}] * 2, x="ms", by="who"),
            ValueError,
            "Two rows are called 'a': each bar needs a name of its own.",
        ),
        (lambda: lines({}, x="a", y="b"), ValueError, "lines got no points, so there is nothing to draw."),
        (
            lambda: lines({"s": {}}, x="a", y="b"),
            ValueError,
            "lines got no points, so there is nothing to draw.",
        ),
        (
            lambda: lines({"s": {0: 1}}, x="n", y="b", log=True),
            ValueError,
            "'n' is 0, which has no place on a logarithmic axis: leave it out, or draw without log=True.",
        ),
        (
            lambda: lines({"s": {1: 1}}, x="n", y="b", log=True, even=0),
            ValueError,
            "even is 0, which has no place on a logarithmic axis: leave it out, or draw without log=True.",
        ),
        (
            lambda: lines({"s": [1, 2]}, x="n", y="b"),
            TypeError,
            "The series 's' has to be a dict {x: y}, and is [1, 2].",
        ),
        (
            lambda: lines({str(i): {1: 1} for i in range(7)}, x="n", y="b"),
            ValueError,
            "lines got 7 series, and nobody can tell more than 6 apart: draw fewer.",
        ),
        (
            lambda: lines([{"n": 1, "b": 1}, {"n": 1, "b": 2}], x="n", y="b"),
            ValueError,
            "Two points have 1 for 'n': keep one.",
        ),
        (lambda: lines(cast(Any, [1]), x="n", y="b"), TypeError, "Each row has to be a dict, and one is 1."),
    ],
)
def test_what_cannot_be_drawn_is_one_sentence(
    make: Callable[[], Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error) as caught:
        make()
    assert str(caught.value) == message


def test_without_what_draws_charts_the_description_is_shown_and_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(*_: object) -> None:
        raise MissingExtraError("Drawing a chart: vl_convert is not installed.")

    monkeypatch.setattr(chart, "chart_bundle", missing)
    assert CHARTS["bars"]()._repr_mimebundle_() == (
        {
            "text/plain": "Bar chart of milliseconds: Python 1.2, Rust 0.04.\n"
            "Drawing a chart: vl_convert is not installed."
        },
        {},
    )


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([1, 10_000], [1, 10, 100, 1000, 10_000]),
        ([0.3, 36], [0.1, 1, 10, 100]),
        ([3, 7], [2, 5, 10]),
        ([1], [1]),
        ([1e-9, 1e-8], [1e-9, 2e-9, 5e-9, 1e-8]),
    ],
)
def test_a_logarithmic_axis_begins_and_ends_with_a_tick(values: list[float], ticks: list[float]) -> None:
    assert _ticks(values) == ticks


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (0.0012345, "0.00123"), (12, "12"), (999.9, "1e+03"), (12345, "12,300"), (4e-5, "4e-05")],
)
def test_numbers_are_written_with_three_digits(value: float, text: str) -> None:
    assert in_short(value) == text
