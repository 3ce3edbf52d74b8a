"""The crate whose functions treat the GIL in every way that the GIL lab must tell apart."""

from __future__ import annotations

import fcntl
import importlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

CRATE = Path(__file__).parent / "gil_cases"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what calls the crate's functions as quiet: it measures what the GIL does meanwhile."""
    for item in items:
        if "cases" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.quiet)


@pytest.fixture(scope="session")
def cases(cargo_target: Path, tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The module `gil_cases`, built for this interpreter; child processes can import it too."""
    wheels, site = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "maturin", "build", "--release", "--quiet"]
    # Two maturin processes that share a target directory disturb each other, so they take turns.
    with (cargo_target / "gil_cases.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        subprocess.run(
            [*command, "--interpreter", sys.executable, "--out", str(wheels)],
            cwd=CRATE,
            env={**os.environ, "CARGO_TARGET_DIR": str(cargo_target)},
            check=True,
        )
    [wheel] = wheels.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(site)
    sys.path.insert(0, str(site))
    os.environ["PYTHONPATH"] = os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")]).rstrip(
        os.pathsep
    )
    return importlib.import_module("gil_cases")


@pytest.fixture(autouse=True)
def the_switch_interval_is_left_alone() -> Iterator[None]:
    """Every test here also claims that the switch interval is restored."""
    before = sys.getswitchinterval()
    yield
    assert sys.getswitchinterval() == before


@pytest.fixture(
    params=[
        pytest.param(0, id="idle"),
        pytest.param(4, id="beside four busy processes", marks=pytest.mark.slow),
    ]
)
def busy(request: pytest.FixtureRequest) -> Iterator[None]:
    """Run the test alone, and beside four processes that compute."""
    processes = [
        subprocess.Popen([sys.executable, "-c", "while True: pass"], start_new_session=True)
        for _ in range(request.param)
    ]
    yield
    for process in processes:
        process.kill()
        process.wait()
