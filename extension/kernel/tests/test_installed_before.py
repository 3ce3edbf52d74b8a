"""A module of the crate's name that was installed, or imported from elsewhere, before the first build."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kernel_support.crates import Crate
from kernel_support.environments import Environment, crate_without_pyo3
from kernel_support.kernel import Kernel

pytestmark = pytest.mark.slow

Start = Callable[[], Kernel]


@pytest.fixture(scope="module")
def kernel_environment(
    kernel_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Builds get a target directory of their own, where no other crate's PyO3 has the name of the empty one."""
    return {**kernel_environment, "CARGO_TARGET_DIR": str(tmp_path_factory.mktemp("target"))}


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """One environment, into which each test installs another module."""
    return Environment(tmp_path_factory.mktemp("environment") / "venv")


@pytest.fixture
def start(environment: Environment, kernel_environment: dict[str, str], tmp_path: Path) -> Iterator[Start]:
    """Start a kernel of that environment in ``tmp_path``, with the magics loaded."""
    kernels: list[Kernel] = []

    def start() -> Kernel:
        kernel = Kernel(tmp_path, kernel_environment, environment.python)
        kernels.append(kernel)
        kernel.run("%load_ext jupyterlab_maturin")
        return kernel

    yield start
    for kernel in kernels:
        kernel.shut_down()


@pytest.mark.parametrize("mixed", [False, True], ids=["pure", "mixed"])
def test_what_maturin_develop_installed_and_a_cell_imported_follows_the_first_build(
    environment: Environment, start: Start, kernel_environment: dict[str, str], tmp_path: Path, mixed: bool
) -> None:
    name = "developed_mixed" if mixed else "developed_pure"
    crate = crate_without_pyo3(tmp_path / "crate", name, mixed=mixed)
    environment.develop(crate, kernel_environment)
    kernel = start()
    kernel.run(f"import {name}\nfrom {name} import answer as ask\nkept = [ask]")
    if mixed:
        kernel.run(f"from {name}.shapes import corners")
    assert kernel.evaluate("ask()") == 1

    crate.answers(1, 2)
    payload = kernel.built("crate")
    assert payload["result"]["changed"]
    assert any("was imported before the first build" in note for note in payload["notes"])
    assert kernel.evaluate(f"(ask(), {name}.answer(), kept[0]())") == (2, 2, 1)
    if mixed:
        assert kernel.evaluate("corners()") == 5
    assert {"name": "ask", "where": "this notebook"} in payload["result"]["rebound"]
    [stale] = payload["result"]["stale"]
    assert stale["name"] == "kept[0]" and "the installed version's answer" in stale["reason"]

    crate.answers(2, 3)
    payload = kernel.built("crate")
    assert kernel.evaluate(f"(ask(), {name}.answer(), kept[0]())") == (3, 3, 1)
    assert [entry["name"] for entry in payload["result"]["stale"]] == ["kept[0]"]
    assert not any("was imported" in note for note in payload["notes"])


def test_what_pip_installed_from_the_crate_stays_in_use_when_the_first_build_fails(
    environment: Environment, start: Start, kernel_environment: dict[str, str], tmp_path: Path
) -> None:
    crate = crate_without_pyo3(tmp_path / "crate", "by_pip")
    environment.pip_install(crate, kernel_environment)
    kernel = start()
    kernel.run("from by_pip import answer")
    crate.edit("        1\n", '        "one"\n')
    cell = kernel.build("crate").expect("failed")
    assert cell.payload["previous"] == 0
    assert "1 error · the installed version stays in use" in cell.output.bundle["text/plain"]
    assert kernel.evaluate("answer()") == 1
    crate.edit('        "one"\n', "        2\n")
    kernel.built("crate")
    assert kernel.evaluate("answer()") == 2


def test_another_distribution_is_refused_before_anything_is_compiled_and_gives_way_only_when_told(
    environment: Environment, start: Start, tmp_path: Path
) -> None:
    environment.add_distribution(
        "Stranger", "1.2", {"stranger/__init__.py": "def answer():\n    return 'no'\n"}
    )
    crate = crate_without_pyo3(tmp_path / "crate", "stranger")
    crate.edit("        1\n", '        "this does not compile"\n')
    kernel = start()
    kernel.run("import stranger\nfrom stranger import answer")
    cell = kernel.build("crate").expect("failed")
    assert cell.error is not None and cell.error["ename"] == "CrateError"
    assert "Stranger 1.2" in cell.error["evalue"] and "add --replace" in cell.error["evalue"]
    assert cell.payload["error"]["kind"] == "crate" and not cell.payload["diagnostics"]
    assert kernel.evaluate("answer()") == "no"

    crate.edit('        "this does not compile"\n', "        1\n")
    assert kernel.built("crate --replace")["previous"] == 0
    assert kernel.evaluate("(answer(), stranger.answer())") == (1, 1)
    crate.answers(1, 2)
    kernel.built("crate")
    assert kernel.evaluate("(answer(), stranger.answer())") == (2, 2)


def test_a_build_wins_over_an_installed_package_that_was_not_imported_and_says_so_once(
    environment: Environment, start: Start, tmp_path: Path
) -> None:
    environment.add_distribution("Bystander", "3.4", {"bystander.py": "def answer():\n    return 'no'\n"})
    crate = crate_without_pyo3(tmp_path / "crate", "bystander")
    kernel = start()
    note = (
        "Bystander 3.4 is installed too: this kernel uses the build, and programs that it starts use what is "
        "installed; add --replace to give them the build"
    )
    assert note in kernel.built("crate")["notes"]
    child = "__import__('subprocess').check_output([__import__('sys').executable, '-c', 'import bystander; print(bystander.answer())'])"
    assert kernel.evaluate(f"(__import__('bystander').answer(), {child})") == (1, b"no\n")
    crate.answers(1, 2)
    assert note not in kernel.built("crate --replace")["notes"]
    assert kernel.evaluate(child) == b"2\n"
    crate.answers(2, 3)
    kernel.built("crate")
    assert kernel.evaluate(child) == b"3\n"
    ours = subprocess.run(
        [environment.python, "-c", "import bystander; print(bystander.answer())"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ours.stdout == "no\n"


def test_an_installation_in_the_crates_own_folder_is_not_taken_for_the_crate(
    environment: Environment, start: Start, kernel_environment: dict[str, str], tmp_path: Path
) -> None:
    crate = crate_without_pyo3(tmp_path / "crate", "neighbour")
    inner = Environment(crate.path / ".venv")
    inner.add_distribution("Neighbour", "5", {"neighbour.py": "def answer():\n    return 'no'\n"})
    kernel = Kernel(tmp_path, kernel_environment, inner.python)
    try:
        kernel.run("%load_ext jupyterlab_maturin\nimport neighbour")
        cell = kernel.build("crate").expect("failed")
        assert "Neighbour 5" in cell.payload["error"]["message"]
    finally:
        kernel.shut_down()


def test_an_installation_whose_module_does_not_load_is_reported_as_one(
    environment: Environment, start: Start, tmp_path: Path
) -> None:
    crate = crate_without_pyo3(tmp_path / "crate", "unloadable", mixed=True)
    crate.edit(
        "from ._native", "raise LookupError('half way')\nfrom ._native", "python/unloadable/__init__.py"
    )
    kernel = start()
    cell = kernel.build("crate --install").expect("failed")
    assert cell.error is not None and cell.error["ename"] == "ReloadError"
    assert cell.payload["unloaded"] == "installed"
    assert "installed, but not loaded" in cell.output.bundle["text/plain"]
    assert list(environment.packages.glob("unloadable_project-*.dist-info"))


@pytest.mark.parametrize("name", ["json", "colorsys"])
def test_a_name_of_the_standard_library_is_refused_before_anything_is_compiled(
    kernel: Kernel, tmp_path: Path, name: str
) -> None:
    crate = Crate.pure(tmp_path / "crate", name)
    crate.edit("        1\n", '        "this does not compile"\n')
    cell = kernel.build("crate --replace").expect("failed")
    assert cell.payload["error"]["kind"] == "crate" and not cell.payload["diagnostics"]
    assert "standard library" in cell.payload["error"]["message"]
