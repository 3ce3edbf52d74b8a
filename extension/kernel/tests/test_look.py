"""A generation is loaded only when it is the user's own and its files are those that were written."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from jupyterlab_maturin.errors import ReloadError
from jupyterlab_maturin.reload import generations
from jupyterlab_maturin.reload.look import contents_of, fault_of, read_manifest
from jupyterlab_maturin.reload.surface import record

CHANGED = "its files are not those that were written"


@pytest.fixture
def generation(tmp_path: Path) -> Path:
    """A generation as the bridge writes it."""
    folder = tmp_path / "modules" / "3"
    (folder / "demo").mkdir(parents=True, mode=0o700)
    (folder / "demo" / "__init__.py").write_text("answer = 1\n")
    (folder / "demo" / "demo.so").write_bytes(b"native" * 1000)
    folder.chmod(0o700)
    manifest = {"version": 1, "library": "demo/demo.so", "contents": contents_of(folder)}
    (folder / "jupyterlab-maturin.json").write_text(json.dumps(manifest))
    return folder


def test_a_generation_is_fit_with_what_kernels_add_to_it(generation: Path) -> None:
    record.write(generation, {"demo": {}})
    cache = generation / "demo" / "__pycache__"
    cache.mkdir(mode=0o775)
    (cache / "x.cpython-313.pyc").touch()
    assert fault_of(generation) is None
    assert record.read(generation) == {"demo": {}}


def _link(one: Path) -> None:
    library = one / "demo" / "demo.so"
    library.rename(one.parent / "kept.so")
    library.symlink_to("../../kept.so")


def _pipe(one: Path) -> None:
    (one / "demo" / "demo.so").unlink()
    os.mkfifo(one / "demo" / "demo.so")


def _manifest_is_a_pipe(one: Path) -> None:
    (one / "jupyterlab-maturin.json").unlink()
    os.mkfifo(one / "jupyterlab-maturin.json")


def _is_a_link(one: Path) -> None:
    one.rename(one.with_name("4"))
    one.symlink_to("4")


NO_MANIFEST = "its jupyterlab-maturin.json is missing, or was not written by this version"
DAMAGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "edited": (lambda one: (one / "demo" / "__init__.py").write_text("answer = 2\n"), CHANGED),
    "cut": (lambda one: os.truncate(one / "demo" / "demo.so", 1000), CHANGED),
    "library gone": (lambda one: (one / "demo" / "demo.so").unlink(), CHANGED),
    "added": (lambda one: (one / "numpy.py").touch(), CHANGED),
    "a link": (_link, "demo/demo.so in it is a link"),
    "a pipe": (_pipe, "demo/demo.so in it is neither a file nor a folder"),
    "open to all": (lambda one: one.chmod(0o777), "other users could write to it"),
    "manifest a pipe": (_manifest_is_a_pipe, NO_MANIFEST),
    "manifest deep": (lambda one: (one / "jupyterlab-maturin.json").write_text("[" * 100_000), NO_MANIFEST),
    "itself a link": (_is_a_link, "it is a link"),
}


@pytest.mark.parametrize(("damage", "why"), DAMAGE.values(), ids=DAMAGE)
def test_one_that_was_changed_is_not_imported(
    generation: Path, damage: Callable[[Path], object], why: str
) -> None:
    damage(generation)
    assert fault_of(generation) == why
    with pytest.raises(OSError, match="Not a directory|Too many" if why == "it is a link" else why):
        generations.hold_to_import(generation).release()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_one_that_belongs_to_another_user_is_not_imported(generation: Path) -> None:
    os.chown(generation / "demo" / "__init__.py", 65534, 65534)
    assert fault_of(generation) == "demo/__init__.py in it belongs to another user"
    os.chown(generation / "demo" / "__init__.py", 0, 0)
    os.chown(generation / "jupyterlab-maturin.json", 65534, 65534)
    assert fault_of(generation) == NO_MANIFEST
    assert read_manifest(generation) == {}
    os.chown(generation, 65534, 65534)
    assert fault_of(generation) == "it belongs to another user"


def test_a_generation_that_is_gone_is_said_to_be(generation: Path) -> None:
    assert fault_of(generation.with_name("9")) == "it is gone"


@pytest.mark.parametrize("name", ["9007199254740992", "٣", "01", "1" * 200, "+1", "1_0"])
def test_what_has_no_number_is_no_generation_and_stays(generation: Path, name: str) -> None:
    (generation.parent / name).mkdir()
    assert generations.numbered(generation.parent) == [generation]
    generations.prune(generation)
    assert (generation.parent / name).is_dir()


def test_links_in_the_place_of_generations_are_neither_counted_nor_followed(
    generation: Path, tmp_path: Path
) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").touch()
    for number in range(4, 14):
        (generation.parent / str(number)).symlink_to(precious)
    (generation.parent / "3.again-1-1").symlink_to(precious)
    generations.prune(generation)
    assert generation.is_dir() and (precious / "file").exists()
    with pytest.raises(OSError):
        generations.hold(generation.parent / "4")


def test_a_copy_is_for_the_user_alone_and_never_mixes_with_what_another_process_left(
    generation: Path,
) -> None:
    before = os.umask(0)
    try:
        first = generations.hold_to_import(generation)
        left = generation.with_name(f"3.again-{os.getpid()}-1")
        left.mkdir()
        (left / "numpy.py").touch()
        copy = generations.hold_to_import(generation)
    finally:
        os.umask(before)
    assert copy.directory != left and not (copy.directory / "numpy.py").exists()
    assert copy.directory.stat().st_mode & 0o777 == 0o700
    copy.release()
    first.release()


def test_the_sentence_says_what_was_found_and_what_to_do(generation: Path) -> None:
    from jupyterlab_maturin.reload.load import load

    (generation / "demo" / "__init__.py").write_text("raise SystemExit\n")
    with pytest.raises(ReloadError, match=rf"build 3 is not loaded, because {CHANGED} .*; build again"):
        load("demo", 3, generation, generation / "demo" / "demo.so", None, {})
