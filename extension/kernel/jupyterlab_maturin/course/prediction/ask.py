"""Asks the question of a ``%%predict`` cell."""

from __future__ import annotations

from jupyterlab_maturin.course.prediction.comm import PredictionsComm
from jupyterlab_maturin.course.prediction.prediction import Prediction, look_up
from jupyterlab_maturin.course.prediction.question import read_question
from jupyterlab_maturin.foreign.outputs import publish
from jupyterlab_maturin.session.notebook import shell
from jupyterlab_maturin.usage import usage_error

_comm = PredictionsComm()


def ask(name: str | None, cell: str) -> None:
    """Show a question with its choices, and let the notebook's page answer it.

    Args:
        name: where ``exercise.toml`` has the answer; ``None``: nowhere.
        cell: the question and the choices, in Markdown.

    Raises:
        UsageError: the cell is not a question with two to four choices, or the answer is none of them.
        CourseError: the notebook's exercise has no such question.
        ToolError, BridgeError: the bridge would not start, or could not answer.
    """
    question = read_question(cell)
    known = None if name is None else look_up(name, None)
    if known is not None and known.answer is not None and known.answer > len(question.choices):
        raise usage_error(
            f"%%predict: exercise.toml says that choice {known.answer} is right, and here are {len(question.choices)}."
        )
    prediction = Prediction(question, name, known, notes=[] if known is None else known.notes)
    publish(prediction.bundle())
    if hasattr(shell(), "kernel"):  # a terminal has no page
        _comm.add(prediction)
