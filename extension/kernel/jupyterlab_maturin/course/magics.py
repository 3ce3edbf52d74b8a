"""The magics of the course: faces of what the bridge knows."""

from __future__ import annotations

import importlib
import shlex
from html import escape
from typing import Any

from IPython.core.error import UsageError
from IPython.core.magic import Magics, line_magic, magics_class

from jupyterlab_maturin.course.ask import ask


@magics_class
class CourseMagics(Magics):
    """``%verify``, ``%hint``, ``%solution``, ``%reset_exercise`` and ``%skip``."""

    @line_magic
    def verify(self, line: str) -> None:
        """Build an exercise and run its tests in a fresh process: ``%verify [ID]``.

        Without an ID: the notebook's own exercise.
        """
        from jupyterlab_maturin.course.verify import verify

        verify(_exercise("%verify", line))

    @line_magic
    def hint(self, line: str) -> None:
        """Show the next hint of an exercise: ``%hint [ID]``."""
        answer = ask("course/hint", exercise=_exercise("%hint", line))
        _show(
            f"**Hint {answer['number']} of {answer['total']}** · {answer['exercise']}\n\n{answer['text']}",
            answer,
        )

    @line_magic
    def solution(self, line: str) -> None:
        """Show a worked answer: ``%solution [ID] [--insist]``.

        It opens after a success or three failed attempts; ``--insist`` opens it at once.
        """
        words = _words("%solution", line)
        insist = "--insist" in words
        exercise = _one("%solution", [word for word in words if word != "--insist"])
        answer = ask("course/solution", exercise=exercise, insist=insist)
        files = "\n\n".join(_listing(file["path"], file["text"]) for file in answer["files"])
        _show(f"**A solution** · {answer['exercise']}\n\n{files}", answer)

    @line_magic
    def reset_exercise(self, line: str) -> None:
        """Start an exercise afresh: ``%reset_exercise [ID]``. What was there is kept in ``.backup/``."""
        answer = ask("course/reset", exercise=_exercise("%reset_exercise", line))
        files = ", ".join(f"`{file}`" for file in answer["files"])
        text = f"**{answer['exercise']}** is as it was shipped" + (
            f" again: {files}." if files else "; nothing to put back."
        )
        if answer["backup"]:
            text += f"\n\nWhat was there is kept in `{answer['backup']}`."
        _show(text, answer)

    @line_magic
    def skip(self, line: str) -> None:
        """Leave an exercise out on purpose: ``%skip [ID]``."""
        answer = ask("course/skip", exercise=_exercise("%skip", line))
        _show(answer["message"], answer)


def _exercise(magic: str, line: str) -> str | None:
    return _one(magic, _words(magic, line))


def _one(magic: str, words: list[str]) -> str | None:
    if len(words) > 1 or any(word.startswith("-") for word in words):
        raise UsageError(
            f"{magic}: it takes one exercise, 01_intro/03_functions for instance, and not: {' '.join(words)}"
        )
    return words[0] if words else None


def _words(magic: str, line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError as error:
        raise UsageError(f"{magic}: {str(error).lower()} in `{line}`; close every quote.") from error


def _listing(path: str, text: str) -> str:
    language = {"rs": "rust", "py": "python", "toml": "toml"}.get(path.rpartition(".")[2], "")
    return f"`{path}`\n\n```{language}\n{text.rstrip()}\n```"


def _show(markdown: str, answer: dict[str, Any]) -> None:
    notes = "".join(f"\n\n*{escape(note, quote=False)}*" for note in answer["notes"])
    output: Any = importlib.import_module("IPython.display")  # its functions are untyped
    output.publish_display_data({"text/markdown": markdown + notes, "text/plain": markdown + notes})
