"""Tells the notebook's page which cells are stale, over a comm: nothing of it is saved in the notebook."""

from __future__ import annotations

from typing import Any

import msgspec

from jupyterlab_maturin.protocol import STALE_CELLS_TARGET, StaleCell, StaleCells


class StaleCellsComm:
    """One comm for as long as the kernel lives. A page that is opened later finds it and asks for the list."""

    def __init__(self) -> None:
        self._comm: Any = None
        self._said: list[StaleCell] = []

    def say(self, cells: list[StaleCell]) -> None:
        """Send the list if it is another one than the last."""
        if cells != self._said:
            self._said = cells
            self._send()

    def _send(self, _request: object = None) -> None:
        data = msgspec.to_builtins(StaleCells(self._said))
        if self._comm is not None:
            self._comm.send(data)
            return
        import comm  # part of every kernel, but not of a plain IPython

        self._comm = comm.create_comm(target_name=STALE_CELLS_TARGET, data=data)
        self._comm.on_msg(self._send)
