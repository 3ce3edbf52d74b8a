"""A function that takes nothing, returns None and says so in help()."""

import inspect

import no_op_functions
import pytest


def no_op():
    """Return the learner's function."""
    assert hasattr(no_op_functions, "no_op"), "Python finds no function no_op in no_op_functions"
    return no_op_functions.no_op


def test_returns_none():
    answer = no_op()()
    assert answer is None, f"no_op() should return None, but it returned {answer!r}"


def test_takes_nothing():
    parameters = list(inspect.signature(no_op()).parameters)
    assert parameters == [], f"no_op should take nothing, but help() shows the parameters {parameters}"
    with pytest.raises(TypeError):
        no_op()("something")


def test_has_a_docstring():
    docstring = no_op().__doc__ or ""
    assert docstring.strip(), "help(no_op) should show a docstring, but there is none"
