"""What a build extension cell costs on top of maturin itself.

Two contestants build the same warm crate after the same kind of edit, turn about, each in a session of its own
(a process that shares a busy shell's session gets a smaller share of the processor):

- `maturin build`, with the flags and the environment that the bridge gives it
- the cell `%build_extension`, from the moment it is run to its reply

Prints the medians in milliseconds, the difference (the aim is 150 ms at most), and the bridge's resident memory
(the limit is 100 MiB).

    python benchmarks/build_overhead.py [--rounds 15]
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager

KERNEL_PACKAGE = Path(__file__).parents[1] / "extension" / "kernel"
MANIFEST = """[package]
name = "bench"
version = "0.1.0"
edition = "2024"

[lib]
crate-type = ["cdylib"]

[dependencies]
pyo3 = "0.29"
"""
SOURCE = """use pyo3::prelude::*;

#[pymodule]
mod bench {
    use super::*;

    #[pyfunction]
    fn answer() -> u64 {
        NUMBER
    }
}
"""
#: Milliseconds that the cell may cost on top of maturin.
AIM = 150


class Contest:
    """A crate, a kernel, and the two ways to build."""

    def __init__(self, folder: Path) -> None:
        self.crate = folder / "bench"
        self.wheels = folder / "wheels"
        (self.crate / "src").mkdir(parents=True)
        (self.crate / "Cargo.toml").write_text(MANIFEST)
        self.number = 0
        self.environment = {
            **os.environ,
            "CARGO_TARGET_DIR": str(folder / "target"),
            "PYTHONPATH": str(KERNEL_PACKAGE),
            # What the bridge sets: with another environment the two would rebuild each other's work.
            "CARGO_PROFILE_RELEASE_INCREMENTAL": "true",
        }
        self.manager = KernelManager(kernel_name="python3")
        self.manager.start_kernel(cwd=str(folder), env=self.environment)
        self.client: BlockingKernelClient = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)
        self.cell("%load_ext jupyterlab_maturin")

    def edit(self) -> None:
        """Change the number that the function returns."""
        self.number += 1
        (self.crate / "src" / "lib.rs").write_text(SOURCE.replace("NUMBER", str(self.number)))

    def cell(self, code: str) -> float:
        """Run a cell; return the seconds until its reply."""
        began = time.perf_counter()
        reply = self.client.execute_interactive(code, timeout=600, output_hook=lambda message: None)
        assert reply["content"]["status"] == "ok", reply["content"]
        return time.perf_counter() - began

    def maturin(self) -> float:
        """Run maturin as the bridge does; return the seconds it took."""
        command = [
            find_maturin(),
            "build",
            "--release",
            "--interpreter",
            sys.executable,
            "--auditwheel",
            "skip",
        ]
        shutil.rmtree(self.wheels, ignore_errors=True)
        began = time.perf_counter()
        subprocess.run(
            [*command, "--out", str(self.wheels)],
            cwd=self.crate,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            start_new_session=True,
            check=True,
        )
        return time.perf_counter() - began

    def resident(self) -> float:
        """Return the bridge's resident memory in MiB."""
        for process in psutil.Process().children(recursive=True):
            if any("bridge.mjs" in word for word in process.cmdline()):
                return float(process.memory_info().rss) / 2**20
        raise SystemExit("the kernel has no bridge")

    def close(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel()


def find_maturin() -> str:
    """Return maturin, which may lie beside the interpreter without being on PATH."""
    beside = Path(sys.executable).with_name("maturin")
    return str(beside) if beside.exists() else str(shutil.which("maturin"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="build-overhead-") as folder:
        contest = Contest(Path(folder))
        contestants = {
            "maturin build": contest.maturin,
            "the cell": lambda: contest.cell("%build_extension bench"),
        }
        try:
            seconds: dict[str, list[float]] = {name: [] for name in contestants}
            for number in range(-2, rounds):  # two rounds to warm up
                order = list(contestants) if number % 2 else list(reversed(contestants))
                for name in order:
                    contest.edit()
                    took = contestants[name]()
                    if number >= 0:
                        seconds[name].append(took)
            medians = {name: 1000 * statistics.median(times) for name, times in seconds.items()}
            for name, milliseconds in medians.items():
                spread = [1000 * take(seconds[name]) for take in (min, max)]
                print(
                    f"{name:<15}{milliseconds:8.0f} ms   ({spread[0]:.0f} to {spread[1]:.0f}, {rounds} rounds)"
                )
            print(
                f"{'difference':<15}{medians['the cell'] - medians['maturin build']:8.0f} ms   (the aim: {AIM} at most)"
            )
            print(f"{'bridge':<15}{contest.resident():8.0f} MiB resident   (the limit: 100)")
        finally:
            contest.close()


if __name__ == "__main__":
    main()
