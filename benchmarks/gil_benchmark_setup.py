"""Set-up that the GIL lab's benchmarks share: its test crate, built for this interpreter, and a busy machine."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "extension" / "kernel"))


@contextmanager
def built_cases() -> Iterator[ModuleType]:
    """The module `gil_cases`; child processes can import it too."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "maturin", "build", "--release", "--quiet"]
        crate = ROOT / "extension" / "kernel" / "tests" / "gil" / "gil_cases"
        subprocess.run([*command, "--interpreter", sys.executable, "--out", folder], cwd=crate, check=True)
        [wheel] = Path(folder).glob("*.whl")
        zipfile.ZipFile(wheel).extractall(folder)
        sys.path.insert(0, folder)
        import gil_cases

        yield gil_cases


@contextmanager
def busy(processes: int) -> Iterator[None]:
    """Keep this many processes computing during the block, each in a session of its own."""
    started = [
        subprocess.Popen([sys.executable, "-c", "while True: pass"], start_new_session=True)
        for _ in range(processes)
    ]
    try:
        yield
    finally:
        for process in started:
            process.kill()
            process.wait()
