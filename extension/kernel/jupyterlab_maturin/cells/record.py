"""What each cell ran with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jupyterlab_maturin.cells.used_generations import Used
from jupyterlab_maturin.protocol import StaleCell, UsedGeneration


@dataclass(frozen=True, slots=True)
class Run:
    """The last run of a cell."""

    #: The number in the cell's prompt.
    count: int | None
    used: Used


class CellRecord:
    """The last run of each cell that used a module built here, by the cell's id."""

    def __init__(self) -> None:
        self._runs: dict[str, Run] = {}

    def forget(self, cell: str) -> None:
        """Forget a cell, which runs anew, or has run and used nothing."""
        self._runs.pop(cell, None)

    def note(self, cell: str, run: Run) -> None:
        """Remember the run of a cell in place of the one before."""
        self._runs[cell] = run

    def stale(self, in_use: Mapping[str, int]) -> list[StaleCell]:
        """Return the cells that ran with another generation than the one in use, in the order in which they ran.

        Args:
            in_use: the number of the generation that is loaded now, by module.
        """
        cells = []
        for cell, run in self._runs.items():
            modules = [
                UsedGeneration(module, min(others), in_use[module])
                for module, generations in run.used.items()
                if module in in_use and (others := generations - {in_use[module]})
            ]
            if modules:
                cells.append(StaleCell(cell, run.count, modules))
        return cells
