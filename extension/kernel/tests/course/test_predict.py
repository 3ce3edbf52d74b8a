"""What ``%%predict`` asks, what it hears from the page, and what it keeps to itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kernel_support.kernel import Cell, Kernel

from jupyterlab_maturin.protocol import PREDICT_MIME, PREDICTIONS_TARGET

EXERCISE = "01_first/00_doubling"
ASK = """%%predict twice
What is `double([1])`?

- `[2]`
- an error,
  because a list is no number
- `[1, 1]`
"""
CHOICES = ["`[2]`", "an error,\nbecause a list is no number", "`[1, 1]`"]

Start = Callable[..., Kernel]


class Lesson:
    """The lesson's notebook in its kernel, and what its page would send."""

    def __init__(self, kernel: Kernel) -> None:
        self.kernel = kernel
        self._comm: str | None = None

    def ask(self, cell: str = ASK) -> dict[str, Any]:
        """Run the cell and return its payload."""
        return payload(self.kernel.run(cell))

    def tell(self, **move: Any) -> dict[str, Any]:
        """Send what a page sends, and return the news that follow."""
        client = self.kernel.client
        if self._comm is None:
            asked = client.comm_info(target_name=PREDICTIONS_TARGET)
            reply = client.get_shell_msg(timeout=60)
            while reply["parent_header"].get("msg_id") != asked:
                reply = client.get_shell_msg(timeout=60)
            [self._comm] = reply["content"]["comms"]
        message = client.session.msg("comm_msg", {"comm_id": self._comm, "data": move})
        client.shell_channel.send(message)
        while True:
            told = client.get_iopub_msg(timeout=60)
            if told["msg_type"] == "comm_msg":
                news: dict[str, Any] = told["content"]["data"]
                return news

    def choose(self, prediction: dict[str, Any], choice: int) -> dict[str, Any]:
        """Choose and return the payload that the page then shows."""
        return self._shown(self.tell(id=prediction["id"], choice=choice, failed=False))

    def ran(self, prediction: dict[str, Any], failed: bool = False) -> dict[str, Any]:
        """Say that the cell below has ended and return the payload that the page then shows."""
        return self._shown(self.tell(id=prediction["id"], choice=None, failed=failed))

    @staticmethod
    def _shown(news: dict[str, Any]) -> dict[str, Any]:
        shown: dict[str, Any] = news["reply"]["outputs"][PREDICT_MIME]
        return shown


@pytest.fixture
def root(doubling: Path, tmp_path: Path) -> Path:
    """The course, whose exercise has the answer to one question."""
    manifest = doubling.parent / "exercise.toml"
    answer = '\n[predictions.twice]\nanswer = 3\nbecause = "`*` repeats a list."\n'
    manifest.write_text(manifest.read_text() + answer)
    (tmp_path / "notebooks" / f"{EXERCISE}.ipynb").touch()
    return tmp_path


@pytest.fixture
def lesson(root: Path, start_kernel: Start) -> Lesson:
    return Lesson(start_kernel(JPY_SESSION_NAME=str(root / "notebooks" / f"{EXERCISE}.ipynb")))


def payload(cell: Cell) -> dict[str, Any]:
    assert cell.error is None, cell.error
    assert cell.errors == ""
    shown: dict[str, Any] = cell.output.bundle[PREDICT_MIME]
    return shown


def progress(root: Path) -> list[dict[str, Any]]:
    file = root / "progress.jsonl"
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def test_a_question_and_its_choices_are_shown_without_the_answer(lesson: Lesson, root: Path) -> None:
    shown = lesson.ask()
    assert shown["phase"] == "asking"
    assert shown["question"] == "What is `double([1])`?"
    assert shown["choices"] == CHOICES
    assert shown["answer"] is None and shown["because"] is None
    assert progress(root) == []


def test_the_choice_is_written_down_before_the_answer_is_told(lesson: Lesson, root: Path) -> None:
    asked = lesson.ask()
    chosen = lesson.choose(asked, 1)
    assert (chosen["phase"], chosen["chosen"], chosen["answer"]) == ("running", 1, None)
    [event] = progress(root)
    assert event["event"] == "predicted" and event["exercise"] == EXERCISE
    assert (event["prediction"], event["choice"], event["right"]) == ("twice", 1, False)
    ended = lesson.ran(asked)
    assert (ended["phase"], ended["answer"], ended["because"]) == ("wrong", 3, "`*` repeats a list.")


def test_the_right_choice_is_right_and_the_next_run_remembers_it(lesson: Lesson) -> None:
    asked = lesson.ask()
    lesson.choose(asked, 3)
    assert lesson.ran(asked)["phase"] == "right"
    again = lesson.ask()
    assert again["id"] != asked["id"]
    assert (again["phase"], again["chosen"], again["earlier"]) == ("asking", None, 3)


def test_an_error_below_decides_nothing(lesson: Lesson) -> None:
    asked = lesson.ask()
    lesson.choose(asked, 3)
    ended = lesson.ran(asked, failed=True)
    assert (ended["phase"], ended["answer"]) == ("failed", None)


def test_only_the_first_of_two_choices_counts(lesson: Lesson, root: Path) -> None:
    asked = lesson.ask()
    lesson.choose(asked, 1)
    assert lesson.choose(asked, 3)["chosen"] == 1
    assert len(progress(root)) == 1


def test_a_page_that_asks_is_told_which_questions_are_open(lesson: Lesson) -> None:
    asked = lesson.ask()
    assert lesson.tell() == {"open": [asked["id"]], "reply": None}
    lesson.choose(asked, 2)
    assert lesson.tell()["open"] == []


def test_a_question_of_another_kernel_is_answered_with_what_to_do(lesson: Lesson) -> None:
    lesson.ask()
    reply = lesson.tell(id="unknown", choice=1, failed=False)["reply"]
    assert reply["outputs"] is None
    assert reply["problem"] == "This kernel does not know the question: run its cell again."


def test_an_unknown_name_lists_those_there_are(lesson: Lesson) -> None:
    cell = lesson.kernel.run(ASK.replace("twice", "thrice"))
    assert cell.error is not None and cell.outputs == []
    assert cell.error["evalue"] == f"There is no prediction thrice: {EXERCISE} has twice."


def test_without_a_name_there_is_no_verdict_and_nothing_is_written_down(
    root: Path, start_kernel: Start
) -> None:
    own = Lesson(start_kernel())
    asked = own.ask(ASK.replace(" twice", ""))
    assert own.choose(asked, 1)["chosen"] == 1
    assert own.ran(asked)["phase"] == "unjudged"
    assert progress(root) == []


def test_a_name_in_a_notebook_of_no_exercise_says_to_leave_it_out(root: Path, start_kernel: Start) -> None:
    notebook = root / "notebooks" / "mine.ipynb"
    notebook.touch()
    cell = start_kernel(JPY_SESSION_NAME=str(notebook)).run(ASK)
    assert cell.error is not None
    assert "write %%predict without a name" in cell.error["evalue"]


def test_a_program_that_does_not_say_which_notebook_it_runs_gets_through(
    root: Path, start_kernel: Start
) -> None:
    kernel = start_kernel()
    kernel.run(f"%cd -q {root / 'notebooks' / '01_first'}")
    assert payload(kernel.run(ASK))["exercise"] == EXERCISE
    kernel.run(f"%cd -q {root}")
    shown = payload(kernel.run(ASK))
    assert shown["exercise"] is None
    assert shown["notes"] == ["It isn't known which notebook this is, so the answer is not at hand."]


def test_the_question_reads_well_without_the_extension(lesson: Lesson) -> None:
    bundle = lesson.kernel.run(ASK).output.bundle
    assert bundle["text/markdown"] == (
        "What is `double([1])`?\n\n1. `[2]`\n\n2. an error,\n   because a list is no number\n\n3. `[1, 1]`\n\n"
        "*Make up your mind, then run the cell below.*\n\n"
        "<details><summary>The answer</summary>\n\nNumber 3. `*` repeats a list.\n\n</details>"
    )
    text = bundle["text/plain"]
    assert "repeats" not in text
    assert text.endswith(f"The answer is in exercises/{EXERCISE}/exercise.toml, below [predictions.twice].")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("What is it?", "has to end with the choices"),
        ("What is it?\n\n- a\n- b\n\nThink.", "has to end with the choices"),
        ("- a\n- b", "a question is missing"),
        ("What is it?\n\n- a", "and there is 1."),
        ("What is it?\n\n- a\n- b\n- c\n- d\n- e", "and there are 5."),
        ("What is it?\n\n- a\n-\n", "a choice is empty"),
    ],
)
def test_a_cell_that_is_no_question_is_one_sentence(shared_kernel: Kernel, body: str, why: str) -> None:
    cell = shared_kernel.run(f"%%predict\n{body}")
    assert cell.errors.startswith("UsageError: %%predict: ") and why in cell.errors
    assert cell.outputs == []


def test_two_names_are_too_many(shared_kernel: Kernel) -> None:
    assert "takes one name at most" in shared_kernel.run("%%predict one two\nWhat?\n\n- a\n- b").errors


def test_a_question_may_hold_a_list_and_a_choice_several_lines(shared_kernel: Kernel) -> None:
    cell = "%%predict\nGiven\n\n- one\n- two\n\nwhat comes?\n\n* three\n* ```\n  4\n    5\n  ```\n"
    shown = payload(shared_kernel.run(cell))
    assert shown["question"] == "Given\n\n- one\n- two\n\nwhat comes?"
    assert shown["choices"] == ["three", "```\n4\n  5\n```"]
