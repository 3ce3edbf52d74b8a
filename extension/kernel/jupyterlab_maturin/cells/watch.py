"""Notes after each cell what it used, and says which cells a build made stale."""

from __future__ import annotations

import re
from typing import Any

from jupyterlab_maturin.cells.comm import StaleCellsComm
from jupyterlab_maturin.cells.magic_code import code_of_cell
from jupyterlab_maturin.cells.record import CellRecord, Run
from jupyterlab_maturin.cells.used_generations import UsedGenerations
from jupyterlab_maturin.protocol import StaleCell
from jupyterlab_maturin.reload.loaded import generations_in_use
from jupyterlab_maturin.session.notebook import shell

_WORD = re.compile(r"[^\W\d]\w*")
#: Values of these types lead to nothing that a build made.
_PLAIN = frozenset({int, float, complex, bool, str, bytes, type(None), list, tuple, dict, set, frozenset})

_watch: Watch | None = None


def watch_cells() -> None:
    """Begin to note what each cell uses, in a notebook's kernel; elsewhere there are no cells. Called at every build."""
    global _watch
    current = shell()
    if _watch is None and current is not None and hasattr(current, "kernel"):
        _watch = Watch(current)


def stale_cells() -> list[StaleCell]:
    """Return the cells that ran with another generation than the one in use, and tell the page; called after a build."""
    return [] if _watch is None else _watch.publish()


class Watch:
    """Follows the cells of IPython's ``shell``."""

    def __init__(self, shell: Any) -> None:
        self._shell = shell
        self._record = CellRecord()
        self._generations = UsedGenerations()
        self._comm = StaleCellsComm()
        shell.events.register("pre_run_cell", self._begin)
        shell.events.register("post_run_cell", self._end)

    def publish(self) -> list[StaleCell]:
        """Tell the page which cells are stale now, and return them."""
        cells = self._record.stale({loaded.name: loaded.generation for loaded in generations_in_use()})
        self._comm.say(cells)
        return cells

    def _begin(self, info: Any) -> None:
        # Code that runs inside a cell, as `%%capture` runs it, has no id: it is a part of the cell that runs already.
        if info is not None and info.cell_id is not None:
            self._record.forget(info.cell_id)

    def _end(self, result: Any) -> None:
        info = None if result is None else result.info
        if info is None or info.cell_id is None:
            return
        self._record.forget(info.cell_id)
        if self._may_use_a_build(info.raw_cell):
            source = getattr(info, "transformed_cell", None) or self._shell.transform_cell(info.raw_cell)
            used = self._generations.of(code_of_cell(source, self._shell.transform_cell), self._shell.user_ns)
            if used:
                self._record.note(info.cell_id, Run(result.execution_count, used))
        self.publish()

    def _may_use_a_build(self, source: str) -> bool:
        """Tell whether a word in the cell is a variable that may lead to a build; most cells need no closer look."""
        variables = self._shell.user_ns
        return any(
            word in variables and type(variables[word]) not in _PLAIN for word in set(_WORD.findall(source))
        )
