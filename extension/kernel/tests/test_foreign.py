"""Files of others that the kernel reads: none of them is waited for."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from jupyterlab_maturin.foreign.files import UnreadableFileError, read_foreign_bytes, read_foreign_text
from jupyterlab_maturin.reload.generation_finder import GenerationFinder
from jupyterlab_maturin.reload.python_sources import python_sources


def large(place: Path) -> None:
    place.touch()
    os.truncate(place, 2**30)


STRANGE: dict[str, Callable[[Path], None]] = {
    "a named pipe": os.mkfifo,
    "a device": lambda place: place.symlink_to("/dev/zero"),
    "a directory": Path.mkdir,
    "larger than 4 MiB": large,
}
strange = pytest.mark.parametrize(("kind", "make"), STRANGE.items(), ids=STRANGE)


@strange
def test_what_is_no_file_of_a_sensible_size_is_refused_at_once(
    tmp_path: Path, kind: str, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "file")
    with pytest.raises(UnreadableFileError, match=f"file could not be read: it is {kind}"):
        read_foreign_text(tmp_path / "file")


@strange
def test_a_build_finds_its_python_files_past_it(
    tmp_path: Path, kind: str, make: Callable[[Path], None]
) -> None:
    crate = tmp_path / "crate"
    crate.mkdir()
    make(crate / "pyproject.toml")
    assert crate in python_sources(str(crate / "Cargo.toml"))
    generation = tmp_path / "1"
    generation.mkdir()
    (generation / "tools.py").write_text("one = 1\n")
    make(crate / "tools.py")
    finder = GenerationFinder(generation, [crate])
    assert finder._edited(generation / "tools.py") is None


def test_links_are_followed_and_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"\xef\xbb\xbfone\r\ntwo")
    (tmp_path / "link").symlink_to("file")
    assert read_foreign_text(tmp_path / "link") == "one\ntwo"
    assert read_foreign_bytes(tmp_path / "link", 11) == b"\xef\xbb\xbfone\r\ntwo"
    with pytest.raises(UnreadableFileError, match="is larger than"):
        read_foreign_bytes(tmp_path / "link", 10)
