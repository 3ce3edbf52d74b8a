"""Build one exercise from nothing, then the whole course from nothing: PyO3 should be compiled once.

`python benchmarks/course_from_nothing.py` prints both times in seconds and their ratio. Solutions are laid over a
scratch copy of the course, so every crate compiles; each of the two starts with an empty target directory.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXERCISES = Path(__file__).parent.parent / "exercises"
COMMAND = [sys.executable, "-m", "jupyterlab_maturin.cli", "build"]


def crates(course: Path) -> list[Path]:
    """Return the folders of the exercises that build an extension module, in the course's order."""
    manifests = sorted(course.glob("0*/*/exercise.toml"))
    return [manifest.parent for manifest in manifests if 'kind = "extension"' in manifest.read_text()]


def build(wanted: list[Path], target: Path) -> float:
    """Build these crates one after the other into an empty target directory; return the seconds it took."""
    started = time.perf_counter()
    for crate in wanted:
        environment = {**os.environ, "CARGO_TARGET_DIR": str(target)}
        subprocess.run(
            [*COMMAND, str(crate), "--json"], env=environment, check=True, stdout=subprocess.DEVNULL
        )
    return time.perf_counter() - started


def main() -> None:
    """Print what the two builds took."""
    with tempfile.TemporaryDirectory(prefix="course-from-nothing-") as scratch:
        course = Path(scratch, "exercises")
        shutil.copytree(EXERCISES, course, ignore=shutil.ignore_patterns("target", "__pycache__"))
        all_of_them = crates(course)
        for crate in all_of_them:
            shutil.copytree(crate / "solution", crate, dirs_exist_ok=True)
        one = build(all_of_them[:1], Path(scratch, "one"))
        course_seconds = build(all_of_them, Path(scratch, "all"))
        further = len(all_of_them) - 1
        allowed = 1.5 * one + 3 * further
        print(f"one exercise from nothing: {one:.1f} s")
        print(
            f"all {len(all_of_them)} from nothing: {course_seconds:.1f} s, {course_seconds / one:.2f} times as long"
        )
        print(f"1.5 times the first and 3 s for each of the {further} others would be {allowed:.1f} s")


if __name__ == "__main__":
    main()
