"""``source`` in a cell: which file it finds, and what the output holds."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kernel_support.kernel import Kernel

from jupyterlab_maturin.errors import CourseError
from jupyterlab_maturin.lesson import source
from jupyterlab_maturin.protocol import SOURCE_MIME

CRATE = "01_first/00_wallet"
PLAIN = "01_first/01_words"
INCREMENT = "/// Add one.\n#[pyfunction]\nfn increment(number: u64) -> u64 {\n    number + 1\n}"


def bundle(*arguments: str) -> dict[str, Any]:
    return source(*arguments)._repr_mimebundle_()


def test_the_output_has_a_form_for_the_extension_for_other_notebooks_and_for_text(course: Path) -> None:
    file = course / "exercises" / CRATE / "example/src/lib.rs"
    assert bundle(CRATE, "example", "increment") == {
        SOURCE_MIME: {
            "version": 1,
            "phase": "shown",
            "exercise": CRATE,
            "file": "example/src/lib.rs",
            "path": str(file),
            "language": "rust",
            "parts": [{"line": 3, "code": INCREMENT}],
        },
        "text/markdown": "[`example/src/lib.rs:3`](../../exercises/01_first/00_wallet/example/src/lib.rs)\n\n"
        f"```rust\n{INCREMENT}\n```",
        "text/plain": INCREMENT,
    }


def test_lines_that_are_left_out_are_marked(course: Path) -> None:
    shown = source(CRATE, "example", "last", "increment")
    assert str(shown).startswith(f"{INCREMENT}\n\n// …\n\nfn last() {{")
    assert [part.line for part in shown.parts] == [3, 11]


def test_code_with_fences_in_it_does_not_end_the_block(course: Path) -> None:
    assert bundle(CRATE, "example", "last")["text/markdown"].endswith("\n}\n````")


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        ((CRATE,), "src/lib.rs"),
        ((CRATE, "example"), "example/src/lib.rs"),
        ((CRATE, "example/src/lib.rs"), "example/src/lib.rs"),
        ((CRATE, "./example/Cargo.toml"), "example/Cargo.toml"),
        ((PLAIN,), "words.py"),
        ((PLAIN, "words.py", "count"), "words.py"),
    ],
)
def test_a_file_is_found_by_the_name_that_a_lesson_gives_it(
    arguments: tuple[str, ...], file: str, course: Path
) -> None:
    assert source(*arguments).file.name == file


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("01_first/00_walet",),
            f"There is no exercise `01_first/00_walet`. Did you mean `{CRATE}`? The course has `{CRATE}`, `{PLAIN}`.",
        ),
        (
            (CRATE, "exmple"),
            (
                f"The exercise {CRATE} has no file `exmple`. Did you mean `example`? It has `exercise.toml`, "
                "`example/Cargo.toml`, `example/src/lib.rs`, `src/lib.rs`."
            ),
        ),
        (
            (CRATE, "example", "incremet"),
            (
                f"There is no `incremet` in `example/src/lib.rs` of {CRATE}. Did you mean `increment`? "
                "It has `increment`, `between`, `last`."
            ),
        ),
        (
            (CRATE, "../01_words/words.py"),
            f"`../01_words/words.py` leads out of the exercise {CRATE}: name a file below the exercise's own folder.",
        ),
        (
            (CRATE, "/etc/passwd"),
            f"`/etc/passwd` leads out of the exercise {CRATE}: name a file below the exercise's own folder.",
        ),
        (
            (CRATE, "example/Cargo.toml", "package"),
            f"`example/Cargo.toml` of {CRATE} is neither Rust nor Python, so nothing in it has a name: show all of it.",
        ),
        (
            (PLAIN, "broken.py", "count"),
            (
                f"`broken.py` of {PLAIN} cannot be read, so nothing in it can be found by name: line 1 says invalid syntax. "
                "Correct it first, or show the whole file."
            ),
        ),
        ((PLAIN, "picture.bin"), f"`picture.bin` of {PLAIN} is not text: name a file of source."),
    ],
)
def test_what_is_not_there_is_one_sentence_of_the_course(
    arguments: tuple[str, ...], message: str, course: Path
) -> None:
    with pytest.raises(CourseError) as caught:
        source(*arguments)
    assert str(caught.value) == message


def test_a_link_does_not_lead_out_of_the_exercise(course: Path) -> None:
    (course / "secret.rs").write_text("fn secret() {}\n")
    (course / "exercises" / CRATE / "link.rs").symlink_to(course / "secret.rs")
    with pytest.raises(CourseError, match="leads out of the exercise"):
        source(CRATE, "link.rs")


def test_an_argument_that_is_no_text_is_a_type_error(course: Path) -> None:
    with pytest.raises(TypeError, match=r"source takes texts"):
        source(CRATE, "example", print)  # type: ignore[arg-type]


def test_a_cell_shows_it_and_a_mistake_is_one_line(course: Path, start_kernel: Callable[..., Kernel]) -> None:
    # As in the copy of a course, where the kernel may run anywhere and the notebook is known.
    kernel = start_kernel(JPY_SESSION_NAME=str(course / "notebooks" / f"{CRATE}.ipynb"))
    kernel.run("from jupyterlab_maturin.lesson import source")
    output = kernel.run(f"display(source('{CRATE}', 'example', 'increment'))").output.bundle
    assert set(output) == {SOURCE_MIME, "text/markdown", "text/plain"}
    assert "(../../exercises/" in output["text/markdown"]
    cell = kernel.run(f"source('{CRATE}', 'example', 'decrement')")
    assert cell.error is not None
    assert "\n".join(cell.error["traceback"]).startswith("CourseError: There is no `decrement` in")


def test_nothing_is_shown_through_a_link_that_leads_out_of_the_course(
    course: Path, tmp_path_factory: Any
) -> None:
    theirs = tmp_path_factory.mktemp("theirs")
    (course / "exercises" / PLAIN).rename(theirs / "words")
    (course / "exercises" / PLAIN).symlink_to(theirs / "words")
    with pytest.raises(CourseError, match=f"There is no exercise `{PLAIN}`"):
        source(PLAIN)
    (course / "exercises" / CRATE / "src" / "lib.rs").unlink()
    (course / "exercises" / CRATE / "src" / "lib.rs").symlink_to(theirs / "words" / "words.py")
    with pytest.raises(CourseError, match="leads out of the exercise"):
        source(CRATE)


@pytest.mark.parametrize("kind", ["named pipe", "large"])
def test_a_file_that_is_none_is_not_shown(course: Path, kind: str) -> None:
    file = course / "exercises" / CRATE / "src" / "lib.rs"
    file.unlink()
    if kind == "large":
        file.touch()
        os.truncate(file, 2**30)
    else:
        os.mkfifo(file)
    with pytest.raises(CourseError, match=r"has no file|is larger than 4 MiB"):
        source(CRATE)
