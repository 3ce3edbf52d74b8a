"""Two kernels build the same crate at the same time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from kernel_support.crates import Crate
from kernel_support.kernel import Kernel

pytestmark = pytest.mark.slow


def test_two_kernels_build_one_crate_at_the_same_moment_ten_times(
    start_kernel: Callable[..., Kernel], crate: Crate
) -> None:
    kernels = [start_kernel(), start_kernel()]
    for kernel in kernels:
        kernel.built("first")
        kernel.run("from first import answer")
    for number in range(1, 11):
        crate.answers(number, number + 1)
        cells = [kernel.start("%build_extension first") for kernel in kernels]
        for kernel, cell in zip(kernels, cells, strict=True):
            kernel.wait(cell).expect("done")
        assert [kernel.evaluate("answer()") for kernel in kernels] == [number + 1] * 2
