"""The GIL lab warns of functions whose build is not the one in use."""

from __future__ import annotations

from pathlib import Path

from kernel_support.crates import Crate
from kernel_support.kernel import Kernel


def test_functions_of_an_earlier_build_get_a_warning_and_those_in_use_do_not(
    kernel: Kernel, tmp_path: Path
) -> None:
    crate = Crate.mixed(tmp_path / "second", "second")
    kernel.built("second")
    kernel.run("import second\nkept = [second.answer, second.twice]")
    crate.answers(1, 2)
    generation = kernel.built("second")["result"]["generation"]
    kernel.run("from jupyterlab_maturin.gil import compare")
    in_use = "{'answer': second.answer, 'twice': second.twice, 'lambda': lambda: second.twice()}"
    assert not [warning for warning in kernel.evaluate(f"compare({in_use}).warnings") if "build" in warning]
    old = "{'native': kept[0], 'python': kept[1]}"
    warnings = " ".join(kernel.evaluate(f"compare({old}).warnings"))
    assert f"native is from a build before {generation}" in warnings
    assert f"python is from a build before {generation}" in warnings
