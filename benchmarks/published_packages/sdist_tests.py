"""A package's own tests, run with pytest against the build that a kernel has loaded. Runs in the kernel.

``in_fork`` forks the kernel, so the tests meet the very modules as they are after a reload, and leave nothing behind.
``in_child`` starts another Python, as a user's script would.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
import traceback
from pathlib import Path
from xml.etree import ElementTree

#: Seconds after which tests count as hung.
LONGEST = 240


def in_fork(folder: str, result: str, options: list[str]) -> dict[str, object]:
    """Run the tests in ``folder`` in a fork of this process; see :func:`counted` for what comes back."""
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            log = os.open(result + ".log", os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
            os.dup2(log, 1)
            os.dup2(log, 2)
            os.setsid()
            sys.stdin = open(os.devnull)  # noqa: SIM115 - ours until the fork ends
            sys.stdout = sys.__stdout__ = open(1, "w", buffering=1, closefd=False)  # noqa: SIM115
            sys.stderr = sys.__stderr__ = open(2, "w", buffering=1, closefd=False)  # noqa: SIM115
            os.chdir(folder)
            import pytest

            status = int(pytest.main([*_options(result), *options]))
        except BaseException:  # noqa: BLE001 - whatever a package's tests raise, this fork must end here
            traceback.print_exc()
        finally:
            os._exit(status)
    deadline = time.monotonic() + LONGEST
    while os.waitpid(pid, os.WNOHANG)[0] == 0:
        if time.monotonic() > deadline:
            os.killpg(pid, 9)
            os.waitpid(pid, 0)
            break
        time.sleep(0.1)  # a fork of ours tells nothing before it ends
    return counted(result)


def in_child(folder: str, needs: str, result: str, options: list[str]) -> dict[str, object]:
    """Run the tests in ``folder`` in a Python that this process starts."""
    path = os.pathsep.join([os.environ.get("PYTHONPATH", ""), needs])
    with open(result + ".log", "w") as log, contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(
            [sys.executable, "-m", "pytest", *_options(result), *options],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": path},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            timeout=LONGEST,
            check=False,
        )
    return counted(result)


def counted(result: str) -> dict[str, object]:
    """Return how many tests ran and passed, and the names of those that did not.

    ``passed`` is -1 when pytest did not come to its end; ``result`` + ``.log`` tells why.
    """
    if not Path(result).exists():
        return {"ran": 0, "passed": -1, "bad": []}
    ran = passed = 0
    bad = []
    for case in ElementTree.parse(result).getroot().iter("testcase"):
        outcome = {child.tag for child in case} & {"failure", "error", "skipped"}
        if outcome == {"skipped"}:
            continue
        ran += 1
        passed += not outcome
        if outcome:
            bad.append(f"{case.get('classname')}.{case.get('name')}")
    return {"ran": ran, "passed": passed, "bad": sorted(bad)}


def _options(result: str) -> list[str]:
    Path(result).unlink(missing_ok=True)
    # Some packages make every warning an error, also those about plugins that only other packages' tests need.
    return ["-q", "-p", "no:cacheprovider", "-o", "filterwarnings=", f"--junitxml={result}", "--maxfail=50"]
