"""Any text behind a magic."""

from __future__ import annotations

import argparse
import ast

from hypothesis import example, given
from hypothesis import strategies as st
from IPython.core.error import UsageError
from kernel_support.foreign import assert_sentence, foreign_text, mutated

from jupyterlab_maturin.build.magics import parse
from jupyterlab_maturin.course.magics import arguments_of, one_exercise
from jupyterlab_maturin.course.prediction.question import FEWEST, MOST, read_question
from jupyterlab_maturin.gil.magics import call_in

OPTIONS = "primes --profile dev --features a,b --no-default-features --force --use 3 --history --quiet"

#: A line of a cell has no line break in it, but what a person pastes may.
line = foreign_text | mutated(OPTIONS)


@given(line)
@example("--use " + "9" * 5_000)
@example("'\x1b]0;x\x07")
@example("a \u202eb")
@example("--" + "x" * 20_000)
@example("--use=\x1b[2J")
def test_a_line_behind_build_extension_is_options_or_a_sentence(text: str) -> None:
    try:
        options = parse(text)
    except UsageError as error:
        assert_sentence(str(error))
        return
    assert isinstance(options, argparse.Namespace)
    assert options.crate is None or isinstance(options.crate, str)
    assert isinstance(options.profile, str) and options.profile


@given(line)
@example("'\x1b]0;x\x07")
@example("-" + "x" * 20_000)
def test_a_line_behind_a_magic_of_the_course_is_one_exercise_or_a_sentence(text: str) -> None:
    try:
        exercise = one_exercise("%verify", arguments_of("%verify", text))
    except UsageError as error:
        assert_sentence(str(error))
        return
    assert exercise is None or not exercise.startswith("-")


@given(foreign_text | mutated("f(1000, *[2], key='x')"))
@example("f(\x00)")
@example("f(" + "(" * 5_000)
@example("-" * 100_000 + "f(1)")
@example("f" + ".f" * 50_000 + "()")
@example("f('\ud800')")
@example("9" * 5_000)
def test_a_line_behind_gil_is_a_call_or_a_sentence(text: str) -> None:
    try:
        call = call_in(text, "gil")
    except UsageError as error:
        assert_sentence(str(error))
        return
    assert isinstance(call, ast.Call)


QUESTION = "What is shown?\n\n- `1`\n- nothing\n  at all\n- an error\n"


@given(foreign_text | mutated(QUESTION) | st.lists(st.sampled_from(QUESTION.split("\n"))).map("\r".join))
@example("What?\r\r- a\r- b")
@example("What?\n\n- a\r- b\r")
@example("What?\n\x0c\n- a\n- b")
@example("What?\n\n" + "- " * 200 + "a")
@example("What?\n\n" + "> " * 3_000 + "a\n- b\n- c")
@example("What?\n\n- a\n- b\x00")
def test_the_body_of_a_predict_cell_is_a_question_or_a_sentence(cell: str) -> None:
    try:
        question = read_question(cell)
    except UsageError as error:
        assert_sentence(str(error))
        return
    assert question.text
    assert FEWEST <= len(question.choices) <= MOST and all(question.choices)
