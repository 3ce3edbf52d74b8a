"""How long `verify` takes to show its first test result, on an exercise that is built.

    python benchmarks/verify_latency.py [--runs N] [ID]

Makes a course to learn in, builds the exercise once, then verifies it again and again as a terminal does: Node's
start, maturin's look at the crate, pytest's start and the first test are all in the number. A kernel, whose bridge
already runs, is faster by Node's start. Each run has a session of its own, as a kernel's bridge has.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: Seconds within which the first result should be there.
WANTED = 1.5


def main() -> int:
    """Print the seconds to the first result; return 1 when the median is above what is wanted."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("exercise", nargs="?", default="01_intro/03_functions")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    command = [sys.executable, "-m", "jupyterlab_maturin.cli"]
    environment = {
        **os.environ,
        "CARGO_TARGET_DIR": str(ROOT / ".cache" / "test-target" / str(sys.implementation.cache_tag)),
    }
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder) / "course"
        subprocess.run([*command, "course", str(course)], check=True, env=environment, capture_output=True)
        verify = [*command, "verify", options.exercise, "--json"]
        built, _ = first_result(verify, course, environment)
        print(f"{options.exercise}: {built:.2f} s with the build")
        runs = [first_result(verify, course, environment) for _ in range(options.runs)]
    firsts = [first for first, _ in runs]
    print(f"first result, built: median {statistics.median(firsts):.2f} s, slowest {max(firsts):.2f} s")
    print(f"of it building:      median {statistics.median(building for _, building in runs):.2f} s")
    good = statistics.median(firsts) <= WANTED
    print(f"wanted: {WANTED} s: {'yes' if good else 'no'}")
    return 0 if good else 1


def first_result(command: list[str], course: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Return the seconds to the first test's result, and those until the tests began."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=course, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    first = testing = None
    for line in process.stdout:
        kind = json.loads(line)["kind"]
        elapsed = time.perf_counter() - started
        if kind == "testing":
            testing = elapsed
        if kind == "test" and first is None:
            first = elapsed
    process.wait()
    if first is None or testing is None:
        raise SystemExit(f"{' '.join(command)} gave no test result")
    return first, testing


if __name__ == "__main__":
    sys.exit(main())
