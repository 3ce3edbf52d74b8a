"""The magics of the course: ``%verify``, ``%hint``, ``%solution``, ``%reset_exercise``, ``%skip``, ``%%predict``."""

from __future__ import annotations

import shlex
from collections.abc import Iterable

from IPython.core.magic import Magics, cell_magic, line_magic, magics_class

from jupyterlab_maturin import protocol
from jupyterlab_maturin.bridge.client import request_answer
from jupyterlab_maturin.course.prediction.ask import ask
from jupyterlab_maturin.course.python_folders import add_to_path
from jupyterlab_maturin.course.verification import verify
from jupyterlab_maturin.foreign.outputs import publish
from jupyterlab_maturin.session.request_fields import location_fields
from jupyterlab_maturin.tasks.markdown import aside, code, code_block
from jupyterlab_maturin.usage import usage_error


@magics_class
class CourseMagics(Magics):
    """What a learner asks for. The bridge knows the answers, and these magics show them."""

    @line_magic
    def verify(self, line: str) -> None:
        """Build an exercise and run its tests in a fresh process: ``%verify [ID]``.

        Without an ID: the notebook's own exercise.
        """
        verify(one_exercise("%verify", arguments_of("%verify", line)))

    @line_magic
    def hint(self, line: str) -> None:
        """Show the next hint of an exercise: ``%hint [ID]``."""
        hint = request_answer(protocol.COURSE_HINT, _params("%hint", line), protocol.CourseHint)
        heading = f"**Hint {hint.number} of {hint.total}** · {code(hint.exercise)}"
        _show(f"{heading}\n\n{hint.text}", hint.notes)

    @line_magic
    def solution(self, line: str) -> None:
        """Show a worked answer: ``%solution [ID] [--insist]``.

        It opens after a success or three failed attempts; ``--insist`` opens it at once.
        """
        arguments = arguments_of("%solution", line)
        exercise = one_exercise("%solution", [word for word in arguments if word != "--insist"])
        params = protocol.SolutionParams(
            **location_fields(), exercise=exercise, insist="--insist" in arguments
        )
        solution = request_answer(protocol.COURSE_SOLUTION, params, protocol.CourseSolution)
        files = "\n\n".join(_listing(file.path, file.text) for file in solution.files)
        _show(f"**A solution** · {code(solution.exercise)}\n\n{files}", solution.notes)

    @line_magic
    def reset_exercise(self, line: str) -> None:
        """Start an exercise afresh: ``%reset_exercise [ID]``. Your own files are kept in ``.backup/``."""
        reset = request_answer(protocol.COURSE_RESET, _params("%reset_exercise", line), protocol.CourseReset)
        files = ", ".join(code(file) for file in reset.files)
        put_back = f" again: {files}." if files else "; nothing to put back."
        text = f"{code(reset.exercise)} is as it was shipped{put_back}"
        if reset.backup:
            text += f"\n\nWhat was there is kept in {code(reset.backup)}."
        _show(text, reset.notes)

    @line_magic
    def skip(self, line: str) -> None:
        """Leave an exercise out on purpose: ``%skip [ID]``."""
        following = request_answer(protocol.COURSE_SKIP, _params("%skip", line), protocol.CourseNext)
        _show(following.message, following.notes)

    @cell_magic
    def predict(self, line: str, cell: str) -> None:
        """Ask what the cell below will show, before it runs: ``%%predict [NAME]``.

        The cell holds a question and, as its last part, a list of two to four choices, all in Markdown::

            %%predict bad_list
            What does `print_numbers([1, 2.0])` print before it raises?

            - `1`
            - nothing at all

        In a lesson, NAME says where ``exercise.toml`` has the answer. Without a NAME there is none.
        """
        arguments = arguments_of("%%predict", line)
        if len(arguments) > 1:
            raise usage_error(f"%%predict: it takes one name at most, and not: {' '.join(arguments)}")
        ask(arguments[0] if arguments else None, cell)

    @line_magic
    def course_path(self, line: str) -> None:
        """Let ``import`` find the Python files of exercises: ``%course_path ID[/FOLDER] …``."""
        names = arguments_of("%course_path", line)
        if not names:
            raise usage_error("%course_path: name an exercise, such as 03_concurrency/00_introduction")
        add_to_path(names)


def _params(magic: str, line: str) -> protocol.ExerciseParams:
    return protocol.ExerciseParams(
        **location_fields(), exercise=one_exercise(magic, arguments_of(magic, line))
    )


def one_exercise(magic: str, arguments: list[str]) -> str | None:
    """Return the one exercise that was named; None when none was.

    Raises:
        UsageError: there is more, or an option.
    """
    if len(arguments) > 1 or any(argument.startswith("-") for argument in arguments):
        raise usage_error(
            f"{magic}: it takes one exercise, such as 01_intro/03_functions, and not: {' '.join(arguments)}"
        )
    return arguments[0] if arguments else None


def arguments_of(magic: str, line: str) -> list[str]:
    """Return the words behind a magic.

    Raises:
        UsageError: a quote is not closed.
    """
    try:
        return shlex.split(line)
    except ValueError as error:
        raise usage_error(f"{magic}: {str(error).lower()} in `{line}`; close every quote.") from error


def _listing(path: str, text: str) -> str:
    language = {"rs": "rust", "py": "python", "toml": "toml"}.get(path.rpartition(".")[2], "")
    return f"{code(path)}\n\n{code_block(text.rstrip(), language)}"


def _show(markdown: str, notes: Iterable[str]) -> None:
    text = markdown + "".join(f"\n\n{aside(note)}" for note in notes)
    publish({"text/markdown": text, "text/plain": text})
