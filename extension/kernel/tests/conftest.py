"""Real kernels and real crates for every test."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kernel_support.crates import Crate
from kernel_support.kernel import Kernel

REPOSITORY = Path(__file__).parents[3]

#: What this environment's own settings must not decide for the tests.
UNSET = (
    "CARGO_TARGET_DIR",
    "CARGO_PROFILE_RELEASE_INCREMENTAL",
    "RUSTFLAGS",
    "VIRTUAL_ENV",
    "JPY_SESSION_NAME",
)


@pytest.fixture(scope="session")
def cargo_target() -> Path:
    """The target directory of every crate that this process's tests build.

    Each worker of pytest-xdist has its own: in one directory their builds would wait for each other, and hand out each
    other's module of the same name. ``npm test`` provides them, with PyO3 compiled.
    """
    provided = os.environ.get("JUPYTERLAB_MATURIN_TEST_TARGETS")
    tag = str(sys.implementation.cache_tag)
    targets = Path(provided) if provided else REPOSITORY / ".cache" / "test-target" / tag
    target = targets / os.environ.get("PYTEST_XDIST_WORKER", "gw0")
    target.mkdir(parents=True, exist_ok=True)
    return target


@pytest.fixture(scope="session")
def kernel_environment(cargo_target: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a kernel under test: this checkout's Python package, our target directory, no user's settings."""
    environment = {name: value for name, value in os.environ.items() if name not in UNSET}
    environment["CARGO_TARGET_DIR"] = str(cargo_target)
    environment["IPYTHONDIR"] = str(tmp_path_factory.mktemp("ipython"))
    environment["PYTHONPATH"] = str(REPOSITORY / "extension" / "kernel")
    return environment


@pytest.fixture
def start_kernel(kernel_environment: dict[str, str], tmp_path: Path) -> Iterator[Callable[..., Kernel]]:
    """Start a kernel in ``tmp_path``, with the magics loaded; called twice, it gives two."""
    kernels: list[Kernel] = []

    def start(**environment: str) -> Kernel:
        kernel = Kernel(tmp_path, {**kernel_environment, **environment})
        kernels.append(kernel)
        kernel.run("%load_ext jupyterlab_maturin")
        return kernel

    yield start
    for kernel in kernels:
        kernel.shut_down()


@pytest.fixture
def kernel(start_kernel: Callable[..., Kernel]) -> Kernel:
    """One kernel with the magics loaded."""
    return start_kernel()


@pytest.fixture
def crate(tmp_path: Path) -> Crate:
    """A crate of the pure layout in ``tmp_path/first``, which defines ``answer() -> 1``."""
    return Crate.pure(tmp_path / "first", "first")


@pytest.fixture(scope="module")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the kernel that a module's tests share runs."""
    return tmp_path_factory.mktemp("shared")


@pytest.fixture(scope="module")
def shared_kernel(kernel_environment: dict[str, str], shared_folder: Path) -> Iterator[Kernel]:
    """One kernel for tests that leave it as they found it."""
    kernel = Kernel(shared_folder, kernel_environment)
    kernel.run("%load_ext jupyterlab_maturin")
    yield kernel
    kernel.shut_down()


@pytest.fixture(scope="module")
def shared_crate(shared_folder: Path) -> Crate:
    """The crate ``first`` beside the shared kernel."""
    return Crate.pure(shared_folder / "first", "first")
