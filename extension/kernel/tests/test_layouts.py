"""Crates of every layout are built, imported, edited and rebuilt in one kernel."""

from __future__ import annotations

from pathlib import Path

import pytest
from kernel_support.crates import Crate, manifest
from kernel_support.kernel import Kernel


def test_a_pure_crate_is_built_edited_and_rebuilt(kernel: Kernel, crate: Crate) -> None:
    first = kernel.built("first")
    kernel.run("import first")
    assert kernel.evaluate("first.answer()") == 1
    crate.answers(1, 2)
    second = kernel.built("first")
    assert kernel.evaluate("first.answer()") == 2
    assert second["result"]["generation"] > first["result"]["generation"]
    assert second["result"]["changed"]


def test_a_mixed_crate_is_built_edited_and_rebuilt(kernel: Kernel, tmp_path: Path) -> None:
    crate = Crate.mixed(tmp_path / "blend", "blend")
    kernel.built("blend")
    kernel.run(
        "import blend, blend.shapes\nfrom blend import twice, shapes\nfrom blend.shapes import corners"
    )
    everything = "(blend.answer(), twice(), corners(), shapes.corners(), blend.shapes.corners())"
    assert kernel.evaluate(everything) == (1, 2, 4, 4, 4)
    crate.answers(1, 5)
    kernel.built("blend")
    assert kernel.evaluate(everything) == (5, 10, 8, 8, 8)
    crate.edit("2 * answer()", "3 * answer()", "python/blend/__init__.py")
    kernel.built("blend")
    assert kernel.evaluate("twice()") == 15


def test_the_functions_of_a_mixed_crate_see_the_module_that_everybody_sees(
    kernel: Kernel, tmp_path: Path
) -> None:
    crate = Crate.mixed(tmp_path / "blend", "blend")
    kernel.built("blend")
    kernel.run("import blend")
    crate.answers(1, 2)
    kernel.built("blend")
    kernel.run("blend.answer = lambda: 100")
    assert kernel.evaluate("blend.twice()") == 200


def test_a_crate_follows_its_path_dependency(kernel: Kernel, tmp_path: Path) -> None:
    workspace = Crate.of(
        tmp_path / "workspace",
        {
            "Cargo.toml": '[workspace]\nresolver = "3"\nmembers = ["core", "face"]\n',
            "core/Cargo.toml": '[package]\nname = "core-of-it"\nversion = "0.1.0"\nedition = "2024"\n',
            "core/src/lib.rs": "pub fn deep() -> u64 {\n    1\n}\n",
            "face/Cargo.toml": manifest("face", dependencies='core-of-it = { path = "../core" }\n'),
            "face/src/lib.rs": (
                "use pyo3::prelude::*;\n\n#[pymodule]\nmod face {\n    use super::*;\n\n"
                "    #[pyfunction]\n    fn answer() -> u64 {\n        core_of_it::deep()\n    }\n}\n"
            ),
        },
    )
    kernel.built("workspace/face")
    kernel.run("from face import answer")
    assert kernel.evaluate("answer()") == 1
    workspace.edit("    1\n", "    2\n", "core/src/lib.rs")
    kernel.built("workspace/face")
    assert kernel.evaluate("answer()") == 2


@pytest.mark.slow
def test_an_abi3_crate_is_built_edited_and_rebuilt(kernel: Kernel, tmp_path: Path) -> None:
    crate = Crate.pure(tmp_path / "stable", "stable", pyo3='{ version = "0.29", features = ["abi3-py311"] }')
    library = kernel.built("stable")["result"]["library"]
    assert ".abi3." in library
    kernel.run("from stable import answer")
    crate.answers(1, 2)
    kernel.built("stable")
    assert kernel.evaluate("answer()") == 2


def test_a_path_may_have_spaces_and_letters_of_any_script(kernel: Kernel, tmp_path: Path) -> None:
    crate = Crate.pure(tmp_path / "mes caisses ü 数" / "spaced", "spaced")
    kernel.built('"mes caisses ü 数/spaced"')
    kernel.run("from spaced import answer\nfolder = 'mes caisses ü 数'")
    crate.answers(1, 2)
    kernel.built('"{folder}/spaced"')
    assert kernel.evaluate("answer()") == 2


def test_the_crate_beside_the_notebook_needs_no_name(kernel: Kernel, crate: Crate) -> None:
    assert kernel.built("")["result"]["module"] == "first"


def test_features_reach_the_crate(kernel: Kernel, tmp_path: Path) -> None:
    loud = '    #[cfg(feature = "loud")]\n    #[pyfunction]\n    fn shout() -> &\'static str {\n        "HEY"\n    }\n'
    crate = Crate.pure(tmp_path / "feat", "feat", more=loud)
    crate.edit("[dependencies]", "[features]\nloud = []\n\n[dependencies]", "Cargo.toml")
    kernel.built("feat --features loud")
    kernel.run("import feat")
    assert kernel.evaluate("feat.shout()") == "HEY"
    assert kernel.evaluate("feat.__build__.features") == ("loud",)
    kernel.built("feat")
    assert kernel.evaluate("hasattr(feat, 'shout')") is False
