"""One kernel and one edit for all claims of a file: what the notebook held, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kernel_support.kernel import Kernel
from reload_cases.crate import EveryCrate
from reload_cases.edited import UNHURRIED, Edited

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is claimed of a reload is claimed of every Python."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.second_in_full)


@pytest.fixture(scope="module", params=["mixed", pytest.param("pure", marks=pytest.mark.slow)])
def layout(request: pytest.FixtureRequest) -> str:
    """Whether the crate has Python files of its own."""
    return str(request.param)


@pytest.fixture(scope="module")
def edited(
    request: pytest.FixtureRequest,
    layout: str,
    kernel_environment: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Edited]:
    """A notebook that ran the test file's ``NOTEBOOK`` after the first build, and then built the second version.

    ``BESIDE`` are files beside the notebook; ``NOTEBOOK_MIXED`` is a further cell for the mixed layout.
    """
    module = request.module
    folder = tmp_path_factory.mktemp(f"{module.__name__}-{layout}")
    for name, text in getattr(module, "BESIDE", {}).items():
        (folder / name).write_text(text)
    crate = EveryCrate.first(folder / "crate", layout)
    kernel = Kernel(folder, kernel_environment)
    try:
        kernel.run("%load_ext jupyterlab_maturin")
        kernel.run(UNHURRIED)
        kernel.built("crate")
        cells = [module.NOTEBOOK]
        if layout == "mixed":
            cells.append(getattr(module, "NOTEBOOK_MIXED", ""))
        for cell in cells:
            ran = kernel.run(cell)
            assert ran.error is None, ran.error
        crate.write(2)
        yield Edited(kernel, crate, kernel.built("crate")["result"])
    finally:
        kernel.shut_down()
