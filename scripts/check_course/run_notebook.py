"""Runs one notebook from top to bottom in its own folder, and prints where it stopped as one line of JSON."""

import json
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

# A first build of PyO3 on a small machine takes half a minute; a cell that needs more than this hangs.
LONGEST_CELL = 180


class Runner(NotebookClient):
    """Remembers the cell that was run last: the one that stopped the notebook."""

    last = 0

    async def async_execute_cell(self, cell, cell_index, *args, **options):
        self.last = cell_index
        return await super().async_execute_cell(cell, cell_index, *args, **options)

    execute_cell = NotebookClient.execute_cell


def run(path: Path) -> dict:
    """Return where the notebook stopped (`None`: nowhere), the seconds it took and how many cells it has."""
    notebook = nbformat.read(path, as_version=4)
    runner = Runner(
        notebook,
        timeout=LONGEST_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
    )
    started = time.perf_counter()
    stop = None
    try:
        runner.execute()
    except CellExecutionError as error:
        stop = {"name": error.ename, "value": error.evalue.strip()[:2000]}
    except (CellTimeoutError, DeadKernelError) as error:
        stop = {"name": type(error).__name__, "value": str(error).strip().split("\n")[0]}
    if stop is not None:
        cell = notebook.cells[runner.last]
        stop |= {"cell": runner.last + 1, "id": cell.id, "tags": cell.metadata.get("tags", [])}
    return {"stop": stop, "seconds": time.perf_counter() - started, "cells": len(notebook.cells)}


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]).resolve())))
