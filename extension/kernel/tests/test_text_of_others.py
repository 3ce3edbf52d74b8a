"""Titles, paths, names and messages of others in the outputs of every cell: shown, and obeyed by nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from IPython.core.interactiveshell import InteractiveShell
from kernel_support.kernel import Kernel

from jupyterlab_maturin import protocol
from jupyterlab_maturin.build import history
from jupyterlab_maturin.build.output import as_html, as_text
from jupyterlab_maturin.course import verification_output
from jupyterlab_maturin.course.prediction.prediction import Prediction
from jupyterlab_maturin.course.prediction.question import Question
from jupyterlab_maturin.errors import (
    BuildError,
    BuildExtensionError,
    CourseError,
    CrateError,
    MissingExtraError,
)
from jupyterlab_maturin.lesson.code.files import CourseFile
from jupyterlab_maturin.lesson.code.parts import Part
from jupyterlab_maturin.lesson.code.shown import Source

#: Sets the window's title, clears the screen, writes the clipboard, turns text around, begins a line.
EVIL = "\x1b]0;x\x07\x1b[2J\x1b]52;c;eHg=\x07 \u202egnp\x9b2J\rline\nnext"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]")

DIAGNOSTIC = {
    "message": EVIL,
    "code": {"code": EVIL, "explanation": EVIL},
    "level": "error",
    "spans": [],
    "children": [],
    "rendered": f"\x1b[1m\x1b[31merror\x1b[0m: {EVIL}",
}
COMPILATION = {
    "version": 1,
    "elapsed": 1,
    "manifest": EVIL,
    "root": EVIL,
    "progress": {"done": 1, "total": 2, "crate": EVIL},
    "waiting": EVIL,
    "diagnostics": [DIAGNOSTIC],
    "counts": {"errors": 0, "warnings": 0, "omitted": 0},
    "notes": [EVIL],
}
BUILD = {
    **COMPILATION,
    "crate": EVIL,
    "profile": EVIL,
    "features": [EVIL],
    "error": {"kind": "crate", "message": EVIL},
    "previous": None,
    "timings": [],
    "log": EVIL,
    "result": {
        "module": EVIL,
        "generation": 1,
        "seconds": 1,
        "changed": True,
        "library": EVIL,
        "rebound": [{"name": EVIL, "where": EVIL}],
        "stale": [{"name": EVIL, "where": EVIL, "reason": EVIL}],
        "surface": {"added": [EVIL], "changed": [EVIL], "removed": [EVIL], "omitted": 0},
    },
}
TEST = {
    "name": EVIL,
    "file": EVIL,
    "line": 1,
    "outcome": "failed",
    "seconds": 1,
    "message": EVIL,
    "details": EVIL,
    "output": EVIL,
}
VERIFY = {
    **COMPILATION,
    "exercise": EVIL,
    "title": EVIL,
    "kind": "python",
    "environment": [{"name": EVIL, "ok": False, "found": EVIL, "needed": EVIL, "advice": EVIL}],
    "tests": [TEST, {**TEST, "name": "other"}, {**TEST, "outcome": "skipped"}, {**TEST, "outcome": "passed"}],
    "running": EVIL,
    "outcome": {
        "status": "failed",
        "exercise": EVIL,
        "reason": "tests",
        "message": EVIL,
        "passed": 1,
        "failed": 2,
        "seconds": 1,
        "buildSeconds": 1,
        "hint": {"number": 1, "total": 3},
        "solution": True,
        "next": EVIL,
        "notes": [EVIL],
    },
}


def build(phase: str) -> list[str]:
    payload = msgspec.convert({**BUILD, "phase": phase}, protocol.BuildPayload)
    return [as_html(payload), as_text(payload)]


def verification(phase: str) -> list[str]:
    outcome = VERIFY["outcome"] if phase in ("verified", "failed") else None
    payload = msgspec.convert({**VERIFY, "phase": phase, "outcome": outcome}, protocol.VerifyPayload)
    return [verification_output.as_html(payload), verification_output.as_text(payload)]


def table() -> list[str]:
    rows = [history.Row(*[EVIL] * 8)]
    return [history.as_html(EVIL, rows), history.as_text(EVIL, rows)]


@pytest.mark.parametrize(
    "forms",
    [
        *(lambda phase=phase: build(phase) for phase in ("building", "done", "failed", "cancelled")),
        *(lambda phase=phase: verification(phase) for phase in ("building", "testing", "verified", "failed")),
        table,
    ],
    ids=[
        "building",
        "done",
        "failed",
        "cancelled",
        "compiling",
        "testing",
        "verified",
        "not verified",
        "history",
    ],
)
def test_a_tasks_output_shows_every_text(forms: Callable[[], list[str]]) -> None:
    for form in forms():
        assert OBEYED.search(form) is None
        assert "U+202E" in form and "U+001B" in form
        assert "<U+" not in form or "<div" not in form, "in HTML it would be a tag"


def test_a_name_begins_no_line_of_its_own_in_the_text() -> None:
    [_, text] = build("done")
    named = [line for line in text.split("\n") if line.startswith("next")]
    assert named == [], "the texts that are one line stay one"


def test_a_list_of_a_hundred_thousand_is_cut_and_says_so() -> None:
    many = [{**TEST, "name": f"test_{number}", "cause": str(number)} for number in range(100_000)]
    payload = msgspec.convert({**VERIFY, "phase": "failed", "tests": many}, protocol.VerifyPayload)
    for form in (verification_output.as_html(payload), verification_output.as_text(payload)):
        assert len(form) < 200_000
        assert "… and 99,950 more" in form


def test_a_text_of_five_million_characters_is_cut_and_says_so() -> None:
    test = {**TEST, "message": "B" * 5_000_000, "details": "C" * 5_000_000}
    payload = msgspec.convert({**VERIFY, "phase": "failed", "tests": [test]}, protocol.VerifyPayload)
    for form in (verification_output.as_html(payload), verification_output.as_text(payload)):
        assert len(form) < 200_000
        assert "… (4,934,464 more characters)" in form


def test_a_prediction_shows_its_question_and_answer() -> None:
    known = protocol.CoursePrediction(exercise=EVIL, answer=1, because=EVIL, earlier=None, notes=[EVIL])
    prediction = Prediction(Question(EVIL, [EVIL, EVIL]), EVIL, known, notes=[EVIL])
    for bundle in (prediction.bundle(),):
        for kind in ("text/markdown", "text/plain"):
            assert OBEYED.search(bundle[kind]) is None and "<U+202E>" in bundle[kind]


def test_source_shows_what_an_editor_hides() -> None:
    shown = Source(CourseFile(EVIL, EVIL, Path(f"/{EVIL}.rs")), [Part(1, f"// {EVIL}\n```\n")])
    bundle = shown._repr_mimebundle_()
    for text in (bundle["text/markdown"], bundle["text/plain"], str(shown), repr(shown)):
        assert OBEYED.search(text) is None and "<U+202E>gnp" in text
    assert "\n````rust" not in bundle["text/markdown"] or "\n````" in bundle["text/markdown"]


@pytest.mark.parametrize("kind", [CrateError, BuildError, CourseError, MissingExtraError])
def test_an_error_is_shown_and_not_obeyed(kind: type[BuildExtensionError], capsys: Any) -> None:
    error = kind(EVIL)
    assert OBEYED.search(str(error)) is None and "<U+202E>" in str(error)
    assert OBEYED.search(repr(error)) is None
    shell = InteractiveShell.instance()
    try:
        shell.run_line_magic("colors", "nocolor")
        try:
            raise error
        except BuildExtensionError:
            shell.showtraceback()
    finally:
        InteractiveShell.clear_instance()
    printed = capsys.readouterr()
    text = printed.out + printed.err
    assert f"{kind.__name__}: <U+001B>]0;x" in text
    assert OBEYED.search(text) is None
    assert len(str(kind("B" * 5_000_000))) < 70_000


def test_a_learners_cells_show_the_text_of_a_stranger(tmp_path: Path, kernel: Kernel) -> None:
    folder = tmp_path / "exercises" / "01_a" / "00_\x1b]0;x\x07\u202e"
    in_toml = json.dumps(EVIL)
    manifest = (
        f'kind = "python"\ntitle = {in_toml}\nminutes = 5\nconcepts = ["a"]\nsummary = "A summary."\n'
        f'module = "doubling.py"\nhints = [{in_toml}, "two", "three"]\n'
        '[stub]\nfails = [{ test = "t", because = "b" }]\nstops_at = "verify"\n'
    )
    for name, text in {
        "exercise.toml": manifest,
        "doubling.py": "x = 1\n",
        "solution/doubling.py": f"x = 2  # {EVIL}\n",
        "tests/test_doubling.py": f"def test_it():\n    print({EVIL!r})\n    assert 0, {EVIL!r}\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "notebooks" / "01_a").mkdir(parents=True)
    (tmp_path / "exercises" / "Cargo.toml").write_text("[workspace]\n")
    name = f"01_a/{folder.name}"
    run = "get_ipython().run_line_magic({!r}, {!r})"
    for magic, line in (
        ("hint", name),
        ("solution", f"{name} --insist"),
        ("skip", name),
        ("hint", "nothing"),
    ):
        cell = kernel.run(run.format(magic, line))
        for text in texts(cell):
            assert OBEYED.search(text) is None, (magic, text)
    bundle = kernel.run(run.format("verify", name)).output.bundle
    for kind in ("text/html", "text/plain"):
        assert OBEYED.search(bundle[kind]) is None and "U+202E" in bundle[kind]


def texts(cell: Any) -> list[str]:
    """Return everything that a cell shows as text."""
    shown = [text for output in cell.outputs for text in output.bundle.values() if isinstance(text, str)]
    assert shown or cell.error
    return [*shown, *(cell.error["traceback"] if cell.error else [])]
