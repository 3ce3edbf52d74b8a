"""Run one notebook from top to bottom in its own folder, and print where it stopped as one line of JSON."""

import json
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

#: Seconds. Building PyO3 takes half a minute on a small machine; a cell that takes longer than this hangs.
LONGEST_CELL = 180


class Runner(NotebookClient):
    """Keeps the index of the cell that was run last, which is the one that stopped the notebook."""

    last = 0

    async def async_execute_cell(self, cell, cell_index, *args, **options):
        self.last = cell_index
        return await super().async_execute_cell(cell, cell_index, *args, **options)

    execute_cell = NotebookClient.execute_cell


def run(path: Path) -> dict:
    """Return the cell at which the notebook stopped and why, as `stop`; `None` when it ran to its end."""
    notebook = nbformat.read(path, as_version=4)
    runner = Runner(
        notebook,
        timeout=LONGEST_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
    )
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
    return {"stop": stop}


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]).resolve())))
