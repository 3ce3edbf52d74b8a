"""A prediction's output as Markdown and as plain text, for places without our JupyterLab extension."""

from __future__ import annotations

from textwrap import indent

from jupyterlab_maturin.protocol import CoursePrediction, PredictPayload
from jupyterlab_maturin.tasks.markdown import aside


def as_markdown(payload: PredictPayload, known: CoursePrediction | None) -> str:
    """Return the question, its choices, and what to do; the answer is there to be opened, or beside what was chosen.

    Args:
        payload: the state.
        known: the answer, if there is one. The payload keeps it back as long as the learner has not chosen.
    """
    parts = [payload.question, *_numbered(payload)]
    if payload.chosen is None:
        parts.append("*Make up your mind, then run the cell below.*")
        if known is not None and known.answer is not None:
            answer = f"Number {known.answer}. {known.because}"
            parts.append(f"<details><summary>The answer</summary>\n\n{answer}\n\n</details>")
    else:
        parts.append(f"**{_verdict(payload)}**")
        parts.extend([payload.because] if payload.because else [])
    parts.extend(aside(note) for note in payload.notes)
    return "\n\n".join(parts)


def as_text(payload: PredictPayload) -> str:
    """Return the same as plain text, which cannot hide the answer: it says where the answer is."""
    parts = [payload.question, "\n".join(_numbered(payload))]
    if payload.chosen is None:
        parts.append("Make up your mind, then run the cell below.")
        if payload.exercise is not None:
            file = f"exercises/{payload.exercise}/exercise.toml"
            parts.append(f"The answer is in {file}, below [predictions.{payload.name}].")
    else:
        parts.append(_verdict(payload))
        parts.extend([payload.because] if payload.because else [])
    return "\n\n".join([*parts, *payload.notes])


def _numbered(payload: PredictPayload) -> list[str]:
    return [
        f"{number}. {indent(choice, '   ').lstrip()}"
        for number, choice in enumerate(payload.choices, start=1)
    ]


def _verdict(payload: PredictPayload) -> str:
    predicted = f"You predicted number {payload.chosen}"
    match payload.phase:
        case "right":
            return f"{predicted}, and you were right."
        case "wrong":
            return f"{predicted}, and it is number {payload.answer}."
        case "failed":
            return f"{predicted}. The cell below stopped with an error, so it is not decided."
        case _:
            return f"{predicted}."
