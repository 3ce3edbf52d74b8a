"""Processes that go on with an older build are named, and those that start after a build have the newest."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from kernel_support.crates import Crate
from kernel_support.kernel import Kernel

pytestmark = pytest.mark.every_python


def forked(call: str) -> str:
    """Return an expression for what ``call`` gives in a child that the kernel forks."""
    return f"os.waitstatus_to_exitcode(os.waitpid(os.fork() or os._exit({call}), 0)[1])"


def test_a_forked_child_has_the_newest_build(shared_kernel: Kernel, shared_folder: Path) -> None:
    crate = Crate.pure(shared_folder / "forked", "forked")
    shared_kernel.built("forked")
    shared_kernel.run("import os, forked\nfrom forked import answer")
    crate.answers(1, 2)
    shared_kernel.built("forked")
    assert shared_kernel.evaluate(f"({forked('answer()')}, {forked('forked.answer()')})") == (2, 2)


@pytest.mark.skipif(sys.platform != "linux", reason="what a process has mapped is read from /proc")
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_worker_that_goes_on_with_an_older_build_is_named_until_it_is_started_again(
    shared_kernel: Kernel, shared_folder: Path, method: str
) -> None:
    kernel, name = shared_kernel, f"pool_{method}"
    crate = Crate.mixed(shared_folder / name, name)
    first = kernel.built(name)["result"]["generation"]
    kernel.run(
        f"import multiprocessing\nfrom {name} import answer\n"
        f"pool = multiprocessing.get_context('{method}').Pool(1)\nworker = pool.apply(__import__('os').getpid)"
    )
    assert kernel.evaluate("pool.apply(answer)") == 1
    worker = kernel.evaluate("worker")
    crate.answers(1, 2)
    assert _workers(kernel.built(name)) == [
        {
            "name": name,
            "where": f"process {worker}",
            "reason": f"build {first} runs there until it is started again (a new pool)",
        }
    ]
    kernel.run("pool.terminate(); pool.join()\npool = multiprocessing.get_context('" + method + "').Pool(1)")
    assert kernel.evaluate("pool.apply(answer)") == 2
    kernel.run("pool.terminate(); pool.join()")
    crate.answers(2, 3)
    assert _workers(kernel.built(name)) == []


def _workers(payload: dict[str, Any]) -> list[dict[str, str]]:
    return [entry for entry in payload["result"]["stale"] if "process " in entry["where"]]
