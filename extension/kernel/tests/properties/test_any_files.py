"""What lies on the disk beside a kernel, and where a notebook says that it lies."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from kernel_support.foreign import assert_sentence, foreign_json, foreign_text, mutated, with_parts_replaced

from jupyterlab_maturin import protocol
from jupyterlab_maturin.course.python_folders import folder_in
from jupyterlab_maturin.errors import CourseError
from jupyterlab_maturin.lesson.code.files import file_in
from jupyterlab_maturin.reload.generations import library_of, numbered
from jupyterlab_maturin.reload.look import MANIFEST, fault_of, is_number, read_manifest
from jupyterlab_maturin.reload.surface import record
from jupyterlab_maturin.session.notebook import notebook_path


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as made:
        yield Path(made).resolve()


RECORD = {"version": 1, "digest": "0", "contents": "0", "library": "primes/primes.so", "module": "primes"}


def json_text(value: Any) -> str:
    """Return JSON, in which what no file can hold is escaped."""
    return msgspec.json.encode(_sendable(value)).decode()


def _sendable(value: Any) -> Any:
    if isinstance(value, dict):
        return {_sendable(key): _sendable(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_sendable(part) for part in value]
    if isinstance(value, str):
        return value.encode(errors="ignore").decode()
    return value if not isinstance(value, int) or abs(value) < 2**63 else 0


manifest = foreign_text | mutated(json_text(RECORD)) | with_parts_replaced(RECORD).map(json_text)


@given(manifest | st.just(json_text(RECORD)))
@example(json_text({**RECORD, "library": "/etc/hostname"}))
@example(json_text({**RECORD, "library": "../../other.so"}))
@example(json_text({**RECORD, "library": "a\x00b"}))
@example("[" * 100_000)
@example('{"library": ' + "9" * 5_000 + "}")
@example('"\\ud800"')
def test_a_generations_manifest_is_one_or_counts_as_absent(folder: Path, text: str) -> None:
    (folder / MANIFEST).write_bytes(text.encode(errors="surrogatepass"))
    assert isinstance(read_manifest(folder), dict)
    assert isinstance(fault_of(folder), str)
    library = library_of(folder)
    if library is not None:
        assert Path(os.path.normpath(library)).is_relative_to(folder), "it is outside the generation"


@given(manifest | st.just('{"version":1,"modules":{}}'))
@example("[" * 100_000)
def test_a_record_of_a_modules_surface_is_one_or_counts_as_absent(folder: Path, text: str) -> None:
    (folder / "jupyterlab-maturin-surface.json").write_bytes(text.encode(errors="surrogatepass"))
    surface = record.read(folder)
    assert surface is None or isinstance(surface, dict)


numbers = st.sampled_from(
    ["1", "01", "0", "-1", "٣", "1_0", "1\n", " 1", "999999999", "9007199254740992", "1.again-2-3"]
)


@given(st.lists(numbers | foreign_text, max_size=6))
def test_generations_are_those_with_a_number(folder: Path, names: list[str]) -> None:
    made = Path(tempfile.mkdtemp(dir=folder))
    for name in names:
        usable = name.replace("/", "").replace("\0", "").encode(errors="ignore")[:200].decode(errors="ignore")
        if usable not in ("", ".", ".."):
            (made / usable).mkdir(exist_ok=True)
    found = [int(path.name) for path in numbered(made)]
    assert found == sorted(found)
    assert all(0 < number < 10**9 for number in found)
    assert {str(number) for number in found} == {path.name for path in made.iterdir() if is_number(path.name)}


@given(foreign_json | foreign_text.map(lambda text: f"{text}.ipynb"))
@example("x" * 20_000 + ".ipynb")
@example("a\x00.ipynb")
@example("\ud800.ipynb")
@example("/" + "x/" * 20_000 + ".ipynb")
def test_a_notebook_is_somewhere_or_unknown(value: Any) -> None:
    path = notebook_path({"__vsc_ipynb_file__": value})
    assert path is None or path.is_absolute()


def _course(root: Path) -> protocol.CourseList:
    exercise = root / "exercises" / "01_intro" / "01_first"
    (exercise / "src").mkdir(parents=True, exist_ok=True)
    (exercise / "src" / "lib.rs").touch()
    (root / "secret.rs").touch()
    summary = protocol.ExerciseSummary(
        id="01_intro/01_first",
        chapter="01_intro",
        title="First",
        summary="The first.",
        kind="cargo",
        minutes=1,
        concepts=[],
        state="open",
        missing=[],
        attempts=0,
        hints=protocol.HintCount(0, 3),
        directory=str(exercise),
        notebook=str(root / "notebooks" / "01_intro" / "01_first.ipynb"),
    )
    return protocol.CourseList(root=str(root), exercises=[summary], notes=[])


places = (
    st.sampled_from(["src/lib.rs", "src", "", "..", "../../../secret.rs", "/etc/hostname"]) | foreign_text
)


@given(places)
@example("a\x00b")
@example("x" * 20_000)
@example("\ud800")
@example("\x1b[2J")
def test_a_file_of_an_exercise_is_in_it_or_a_sentence(folder: Path, path: str) -> None:
    course = _course(folder / "course")
    try:
        found = file_in(course, course.exercises[0], path)
    except CourseError as error:
        assert_sentence(str(error))
        return
    assert found.path.resolve().is_relative_to(course.exercises[0].directory)


@given(places.map(lambda place: f"01_intro/01_first/{place}") | foreign_text)
@example("01_intro/01_first/a\x00b")
@example("01_intro/01_first/" + "x" * 20_000)
@example("01_intro/01_first/\ud800")
def test_a_folder_to_import_from_is_in_the_course_or_a_sentence(folder: Path, name: str) -> None:
    course = _course(folder / "course")
    try:
        found = folder_in(course, name)
    except CourseError as error:
        assert_sentence(str(error))
        return
    assert found.resolve().is_relative_to(course.root)
