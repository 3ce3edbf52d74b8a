"""What an output says of the build before, and of waiting, when a build ends early or late."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from kernel_support.crates import Crate
from kernel_support.environments import crate_without_pyo3
from kernel_support.kernel import Kernel


@pytest.fixture(scope="module")
def kernel_environment(
    kernel_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Builds get a target directory of their own, where no other crate's PyO3 has the name of the empty one."""
    return {**kernel_environment, "CARGO_TARGET_DIR": str(tmp_path_factory.mktemp("target"))}


@pytest.fixture
def target(kernel_environment: dict[str, str]) -> Path:
    return Path(kernel_environment["CARGO_TARGET_DIR"])


@pytest.fixture
def crate(tmp_path: Path) -> Crate:
    return crate_without_pyo3(tmp_path / "first", "staying")


def hold_lock(target: Path) -> int:
    """Return a descriptor that holds the lock of a target directory until it is closed."""
    (target / "jupyterlab-maturin").mkdir(exist_ok=True)
    lock = os.open(target / "jupyterlab-maturin" / "lock", os.O_RDWR | os.O_CREAT)
    fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


def with_an_absent_toolchain(kernel: Kernel, crate: Crate) -> None:
    (crate.path / "rust-toolchain.toml").write_text('[toolchain]\nchannel = "1.0.0-absent"\n')


def without_cargo(kernel: Kernel, crate: Crate) -> None:
    kernel.run("%env PATH=/nowhere\n%env CARGO_HOME=/nowhere\n%env CARGO=")


def with_a_broken_manifest(kernel: Kernel, crate: Crate) -> None:
    crate.edit("[package]", "[package", "Cargo.toml")


@pytest.mark.parametrize("broken", [with_an_absent_toolchain, without_cargo, with_a_broken_manifest])
def test_a_build_that_fails_before_the_compiler_runs_says_what_stays_in_use(
    kernel: Kernel, crate: Crate, broken: Callable[[Kernel, Crate], None]
) -> None:
    number = kernel.built("first")["result"]["generation"]
    broken(kernel, crate)
    # Other words for the same crate.
    for line in ("first", "./first/", "first/Cargo.toml"):
        cell = kernel.build(line).expect("failed")
        assert cell.payload["previous"] == number, line
        assert f"failed · build {number} stays in use" in cell.output.bundle["text/plain"]
    assert kernel.evaluate("__import__('staying').answer()") == 1


def test_a_build_that_waited_for_another_says_so_when_it_ends(
    kernel: Kernel, crate: Crate, target: Path
) -> None:
    lock = hold_lock(target)
    try:
        cell = kernel.start("%build_extension first")
        while not kernel.wait_for_phase(cell, "planning")["waiting"]:
            pass
    finally:
        os.close(lock)
    done = kernel.wait(cell).expect("done")
    # cargo may have waited, too, for the package cache that all builds of a machine share.
    [note] = [note for note in done.payload["notes"] if note.endswith(f": another build uses {target}")]
    assert note.startswith("waited ")
    assert note in done.output.bundle["text/plain"]


def test_a_build_that_is_cancelled_while_it_waits_says_what_for(
    kernel: Kernel, crate: Crate, target: Path
) -> None:
    lock = hold_lock(target)
    try:
        cell = kernel.start("%build_extension first")
        while not kernel.wait_for_phase(cell, "planning")["waiting"]:
            pass
        kernel.interrupt()
        cancelled = kernel.wait(cell).expect("cancelled")
    finally:
        os.close(lock)
    assert "it was still waiting: another build uses" in cancelled.output.bundle["text/plain"]
