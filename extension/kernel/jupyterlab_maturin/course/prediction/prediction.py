"""One prediction: what was asked, what was chosen, and how it ended."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any

from jupyterlab_maturin import protocol
from jupyterlab_maturin.bridge.client import request_answer
from jupyterlab_maturin.bridge.messages import encode
from jupyterlab_maturin.course.prediction.output import as_markdown, as_text
from jupyterlab_maturin.course.prediction.question import Question
from jupyterlab_maturin.foreign.outputs import shown_bundle
from jupyterlab_maturin.session.request_fields import location_fields


@dataclass
class Prediction:
    """A question that a cell asks. Each run of the cell asks anew."""

    question: Question
    #: Its name in ``exercise.toml``; without one, nobody knows the answer.
    name: str | None
    known: protocol.CoursePrediction | None
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    phase: protocol.PredictPhase = "asking"
    chosen: int | None = None
    notes: list[str] = field(default_factory=list)

    def choose(self, choice: int) -> None:
        """Take in what the learner chose, from 1, and write it into the course's progress if this has a name.

        Raises:
            ValueError: it was chosen before, or there is no such choice.
            CourseError, ToolError, BridgeError: it could not be written down; nothing is chosen then.
        """
        if self.phase != "asking" or not 1 <= choice <= len(self.question.choices):
            raise ValueError(f"{choice} cannot be chosen here")
        if self.known is not None and self.known.exercise is not None:
            self.notes = [*self.notes, *look_up(self.name or "", choice).notes]
        self.chosen, self.phase = choice, "running"

    def end(self, failed: bool) -> None:
        """Take in that the cell below has ended; ``failed`` if it stopped with an error that nobody expected.

        Raises:
            ValueError: nothing was chosen, or it has ended before.
        """
        if self.phase != "running":
            raise ValueError("nothing is running here")
        answer = None if self.known is None else self.known.answer
        if failed:
            self.phase = "failed"
        elif answer is None:
            self.phase = "unjudged"
        else:
            self.phase = "right" if self.chosen == answer else "wrong"

    def payload(self) -> protocol.PredictPayload:
        """Return the state as the output carries it: with the answer only when the cell below has shown it."""
        known = self.known
        judged = known if self.phase in ("right", "wrong") else None
        return protocol.PredictPayload(
            version=protocol.PREDICT_PAYLOAD_VERSION,
            id=self.id,
            phase=self.phase,
            exercise=None if known is None else known.exercise,
            name=self.name,
            question=self.question.text,
            choices=self.question.choices,
            chosen=self.chosen,
            earlier=None if known is None else known.earlier,
            answer=None if judged is None else judged.answer,
            because=None if judged is None else judged.because,
            notes=self.notes,
        )

    def bundle(self) -> dict[str, Any]:
        """Return the output in all its forms, by MIME type."""
        payload = self.payload()
        return shown_bundle(
            {
                protocol.PREDICT_MIME: encode(payload),
                "text/markdown": as_markdown(payload, self.known),
                "text/plain": as_text(payload),
            }
        )


def look_up(name: str, choice: int | None) -> protocol.CoursePrediction:
    """Ask the bridge for the answer to a question of the notebook's exercise, and have a ``choice`` written down.

    Raises:
        CourseError: this notebook's exercise has no such question.
        ToolError, BridgeError: the bridge would not start, or could not answer.
    """
    params = protocol.PredictionParams(**location_fields(), name=name, choice=choice)
    return request_answer(protocol.COURSE_PREDICT, params, protocol.CoursePrediction)
