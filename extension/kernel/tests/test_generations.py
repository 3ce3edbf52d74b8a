"""Of the generations on disk, all that a process uses are kept, and the newest five of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from jupyterlab_maturin.reload.generations import hold, prune


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    for number in range(1, 13):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "library.so").touch()
    (tmp_path / "last").write_text("12")
    return tmp_path


def left(modules: Path) -> list[int]:
    return sorted(int(entry.name) for entry in modules.iterdir() if entry.is_dir())


def test_the_five_newest_that_nobody_holds_are_kept(modules: Path) -> None:
    prune(modules / "12")
    assert left(modules) == [8, 9, 10, 11, 12]


def test_a_generation_that_is_held_is_kept_until_it_is_released(modules: Path) -> None:
    claims = [hold(modules / number) for number in ("2", "12")]
    prune(modules / "12")
    assert left(modules) == [2, 7, 8, 9, 10, 11, 12]
    for claim in claims:
        claim.release()
    prune(modules / "12")
    assert left(modules) == [8, 9, 10, 11, 12]


def test_a_generation_that_is_gone_cannot_be_held(modules: Path) -> None:
    with pytest.raises(FileNotFoundError):
        hold(modules / "99")
