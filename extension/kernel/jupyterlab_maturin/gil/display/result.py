"""How a result of the GIL lab appears in a notebook: a chart, and below it the verdict with the table one click away.

Where what draws the charts is not installed, a sentence that tells how to install it takes the chart's place.
"""

from __future__ import annotations

import html
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from jupyterlab_maturin.charts.bundle import chart_bundle
from jupyterlab_maturin.errors import MissingExtraError
from jupyterlab_maturin.foreign.outputs import shown_bundle

if TYPE_CHECKING:
    import altair


@dataclass(frozen=True)
class ShownResult:
    """A result that has a `chart`, a `verdict` in words and `records` for a table."""

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain dicts and lists."""
        return asdict(self)

    def chart(self) -> altair.TopLevelMixin:
        raise NotImplementedError

    def verdict(self) -> str:
        raise NotImplementedError

    def records(self) -> list[dict[str, Any]]:
        raise NotImplementedError

    def __str__(self) -> str:
        return f"{table_text(self.records())}\n{self.verdict()}"

    def _ipython_display_(self) -> None:
        from IPython.display import display

        # Two outputs, because JupyterLab would prefer the table's HTML to the chart if both were in one.
        bundles = [table_bundle(self.records(), self.verdict())]
        try:
            bundles.insert(0, chart_bundle(self.chart(), self.verdict()))
        except MissingExtraError as missing:
            bundles.append({"text/plain": str(missing)})
        for bundle in bundles:
            display(shown_bundle(bundle), raw=True)  # type: ignore[no-untyped-call]  # IPython's


def table_bundle(records: list[dict[str, Any]], verdict: str) -> dict[str, Any]:
    """The MIME bundle of a table that is folded away under its verdict."""
    columns = list(records[0]) if records else []
    head = "".join(f"<th>{html.escape(column)}</th>" for column in columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(_cell(row[column]))}</td>" for column in columns) + "</tr>"
        for row in records
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return {
        "text/html": f"<details><summary>{html.escape(verdict)}</summary>{table}</details>",
        "text/plain": f"{table_text(records)}\n{verdict}",
    }


def table_text(records: list[dict[str, Any]]) -> str:
    """The records as a table of plain text."""
    if not records:
        return ""
    columns = list(records[0])
    rows = [columns, *([_cell(record[column]) for column in columns] for record in records)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(columns))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _cell(value: Any) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)
