"""Lessons without a crate: cells import the file that the learner edits."""

from __future__ import annotations

from pathlib import Path

from kernel_support.kernel import Kernel

EXERCISE = "01_first/00_doubling"


def test_cells_and_spawned_processes_find_the_learners_file(doubling: Path, kernel: Kernel) -> None:
    example = doubling.parent / "example"
    example.mkdir()
    (example / "tripling.py").write_text("def triple(number):\n    return 3 * number\n")
    kernel.run(f"%course_path {EXERCISE} {EXERCISE}/example")
    cell = kernel.run(
        "import doubling, tripling\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from multiprocessing import get_context\n"
        "with ProcessPoolExecutor(1, mp_context=get_context('spawn')) as pool:\n"
        "    print(doubling.double(4), pool.submit(tripling.triple, 4).result())"
    )
    assert cell.error is None, cell.error
    assert cell.text == "4 12\n"


def test_a_folder_is_added_once(doubling: Path, kernel: Kernel) -> None:
    kernel.run(f"%course_path {EXERCISE}\n%course_path {EXERCISE}/")
    assert kernel.run(f"import sys; print(sys.path.count({str(doubling.parent)!r}))").text == "1\n"


def test_what_the_course_does_not_have_is_named(doubling: Path, kernel: Kernel) -> None:
    for line, said in {
        "%course_path 01_first/00_halving": "There is no exercise `01_first/00_halving`",
        f"%course_path {EXERCISE}/nowhere": f"The exercise {EXERCISE} has no folder `nowhere`.",
    }.items():
        cell = kernel.run(line)
        assert cell.error is not None
        assert said in "\n".join(cell.error["traceback"])
    assert "%course_path: name an exercise" in kernel.run("%course_path").errors
