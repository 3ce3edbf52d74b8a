"""A build that is interrupted, or loses its bridge, leaves no process running, and the next build works."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from kernel_support import FAKE_BRIDGE, WELCOME
from kernel_support.crates import Crate
from kernel_support.kernel import Kernel
from kernel_support.processes import bridge_of, compiling, left_of
from psutil import Process


@pytest.fixture
def slow(crate: Crate) -> Crate:
    """A crate whose build script takes longer than any test. Without that script it builds at once."""
    (crate.path / "build.rs").write_text(
        "fn main() {\n    std::thread::sleep(std::time::Duration::from_secs(600));\n}\n"
    )
    return crate


def working(kernel: Kernel) -> tuple[int, str]:
    """Start a build and wait until it compiles; return the kernel's process and the cell."""
    pid = kernel.pid
    cell = kernel.start("%build_extension first")
    kernel.wait_for_phase(cell, "building")
    return pid, cell


def test_an_interrupt_ends_every_process_of_the_build(kernel: Kernel, slow: Crate) -> None:
    kernel.run("kept = [1, 2, 3]")
    pid, cell = working(kernel)
    processes = compiling(pid, within=120)
    kernel.interrupt()
    ended = kernel.wait(cell)
    assert left_of(processes, within=2) == []
    assert bridge_of(pid).children(recursive=True) == []
    assert ended.error is not None and ended.error["ename"] == "KeyboardInterrupt"
    assert len(ended.error["traceback"]) == 1
    (slow.path / "build.rs").unlink()
    kernel.built("first")
    kernel.run("import first")
    assert kernel.evaluate("(first.answer(), kept)") == (1, [1, 2, 3])


def test_an_interrupted_build_says_so_and_keeps_the_old(kernel: Kernel, crate: Crate) -> None:
    good = kernel.built("first")["result"]["generation"]
    kernel.run("from first import answer")
    (crate.path / "build.rs").write_text("fn main() {\n    loop {\n        std::thread::park();\n    }\n}\n")
    pid = kernel.pid
    cell = kernel.start("%build_extension first")
    states = [kernel.wait_for_phase(cell, "building")]
    processes = compiling(pid, within=120)
    kernel.interrupt()
    while states[-1]["phase"] != "cancelled":
        data = kernel.next_message(cell)["content"].get("data", {})
        states += [value for name, value in data.items() if name.endswith("build.v1+json")]
    assert states[-1]["previous"] == good
    kernel.wait(cell)
    assert left_of(processes, within=2) == []
    assert kernel.evaluate("answer()") == 1


def test_a_bridge_that_is_killed_takes_its_build_along_and_the_next_build_works(
    kernel: Kernel, slow: Crate
) -> None:
    pid, cell = working(kernel)
    processes = compiling(pid, within=120)
    bridge_of(pid).send_signal(signal.SIGKILL)
    ended = kernel.wait(cell)
    assert left_of(processes, within=2) == []
    assert ended.error is not None and ended.error["ename"] == "BridgeError"
    assert "killed by signal 9" in ended.error["evalue"] and "run the cell again" in ended.error["evalue"]
    assert len(ended.error["traceback"]) == 1
    (slow.path / "build.rs").unlink()
    kernel.built("first")
    assert kernel.evaluate("__import__('first').answer()") == 1


def test_a_bridge_that_died_between_two_builds_is_replaced_without_a_word(
    kernel: Kernel, crate: Crate
) -> None:
    kernel.built("first")
    bridge = bridge_of(kernel.pid)
    bridge.send_signal(signal.SIGKILL)
    assert left_of([bridge], within=10) == []
    crate.answers(1, 2)
    kernel.built("first")
    assert kernel.evaluate("__import__('first').answer()") == 2


def test_a_kernel_that_is_killed_takes_its_bridge_and_its_build_along(kernel: Kernel, slow: Crate) -> None:
    pid, _ = working(kernel)
    processes = [bridge_of(pid), *compiling(pid, within=120)]
    kernel.manager.signal_kernel(signal.SIGKILL)
    assert left_of(processes, within=5) == []


def test_an_interrupt_reaches_the_kernel_and_not_the_bridge(
    kernel: Kernel, crate: Crate, tmp_path: Path
) -> None:
    kernel.built("first")
    bridge = bridge_of(kernel.pid)
    cell = kernel.start("import time\nprint('asleep')\ntime.sleep(600)")
    while kernel.next_message(cell)["msg_type"] != "stream":
        pass
    kernel.interrupt()
    kernel.wait(cell)
    assert bridge.is_running()
    kernel.built("first")
    assert bridge_of(kernel.pid) == bridge


@pytest.fixture
def deaf(start_kernel: Callable[..., Kernel], tmp_path: Path) -> Kernel:
    """A kernel whose bridge starts builds and never ends them, not even when they are cancelled."""
    script = {"results": {"hello": WELCOME}, "events": [{"kind": "building"}], "waits": "for ever"}
    kernel = start_kernel(FAKE_BRIDGE=json.dumps({**script, "received": str(tmp_path / "received")}))
    kernel.run(
        "import sys\nfrom jupyterlab_maturin.bridge import client\nfrom jupyterlab_maturin.tasks import run\n"
        f"client.node_executable = lambda: sys.executable\nclient.bridge_file = lambda: {str(FAKE_BRIDGE)!r}"
    )
    return kernel


def interrupted(kernel: Kernel) -> tuple[str, Process]:
    """Start a build and interrupt it; return the cell and the bridge."""
    pid = kernel.pid
    cell = kernel.start("%build_extension anything")
    kernel.wait_for_phase(cell, "building")
    [bridge] = [child for child in Process(pid).children() if str(FAKE_BRIDGE) in child.cmdline()]
    kernel.interrupt()
    return cell, bridge


def test_a_bridge_that_does_not_end_a_cancelled_build_is_killed(deaf: Kernel) -> None:
    deaf.run("run.CANCEL_LIMIT = 0.1")
    cell, bridge = interrupted(deaf)
    ended = deaf.wait(cell).expect("cancelled")
    assert ended.error is not None and ended.error["ename"] == "KeyboardInterrupt"
    assert left_of([bridge], within=2) == []


def test_a_second_interrupt_kills_the_bridge_without_waiting(deaf: Kernel, tmp_path: Path) -> None:
    deaf.run("run.CANCEL_LIMIT = 600")
    cell, bridge = interrupted(deaf)
    while "task/cancel" not in (tmp_path / "received").read_text():
        time.sleep(0.005)  # nothing tells the test when the bridge has received a message
    deaf.interrupt()
    ended = deaf.wait(cell).expect("cancelled")
    assert ended.error is not None and ended.error["ename"] == "KeyboardInterrupt"
    assert left_of([bridge], within=2) == []
