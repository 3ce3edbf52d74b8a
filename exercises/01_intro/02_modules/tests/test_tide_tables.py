"""A module that Python finds under the name of its library, with everything that belongs to it."""

import importlib

import pytest


def imported():
    """Return the module, or fail with the words of the ImportError."""
    try:
        return importlib.import_module("tide_tables")
    except ImportError as error:
        pytest.fail(f"`import tide_tables` should work, but Python says: {error}")


def test_it_imports_under_the_name_of_its_library():
    assert imported().__name__ == "tide_tables"


def test_its_function_came_along():
    tide_tables = imported()
    assert hasattr(tide_tables, "minutes_to_high_water"), (
        "tide_tables imports, but minutes_to_high_water is not in it"
    )
    minutes = tide_tables.minutes_to_high_water(300)
    assert minutes == 445, f"300 minutes after high water it is 445 minutes to the next, not {minutes}"


def test_its_docstring_came_along():
    docstring = imported().__doc__ or ""
    assert docstring.startswith("High and low water"), (
        f"the doc comment should be the module's docstring, but that is {docstring!r}"
    )
