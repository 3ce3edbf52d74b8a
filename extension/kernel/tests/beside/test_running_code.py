"""Scripts, tests, debuggers and other interpreters in a kernel that builds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from kernel_support.crates import Crate
from kernel_support.kernel import Kernel


def test_names_in_a_script_that_was_run_follow_with_its_functions(
    shared_kernel: Kernel, shared_folder: Path
) -> None:
    kernel = shared_kernel
    crate = Crate.pure(shared_folder / "scripted", "scripted")
    (shared_folder / "script.py").write_text(
        "from scripted import answer\n\n\ndef call():\n    return answer()\n"
    )
    kernel.built("scripted")
    kernel.run("%run script.py")
    crate.answers(1, 2)
    rebound = kernel.built("scripted")["result"]["rebound"]
    assert {"name": "answer", "where": "script.py"} in rebound
    assert kernel.evaluate("(call(), answer())") == (2, 2)


def test_pytest_in_the_kernel_tests_the_newest_build(shared_kernel: Kernel, shared_folder: Path) -> None:
    kernel = shared_kernel
    crate = Crate.pure(shared_folder / "tested", "tested")
    (shared_folder / "test_tested.py").write_text(
        "import tested\nfrom tested import answer\n\n\ndef test_both():\n    assert answer() == tested.answer() == 2\n"
    )
    kernel.built("tested")
    kernel.run("import pytest")
    run = "int(pytest.main(['-qq', '--no-summary', '-p', 'no:cacheprovider', 'test_tested.py']))"
    kernel.run(f"before = {run}")
    crate.answers(1, 2)
    kernel.built("tested")
    kernel.run(f"after = {run}")
    assert kernel.evaluate("(before, after)") == (1, 0)


def test_reset_takes_the_names_and_the_next_build_works(kernel: Kernel, crate: Crate) -> None:
    kernel.built("first")
    kernel.run("from first import answer")
    kernel.run("%reset -f")
    assert kernel.evaluate("'answer' in globals()") is False
    crate.answers(1, 2)
    kernel.built("first")
    kernel.run("from first import answer")
    crate.answers(2, 3)
    kernel.built("first")
    assert kernel.evaluate("answer()") == 3


def test_faulthandler_stays_on_and_hears_nothing_of_a_crash_in_a_trial_import(
    kernel: Kernel, crate: Crate, tmp_path: Path
) -> None:
    kernel.built("first")
    kernel.run("import faulthandler, first\nlog = open('faults', 'w')\nfaulthandler.enable(log)")
    crate.edit(
        "    #[pyfunction]\n",
        "    #[pymodule_init]\n    fn init(_: &Bound<'_, PyModule>) -> PyResult<()> { std::process::abort() }\n"
        "    #[pyfunction]\n",
    )
    kernel.build("first").expect("failed")
    assert kernel.evaluate("(faulthandler.is_enabled(), first.answer())") == (True, 1)
    assert (tmp_path / "faults").read_text() == ""


def test_a_debugger_may_be_attached(kernel: Kernel, crate: Crate) -> None:
    kernel.built("first")
    kernel.run("from first import answer")
    for command, arguments in (
        ("initialize", {"clientID": "test", "adapterID": "", "linesStartAt1": True}),
        ("attach", {}),
        ("configurationDone", {}),
    ):
        assert debug(kernel, command, arguments)["success"]
    assert kernel.evaluate("__import__('sys').modules['pydevd'].get_global_debugger() is not None")
    crate.answers(1, 2)
    kernel.built("first")
    assert kernel.evaluate("answer()") == 2
    # The debugger puts itself into each Python that the kernel starts, and what it prints there would be quoted here.
    crate.edit(
        "    #[pyfunction]\n",
        "    #[pymodule_init]\n    fn init(_: &Bound<'_, PyModule>) -> PyResult<()> { std::process::abort() }\n"
        "    #[pyfunction]\n",
    )
    assert "(SIGABRT) in a trial import" in kernel.build("first").expect("failed").payload["error"]["message"]
    assert debug(kernel, "disconnect", {"restart": False, "terminateDebuggee": False})["success"]
    assert kernel.evaluate("answer()") == 2


def debug(kernel: Kernel, command: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """Send a request of the debug adapter protocol as JupyterLab does, and return the answer."""
    client = kernel.client
    request = {"type": "request", "seq": 1, "command": command, "arguments": arguments}
    message = client.session.msg("debug_request", request)
    client.control_channel.send(message)
    while True:
        reply = client.get_control_msg(timeout=60)
        if reply["parent_header"].get("msg_id") == message["header"]["msg_id"]:
            content: dict[str, Any] = reply["content"]
            return content


#: Runs code in a subinterpreter, with the modules that this Python has for it.
SUBINTERPRETER = """
import sys
if sys.version_info >= (3, 13):
    import _interpreters as interpreters; run = interpreters.exec
else:
    import _xxsubinterpreters as interpreters; run = interpreters.run_string
run(interpreters.create(), '''
import sys
sys.path[:] = {path!r}
try:
    from jupyterlab_maturin import build_extension
except Exception as error:
    result = f"{{type(error).__name__}}: {{error}}"
else:
    result = "it was imported"
with open("result", "w") as file:
    file.write(result)
'''.format(path=sys.path))
"""


@pytest.mark.every_python
def test_a_build_in_a_subinterpreter_is_refused_in_a_sentence(
    shared_kernel: Kernel, shared_folder: Path
) -> None:
    cell = shared_kernel.run(SUBINTERPRETER)
    assert cell.error is None
    assert (shared_folder / "result").read_text().startswith("CrateError: Building in a subinterpreter: ")
