"""Bad input raises the right exception with one sentence, and the next build works."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from kernel_support.crates import ANSWER, Crate, manifest
from kernel_support.kernel import Kernel

#: The files on disk, what the user types, the exception, and a word that its message must contain.
CASES: dict[str, tuple[dict[str, str], str, str, str]] = {
    "no such path": ({}, "nowhere", "CrateError", "nowhere"),
    "no crate in the folder": ({"empty/readme.txt": ""}, "empty", "CrateError", "empty"),
    "nothing importable": (
        {
            "tool/Cargo.toml": '[package]\nname = "tool"\nversion = "0.1.0"\n',
            "tool/src/main.rs": "fn main() {}\n",
        },
        "tool",
        "CrateError",
        "tool",
    ),
    "no cdylib": (
        {
            "plain/Cargo.toml": manifest("plain", kind="rlib"),
            "plain/src/lib.rs": ANSWER.format(module="plain", more=""),
        },
        "plain",
        "CrateError",
        "cdylib",
    ),
    "another build backend": (
        {
            "other/pyproject.toml": '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n',
            "other/Cargo.toml": manifest("other"),
            "other/src/lib.rs": ANSWER.format(module="other", more=""),
        },
        "other",
        "CrateError",
        "hatchling",
    ),
    "broken TOML": (
        {"broken/Cargo.toml": "[package\n", "broken/src/lib.rs": ""},
        "broken",
        "CrateError",
        "Cargo.toml",
    ),
    "unknown profile": ({}, "first --profile nonesuch", "CrateError", "nonesuch"),
    "unknown feature": ({}, "first --features nonesuch", "CrateError", "nonesuch"),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_one_sentence_and_the_next_build_is_good(
    shared_kernel: Kernel, shared_crate: Crate, tmp_path: Path, case: str
) -> None:
    files, typed, kind, named = CASES[case]
    Crate.of(tmp_path, files)
    line = f"'{tmp_path / typed}'" if "first" not in typed else typed
    cell = shared_kernel.build(line).expect("failed")
    assert cell.error is not None
    assert cell.error["ename"] == kind, cell.error
    assert named in cell.error["evalue"]
    assert cell.error["traceback"] == [f"{kind}: {cell.error['evalue']}"]
    assert "\n" not in cell.error["evalue"]
    assert cell.payload["error"] == {"kind": "crate", "message": cell.error["evalue"]}
    shared_kernel.built("first")


def test_a_missing_cargo_is_named(start_kernel: Callable[..., Kernel], crate: Crate, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    for tool in ("sh", "tee"):
        (tmp_path / "bare" / tool).symlink_to(str(shutil.which(tool)))
    kernel = start_kernel()
    kernel.run("import os\nbefore = dict(os.environ)")
    kernel.run("os.environ['PATH'], os.environ['HOME'] = os.path.abspath('bare'), os.getcwd()")
    kernel.run("os.environ.pop('CARGO_HOME', None)")
    cell = kernel.build("first").expect("failed")
    assert cell.error is not None and cell.error["ename"] == "ToolError", cell.error
    assert "cargo" in cell.error["evalue"]
    kernel.run("os.environ.update(before)")
    kernel.built("first")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("first second", "put a path with spaces in quotes"),
        ("--bogus", "there is no option --bogus"),
        ("--profile", "expected one argument"),
        ("'first", "close every quote"),
    ],
)
def test_what_cannot_be_understood_is_a_usage_error(shared_kernel: Kernel, typed: str, said: str) -> None:
    cell = shared_kernel.build(typed)
    assert cell.outputs == []
    assert cell.errors.startswith("UsageError: %build_extension: ") and said in cell.errors
    assert cell.errors.count("\n") == 1
