"""A build on disk that is no longer what was written is not loaded: a build makes a new one, and ``--use`` says why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kernel_support.crates import Crate
from kernel_support.kernel import Kernel


def test_a_library_that_was_cut_is_built_again_and_nothing_loads_it(
    start_kernel: Callable[..., Kernel], crate: Crate
) -> None:
    first = start_kernel()
    result = first.built("first")["result"]
    number, library = int(result["generation"]), Path(result["library"])
    beginning = library.read_bytes()[:1000]
    library.unlink()
    library.write_bytes(beginning)

    kernel = start_kernel()
    cell = kernel.build(f"first --use {number}")
    assert cell.error is not None and cell.error["ename"] == "ReloadError"
    assert f"build {number} is not loaded, because its files are not those that were" in cell.error["evalue"]
    history = kernel.build("first --history").output.bundle["text/plain"]
    assert "not usable: its files are not those that were written" in history

    payload = kernel.built("first")
    assert payload["result"]["generation"] == number + 1
    assert [note for note in payload["notes"] if f"build {number} on disk is not used again" in note]
    assert kernel.evaluate("__import__('first').answer()") == 1
    cell = kernel.run(f"import jupyterlab_maturin\njupyterlab_maturin.generation('first', {number})")
    assert cell.error is not None and cell.error["ename"] == "ReloadError"
    assert "it is not loaded, because its files" in cell.error["evalue"]

    library = Path(payload["result"]["library"])
    library.unlink()
    assert kernel.built("first")["result"]["generation"] == number + 2
    assert kernel.evaluate("__import__('first').answer()") == 1
