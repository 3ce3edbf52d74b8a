"""A function of a compiled module that answers."""

import importlib.machinery

import first_contact


def test_it_works_returns_true():
    answer = first_contact.it_works()
    assert answer is True, f"it_works() should return Python's True, but it returned {answer!r}"


def test_the_function_is_compiled_code():
    suffixes = tuple(importlib.machinery.EXTENSION_SUFFIXES)
    library = first_contact.first_contact.__file__
    assert library.endswith(suffixes), f"{library} is not a compiled library ({', '.join(suffixes)})"
