"""Hears from the notebook's page what was chosen, and tells it what became of that."""

from __future__ import annotations

from typing import Any

import msgspec

from jupyterlab_maturin.course.prediction.prediction import Prediction
from jupyterlab_maturin.errors import BuildExtensionError
from jupyterlab_maturin.protocol import PREDICTIONS_TARGET, PredictionMove, PredictionNews, PredictionReply


class PredictionsComm:
    """One comm for as long as the kernel lives. A page that is opened later finds it and asks which questions are open."""

    def __init__(self) -> None:
        self._comm: Any = None
        self._predictions: dict[str, Prediction] = {}

    def add(self, prediction: Prediction) -> None:
        """Let the page answer this one, too."""
        self._predictions[prediction.id] = prediction
        self._send(None)

    def _receive(self, message: dict[str, Any]) -> None:
        try:
            move = msgspec.convert(message["content"]["data"], PredictionMove)
        except (msgspec.ValidationError, UnicodeError):
            self._send(None)  # a page that was opened later asks
            return
        self._send(self._reply(move))

    def _reply(self, move: PredictionMove) -> PredictionReply:
        prediction = self._predictions.get(move.id)
        if prediction is None:
            return PredictionReply(
                move.id, None, "This kernel does not know the question: run its cell again."
            )
        try:
            if move.choice is None:
                prediction.end(move.failed)
            else:
                prediction.choose(move.choice)
        except ValueError:
            pass  # another page was quicker; both show what it chose
        except BuildExtensionError as error:
            return PredictionReply(move.id, None, str(error))
        return PredictionReply(move.id, prediction.bundle(), None)

    def _send(self, reply: PredictionReply | None) -> None:
        open_ids = [known.id for known in self._predictions.values() if known.phase == "asking"]
        data = msgspec.to_builtins(PredictionNews(open_ids, reply))
        if self._comm is not None:
            self._comm.send(data)
            return
        import comm  # part of every kernel, but not of a plain IPython

        self._comm = comm.create_comm(target_name=PREDICTIONS_TARGET, data=data)
        self._comm.on_msg(self._receive)
