"""A build cell that names a crate by its place in the course."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from kernel_support.crates import Crate
from kernel_support.kernel import Kernel

from jupyterlab_maturin.bridge.node import bridge_file, node_executable

EXAMPLE = "01_first/00_wallet/example"


def course_with_example(root: Path) -> Path:
    """Make a course whose only example defines ``answer() -> 1``, and return the folder of its notebooks."""
    Crate.pure(root / "exercises" / EXAMPLE, "by_exercise")
    folder = root / "notebooks" / "01_first"
    folder.mkdir(parents=True)
    return folder


def test_a_build_cell_may_name_an_exercise_and_its_builds_are_listed_under_that_name(
    tmp_path: Path, start_kernel: Callable[..., Kernel]
) -> None:
    folder = course_with_example(tmp_path)
    # A notebook server that does not say which notebook it is: the kernel runs in the notebook's folder.
    kernel = start_kernel()
    kernel.run(f"import os; os.chdir({str(folder)!r})")
    kernel.built(EXAMPLE)
    assert kernel.evaluate("__import__('by_exercise').answer()") == 1
    assert (
        "1 build on disk" in kernel.run(f"%build_extension {EXAMPLE} --history").output.bundle["text/plain"]
    )
    failed = kernel.build("01_first/00_walet").expect("failed").payload["error"]
    assert str(folder / "01_first/00_walet") in failed["message"]
    assert str(tmp_path / "exercises/01_first/00_walet") in failed["message"]


def test_so_may_the_terminal(tmp_path: Path, kernel_environment: dict[str, str]) -> None:
    folder = course_with_example(tmp_path)
    command = [node_executable(), str(bridge_file()), "build", EXAMPLE, "--python", sys.executable]
    ran = subprocess.run(
        command, check=False, cwd=folder, env=kernel_environment, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
