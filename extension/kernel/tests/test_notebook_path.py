"""How a kernel knows the path of its notebook."""

from __future__ import annotations

from pathlib import Path

import pytest

from jupyterlab_maturin.session.notebook import notebook_path


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_plain_python_has_no_notebook() -> None:
    assert notebook_path({}) is None


def test_jupyter_puts_the_path_into_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", "/course/notebooks/01_intro/03_functions.ipynb")
    assert notebook_path({}) == Path("/course/notebooks/01_intro/03_functions.ipynb")


def test_a_path_from_the_servers_root_is_found_beside_the_kernel(
    monkeypatch: pytest.MonkeyPatch, here: Path
) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", "notebooks/01_intro/lesson.ipynb")
    assert notebook_path({}) is None
    (here / "lesson.ipynb").touch()
    assert notebook_path({}) == here / "lesson.ipynb"


def test_vs_code_puts_the_path_into_the_namespace() -> None:
    assert notebook_path({"__vsc_ipynb_file__": "/work/lesson.ipynb"}) == Path("/work/lesson.ipynb")


def test_a_console_is_no_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", "/work/console-1")
    assert notebook_path({}) is None
