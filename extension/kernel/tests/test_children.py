"""Processes that a kernel starts import the newest build and do not disturb it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from kernel_support.crates import Crate
from kernel_support.kernel import Kernel

pytestmark = pytest.mark.every_python


def test_a_spawned_child_and_a_subprocess_import_the_newest_build(kernel: Kernel, crate: Crate) -> None:
    kernel.built("first")
    kernel.run(
        "import multiprocessing, subprocess, sys\nfrom first import answer\n"
        "spawn = multiprocessing.get_context('spawn')\n"
        "def ask_child():\n"
        "    with spawn.Pool(1) as pool:\n        return pool.apply(answer)\n"
        "def ask_subprocess():\n"
        "    code = 'import first; print(first.answer())'\n"
        "    return subprocess.run([sys.executable, '-c', code], capture_output=True, text=True, cwd='/').stdout\n"
    )
    assert kernel.evaluate("(ask_child(), ask_subprocess())") == (1, "1\n")
    crate.answers(1, 2)
    kernel.built("first")
    assert kernel.evaluate("(ask_child(), ask_subprocess())") == (2, "2\n")


FORKING = """
import os, sys
import jupyterlab_maturin

jupyterlab_maturin.build_extension("first")
import first
from jupyterlab_maturin.bridge import client

child = os.fork()
if child == 0:
    sys.exit(first.answer())  # runs every exit handler
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), client.connect().alive, os.path.isdir(sys.path[0]))
source = open("first/src/lib.rs").read()
open("first/src/lib.rs", "w").write(source.replace("        1\\n", "        2\\n"))
bridge = client.connect().pid
jupyterlab_maturin.build_extension("first")
print(first.answer(), client.connect().pid == bridge)
"""


def test_a_forked_child_leaves_the_bridge_and_the_folder_to_its_parent(
    kernel_environment: dict[str, str], crate: Crate, tmp_path: Path
) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FORKING],
        env=kernel_environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stdout.splitlines() == ["1 True True", "2 True"], ran.stderr


def test_the_folder_goes_with_the_kernel(kernel: Kernel, crate: Crate) -> None:
    kernel.built("first")
    folder = kernel.evaluate("__import__('sys').path[0]")
    assert "jupyterlab-maturin-" in folder
    kernel.client.shutdown()
    kernel.manager.finish_shutdown()
    assert not Path(folder).exists()


def test_what_was_built_is_not_on_the_path_of_the_build(kernel: Kernel, crate: Crate) -> None:
    kernel.built("first")
    seen = kernel.evaluate(
        "__import__('jupyterlab_maturin.session.environment').session.environment.environment().get('PYTHONPATH', '')"
    )
    assert "jupyterlab-maturin-" not in seen
