"""The GIL lab's notebook runs from top to bottom and shows its charts."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from jupyterlab_maturin.charts.bundle import VEGA_LITE

REPOSITORY = Path(__file__).parents[4]
NOTEBOOK = REPOSITORY / "notebooks" / "gil_lab.ipynb"


def test_the_notebook_is_committed_without_outputs() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in code)
    assert all(cell.id for cell in notebook.cells)


@pytest.mark.slow  # a browser test runs the notebook, too
def test_the_notebook_runs_and_every_instrument_shows_something(
    kernel_environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in kernel_environment.items():
        monkeypatch.setenv(name, value)
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    client = NotebookClient(
        notebook, timeout=240, kernel_name="python3", resources={"metadata": {"path": str(NOTEBOOK.parent)}}
    )
    client.execute()
    outputs = {cell.id: cell.get("outputs", []) for cell in notebook.cells}
    charts = {
        name
        for name, shown in outputs.items()
        for output in shown
        if VEGA_LITE in output.get("data", {}) and "image/png" in output["data"]
    }
    assert charts == {
        "timeline-held",
        "timeline-released",
        "timeline-mixed",
        "timeline-mixed-released",
        "scaling",
        "compare",
    }
    assert outputs["probe-held"][0]["data"]["text/plain"].startswith("held: ")
    assert outputs["probe-released"][0]["data"]["text/plain"].startswith("released: ")
    assert outputs["probe-first"][0]["data"]["text/plain"].startswith("released: ")
