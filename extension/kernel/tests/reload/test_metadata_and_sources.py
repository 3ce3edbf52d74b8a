"""What Python tells of the package is the new build's: its version, its files, and the source that a person edits."""

from __future__ import annotations

import pytest
from reload_cases.edited import Edited

NOTEBOOK = """
import importlib.metadata, importlib.resources, importlib.util, inspect, linecache, os, pkgutil, subprocess, sys, traceback
import every
from every import one
version_before = importlib.metadata.version("every")
path_before = list(sys.path)

def in_a_child(code):
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd="/")
    return ran.stdout + ran.stderr

def trace(function):
    try:
        function()
    except LookupError:
        return traceback.format_exc()
"""

NOTEBOOK_MIXED = """
import every.plot
every_version_before = every.__version__
"""

only_mixed = pytest.mark.parametrize("layout", ["mixed"], indirect=True, scope="module")


def test_the_version_is_the_new_ones(edited: Edited) -> None:
    assert edited.value("(version_before, importlib.metadata.version('every'))") == ("0.1.0", "0.2.0")


def test_the_version_is_the_new_ones_in_a_child(edited: Edited) -> None:
    code = "import importlib.metadata, every; print(importlib.metadata.version('every'), every.one())"
    assert edited.value(f"in_a_child({code!r})") == "0.2.0 2\n"


def test_there_is_one_distribution_of_the_name(edited: Edited) -> None:
    found = "[one.version for one in importlib.metadata.distributions() if one.name == 'every']"
    assert edited.value(found) == ["0.2.0"]


def test_the_packages_files_are_listed_and_are_there(edited: Edited) -> None:
    assert edited.value("all(file.locate().exists() for file in importlib.metadata.files('every'))")
    assert edited.value("len(importlib.metadata.files('every')) > 1")


def test_the_spec_and_the_file_are_the_new_builds(edited: Edited) -> None:
    assert edited.value(
        "(os.path.exists(every.__file__), every.__spec__.origin == every.__file__,"
        " str(every.__build__.library.parent) in every.__file__ or every.__build__.library.parent.name in every.__file__)"
    ) == (True, True, True)


def test_the_import_path_does_not_grow(edited: Edited) -> None:
    assert edited.value("sys.path == path_before")


@only_mixed
def test_a_package_can_ask_for_its_own_version(edited: Edited) -> None:
    assert edited.value("(every_version_before, every.__version__)") == ("0.1.0", "0.2.0")


@only_mixed
def test_entry_points_are_the_new_builds(edited: Edited) -> None:
    code = "[(one.name, one.load()()) for one in importlib.metadata.entry_points(group='every.plugins')]"
    assert edited.value(code) == [("plugin2", 2)]


@only_mixed
def test_resources_are_the_new_builds(edited: Edited) -> None:
    assert edited.value("importlib.resources.files('every').joinpath('data.txt').read_text()") == "data 2\n"
    assert edited.value("pkgutil.get_data('every', 'data.txt').decode()") == "data 2\n"


@only_mixed
def test_resources_are_the_new_builds_in_a_child(edited: Edited) -> None:
    code = "import importlib.resources as r; print(r.files('every').joinpath('data.txt').read_text(), end='')"
    assert edited.value(f"in_a_child({code!r})") == "data 2\n"


@only_mixed
def test_a_traceback_names_the_file_that_a_person_edits(edited: Edited) -> None:
    text = edited.value("trace(every.raises)")
    assert str(edited.crate.path / "py" / "every" / "__init__.py") in text
    assert 'raise LookupError("version 2")' in text


@only_mixed
@pytest.mark.parametrize(
    ("function", "file"),
    [("every.twice", "__init__.py"), ("every.plot.draw", "plot.py"), ("every.Wrapper", "__init__.py")],
)
def test_the_source_is_the_file_that_a_person_edits(edited: Edited, function: str, file: str) -> None:
    if function == "every.Wrapper":
        function = "every.Wrapper.v"
    assert edited.value(f"inspect.getsourcefile({function})") == str(
        edited.crate.path / "py" / "every" / file
    )


@only_mixed
def test_the_source_is_the_new_one(edited: Edited) -> None:
    assert '"drawn", 2' in edited.value("inspect.getsource(every.plot.draw)")


@only_mixed
def test_no_bytecode_is_written_beside_the_files_that_a_person_edits(edited: Edited) -> None:
    assert list((edited.crate.path / "py").rglob("__pycache__")) == []
