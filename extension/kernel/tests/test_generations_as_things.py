"""Every build that is on disk can be listed, used again, and loaded beside the one in use."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kernel_support.crates import Crate
from kernel_support.kernel import Kernel

LAZY = "\n\ndef lazily():\n    from . import shapes\n    from mixed.shapes import corners\n    return shapes.corners(), corners()\n"


def number(payload: dict[str, Any]) -> int:
    return int(payload["result"]["generation"])


def built_twice(kernel: Kernel, crate: Crate) -> tuple[int, int]:
    """Build a crate that answers 1, then 2; return the numbers of both builds."""
    name = crate.path.name
    first = number(kernel.built(name))
    crate.answers(1, 2)
    return first, number(kernel.built(name))


def test_use_goes_back_and_forward_as_a_build_does(kernel: Kernel, crate: Crate) -> None:
    first, second = built_twice(kernel, crate)
    kernel.run("import first\nfrom first import answer\nkept = first")
    back = kernel.built(f"first --use {first}")
    assert (number(back), back["result"]["changed"], back["profile"]) == (first, True, "release")
    assert [one["name"] for one in back["result"]["rebound"]] == ["answer"]
    assert kernel.evaluate("(answer(), first.answer(), kept is first, first.__build__.generation)") == (
        1,
        1,
        True,
        first,
    )
    forward = kernel.built(f"first --use {second}")
    assert number(forward) == second
    assert kernel.evaluate("(answer(), first.answer())") == (2, 2)
    assert not kernel.built(f"first --use {second}")["result"]["changed"], "it is in use already"


@pytest.mark.slow
def test_a_build_that_was_loaded_before_is_another_library_with_statics_of_its_own(
    kernel: Kernel, tmp_path: Path
) -> None:
    counter = (
        "    static CALLS: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);\n"
        "    #[pyfunction]\n    fn count() -> u64 {\n"
        "        CALLS.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1\n    }\n"
    )
    crate = Crate.pure(tmp_path / "counts", "counts", counter)
    first = number(kernel.built("counts"))
    kernel.run("import counts; old = counts.count; old(); old()")
    crate.answers(1, 2)
    kernel.built("counts")
    kernel.run("keep = [old]")
    kernel.built(f"counts --use {first}")
    assert kernel.evaluate("(counts.count(), counts.answer())") == (1, 1)


@pytest.mark.slow
def test_a_plain_build_after_use_loads_the_newest_again(kernel: Kernel, crate: Crate) -> None:
    first, second = built_twice(kernel, crate)
    kernel.built(f"first --use {first}")
    again = kernel.built("first")
    assert (number(again), again["result"]["changed"]) == (second, True)
    assert kernel.evaluate("__import__('first').answer()") == 2
    assert not kernel.built("first")["result"]["changed"]


@pytest.mark.slow
def test_use_works_in_a_kernel_that_has_loaded_nothing(
    start_kernel: Callable[..., Kernel], crate: Crate
) -> None:
    first, _ = built_twice(start_kernel(), crate)
    other = start_kernel()
    assert number(other.built(f"first --use {first}")) == first
    assert other.evaluate("__import__('first').answer()") == 1


def test_a_number_that_does_not_exist_is_refused_with_those_that_do(kernel: Kernel, crate: Crate) -> None:
    first, second = built_twice(kernel, crate)
    cell = kernel.build("first --use 99999")
    assert cell.outputs == [] and cell.error is not None and cell.error["ename"] == "CrateError"
    assert "there is no such build" in cell.error["evalue"] and f"{first}, {second}" in cell.error["evalue"]
    assert kernel.evaluate("__import__('first').answer()") == 2
    cell = kernel.run("import jupyterlab_maturin\njupyterlab_maturin.generation('first', 99999)")
    assert cell.error is not None and cell.error["ename"] == "CrateError"
    assert f"{first}, {second}" in cell.error["evalue"]


def test_what_no_cell_has_loaded_has_no_generation_to_load_beside(shared_kernel: Kernel) -> None:
    cell = shared_kernel.run("import jupyterlab_maturin\njupyterlab_maturin.generation('json', 1)")
    assert cell.error is not None and "run %build_extension first" in cell.error["evalue"]


def test_a_generation_loads_beside_the_one_in_use(kernel: Kernel, crate: Crate) -> None:
    first, second = built_twice(kernel, crate)
    kernel.run(
        "import sys, first\nfrom first import answer\nfrom jupyterlab_maturin import generation\n"
        f"modules = {{name: module for name, module in sys.modules.items() if name.startswith('first')}}\n"
        f"before, now = generation('first', {first}), generation('first', {second})"
    )
    assert kernel.evaluate("(before.answer(), now.answer(), first.answer(), answer())") == (1, 2, 2, 2)
    assert kernel.evaluate("all(sys.modules[name] is modules[name] for name in modules)") is True
    assert kernel.evaluate("(before in sys.modules.values(), now in sys.modules.values(), now is first)") == (
        False,
        False,
        False,
    )
    assert kernel.evaluate(f"generation('first', {first}) is before") is True
    crate.answers(2, 3)
    payload = kernel.built("first")
    assert payload["result"]["stale"] == []
    assert kernel.evaluate("(before.answer(), now.answer(), first.answer(), answer())") == (1, 2, 3, 3)


@pytest.mark.slow
def test_two_generations_can_be_timed_against_each_other(kernel: Kernel, crate: Crate) -> None:
    first, _ = built_twice(kernel, crate)
    kernel.run(
        "import first\nfrom jupyterlab_maturin import generation\nfrom jupyterlab_maturin.gil import compare\n"
        f"result = compare({{'before': generation('first', {first}).answer, 'after': first.answer}})"
    )
    assert kernel.evaluate("sorted({row['function'] for row in result.records()})") == ["after", "before"]


@pytest.mark.slow
def test_the_modules_of_a_mixed_crate_resolve_among_themselves_even_later(
    kernel: Kernel, tmp_path: Path
) -> None:
    crate = Crate.mixed(tmp_path / "mixed", "mixed")
    init = crate.path / "python" / "mixed" / "__init__.py"
    init.write_text("from ._native import answer\n\n\ndef twice():\n    return 2 * answer()\n" + LAZY)
    first, _ = built_twice(kernel, crate)
    kernel.run(
        f"import sys, mixed, mixed.shapes, jupyterlab_maturin\nbefore = jupyterlab_maturin.generation('mixed', {first})"
    )
    assert kernel.evaluate("(before.twice(), mixed.twice())") == (2, 4)
    assert kernel.evaluate("(before.lazily(), mixed.lazily(), before.lazily())") == ((4, 4), (5, 5), (4, 4))
    assert kernel.evaluate(
        "(before.shapes is mixed.shapes, sys.modules['mixed.shapes'] is mixed.shapes)"
    ) == (
        False,
        True,
    )
    crate.answers(2, 3)
    kernel.built("mixed")
    assert kernel.evaluate("(before.lazily(), mixed.lazily())") == ((4, 4), (6, 6))


@pytest.mark.slow
def test_what_cannot_be_imported_beside_changes_nothing(kernel: Kernel, tmp_path: Path) -> None:
    crate = Crate.mixed(tmp_path / "breaks", "breaks")
    init = crate.path / "python" / "breaks" / "__init__.py"
    init.write_text(
        "import os\nfrom ._native import answer\nif 'BREAK' in os.environ:\n    raise OSError('no')\n"
    )
    first, _ = built_twice(kernel, crate)
    cell = kernel.run(
        "import os, breaks, jupyterlab_maturin\nos.environ['BREAK'] = '1'\n"
        f"jupyterlab_maturin.generation('breaks', {first})"
    )
    assert cell.error is not None and cell.error["ename"] == "ReloadError"
    assert kernel.evaluate("(breaks.answer(), __import__('breaks') is breaks, breaks._native.answer())") == (
        2,
        True,
        2,
    )
    kernel.run("del os.environ['BREAK']")
    assert kernel.evaluate(f"jupyterlab_maturin.generation('breaks', {first}).answer()") == 1


@pytest.mark.slow
def test_what_a_person_asked_for_by_number_is_kept_while_the_kernel_lives(
    kernel: Kernel, crate: Crate
) -> None:
    first, second = built_twice(kernel, crate)
    kernel.run(f"import first, jupyterlab_maturin\nbefore = jupyterlab_maturin.generation('first', {first})")
    directory = Path(kernel.evaluate("str(first.__build__.library)")).parents[1].parent
    assert (directory / str(first)).is_dir()
    for _ in range(8):
        kernel.built("first --force")
    left = {int(entry.name) for entry in directory.iterdir() if entry.name.isdecimal()}
    assert first in left and second not in left


@pytest.mark.slow
def test_copies_are_gone_when_nobody_uses_them(kernel: Kernel, crate: Crate) -> None:
    first, second = built_twice(kernel, crate)
    directory = Path(kernel.evaluate("str(__import__('first').__build__.library)")).parents[1].parent

    def copies() -> list[str]:
        return [entry.name.partition(".")[0] for entry in directory.iterdir() if ".again-" in entry.name]

    kernel.built(f"first --use {first}")
    assert copies() == [str(first)]
    kernel.built(f"first --use {second}")
    assert copies() == [str(second)]


@pytest.mark.slow  # PyO3 is compiled for another profile
def test_the_history_lists_the_builds_with_what_changed(kernel: Kernel, crate: Crate) -> None:
    first = number(kernel.built("first"))
    crate.edit(
        "    fn answer() -> u64 {\n        1\n",
        "    #[pyo3(signature = (n=1))]\n    fn answer(n: u64) -> u64 {\n        n\n",
    )
    second = number(kernel.built("first --profile dev"))
    cell = kernel.build("first --history")
    text = cell.output.bundle["text/plain"]
    assert set(cell.output.bundle) == {"text/html", "text/plain"}
    rows = [line.split() for line in text.splitlines() if line.split()[:1] in ([str(first)], [str(second)])]
    assert [row[0] for row in rows] == [str(second), str(first)], "the newest comes first"
    assert "dev" in rows[0] and "release" in rows[1]
    assert "in use" in text and "changed: answer() → answer(n=1)" in text
    kernel.built(f"first --use {first}")
    pinned = [
        line
        for line in kernel.build("first --history").output.bundle["text/plain"].splitlines()
        if "pinned" in line
    ]
    assert len(pinned) == 1 and pinned[0].split()[0] == str(first) and "in use · pinned" in pinned[0]


def test_the_history_shows_nothing_as_html_that_is_not_ours(kernel: Kernel, crate: Crate) -> None:
    kernel.built("first")
    directory = Path(kernel.evaluate("str(__import__('first').__build__.library)")).parents[1]
    manifest = json.loads((directory / "jupyterlab-maturin.json").read_text())
    evil = "<img src=x onerror=alert(1)>"
    manifest.update(profile=evil, features=[evil], digest="<b>bold</b>")
    (directory / "jupyterlab-maturin.json").write_text(json.dumps(manifest))
    surface = {"version": 1, "modules": {"first": {evil: ["function", evil]}}}
    (directory / "jupyterlab-maturin-surface.json").write_text(json.dumps(surface))
    html = kernel.build("first --history").output.bundle["text/html"]
    assert "<img" not in html and "<b>" not in html and "&lt;img" in html


def test_the_history_of_a_crate_that_was_never_built_is_empty_and_of_none_an_error(
    kernel: Kernel, crate: Crate, tmp_path: Path
) -> None:
    Crate.pure(tmp_path / "never", "never_built_at_all")
    assert "0 builds on disk" in kernel.build("never --history").output.bundle["text/plain"]
    cell = kernel.build("no_such_folder --history")
    assert cell.error is not None and cell.error["ename"] == "CrateError"


@pytest.mark.slow
def test_a_manifest_of_an_older_version_is_listed_too(kernel: Kernel, crate: Crate) -> None:
    made = number(kernel.built("first"))
    directory = Path(kernel.evaluate("str(__import__('first').__build__.library)")).parents[1]
    manifest = json.loads((directory / "jupyterlab-maturin.json").read_text())
    assert {"made", "seconds"} <= set(manifest)
    del manifest["made"], manifest["seconds"]
    (directory / "jupyterlab-maturin.json").write_text(json.dumps(manifest))
    (directory / "jupyterlab-maturin-surface.json").unlink()
    text = kernel.build("first --history").output.bundle["text/plain"]
    assert f"\n   {made} " in text and "not loaded by any kernel yet" in text
