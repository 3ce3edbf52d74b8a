"""An initialiser that ends the process ends a child process, and costs no kernel."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import psutil
import pytest
from kernel_support.crates import Crate
from kernel_support.kernel import Kernel
from kernel_support.processes import left_of

INITIALISER = """    #[pymodule_init]
    fn init(_: &Bound<'_, PyModule>) -> PyResult<()> {{
        #[allow(unused_imports)]
        use std::{{hint::black_box, ptr::null}};
        {body}
        Ok(())
    }}

    #[pyfunction]
"""

RECURSION = """fn deeper(n: u64) -> u64 { black_box(deeper(black_box(n + 1)) + 1) }
        black_box(deeper(0));"""
CALLBACK = """extern "C" fn callback() { panic!("the sky fell") }
        callback();"""

#: How an initialiser takes the process down: its body, what the kernel says of it, and the crate's layout.
CRASHES = {
    "aborts": ("std::process::abort();", "(SIGABRT)", Crate.pure),
    "null": ("unsafe { black_box(null::<u8>()).read_volatile() };", "(SIGSEGV", Crate.mixed),
    "recurses": (RECURSION, "(SIG", Crate.pure),
    "exits": ("std::process::exit(3);", "(exit code 3)", Crate.mixed),
    "panics": (CALLBACK, "(SIGABRT: ", Crate.pure),
}


def with_initialiser(crate: Crate, body: str) -> None:
    crate.edit("    #[pyfunction]\n", INITIALISER.format(body=body))


@pytest.mark.every_python
@pytest.mark.parametrize("name", CRASHES)
def test_an_initialiser_that_ends_the_process_costs_no_variable(
    shared_kernel: Kernel, shared_folder: Path, name: str
) -> None:
    kernel, (body, how, layout) = shared_kernel, CRASHES[name]
    crate = layout(shared_folder / name, name)
    good = kernel.built(name)["result"]["generation"]
    kernel.run(f"import {name}\nfrom {name} import answer\nmine = ['kept']")
    with_initialiser(crate, body)
    cell = kernel.build(name).expect("failed")
    assert cell.error is not None and cell.error["ename"] == "ReloadError"
    message = cell.error["evalue"]
    assert message.startswith(f"Importing {name}")
    assert f"its initialiser ended the process {how}" in message
    assert f"build {good} stays in use" in message and "\n" not in message
    assert cell.payload["previous"] == good
    assert kernel.evaluate(f"(mine, {name}.answer(), answer())") == (["kept"], 1, 1)
    beside = kernel.run(f"import jupyterlab_maturin\njupyterlab_maturin.generation({name!r}, {good + 1})")
    assert beside.error is not None and "in a trial import" in beside.error["evalue"]
    crate.edit(body, "")
    crate.answers(1, 2)
    kernel.built(name)
    assert kernel.evaluate(f"(mine, {name}.answer(), answer())") == (["kept"], 2, 2)


def test_a_first_build_that_would_end_the_process_leaves_no_module_behind(
    shared_kernel: Kernel, shared_crate: Crate
) -> None:
    with_initialiser(shared_crate, "std::process::abort();")
    cell = shared_kernel.build("first").expect("failed")
    assert "stays in use" not in cell.payload["error"]["message"]
    assert shared_kernel.evaluate("'first' in __import__('sys').modules") is False


#: What an initialiser does that says that it has begun, and then never returns; it holds the GIL, as initialisers do.
HANG = (
    'std::fs::write("began", std::process::id().to_string()).unwrap();\n        loop { std::thread::park(); }'
)


def hanging(began: Path) -> psutil.Process:
    """Wait until an initialiser hangs, and return its process."""
    while not began.exists() or not began.read_text():
        time.sleep(0.005)  # nothing tells when a process that is not our own child has written a file
    return psutil.Process(int(began.read_text()))


def test_an_initialiser_that_hangs_is_stopped_and_its_import_is_not_tried_again(
    kernel: Kernel, crate: Crate, tmp_path: Path
) -> None:
    good = kernel.built("first")["result"]["generation"]
    kernel.run("import first\nfrom jupyterlab_maturin.reload import trial_import\ntrial_import.LIMIT = 1")
    # Only the first process that gets there hangs, so that the kernel's own import returns.
    with_initialiser(crate, f'if !std::path::Path::new("began").exists() {{ {HANG} }}')
    crate.answers(1, 2)
    cell = kernel.build("first").expect("failed")
    assert "had not returned after 1 s" in cell.payload["error"]["message"]
    assert f"build {good} stays in use" in cell.payload["error"]["message"]
    assert not psutil.pid_exists(int((tmp_path / "began").read_text()))
    assert kernel.evaluate("first.answer()") == 1
    kernel.run("trial_import._run = None  # a second trial would fail with this")
    kernel.built("first")
    assert kernel.evaluate("first.answer()") == 2


@pytest.mark.parametrize("end", ["the kernel is killed", "the kernel is interrupted"])
def test_a_trial_import_ends_with_what_started_it(
    kernel: Kernel, crate: Crate, tmp_path: Path, end: str
) -> None:
    with_initialiser(crate, HANG)
    started = kernel.start("%build_extension first")
    child = hanging(tmp_path / "began")
    if end == "the kernel is interrupted":
        kernel.interrupt()
        assert kernel.wait(started).payload["phase"] == "cancelled"
        assert kernel.evaluate("1 + 1") == 2
    else:
        psutil.Process(child.ppid()).send_signal(signal.SIGKILL)
    assert left_of([child], within=5) == []
