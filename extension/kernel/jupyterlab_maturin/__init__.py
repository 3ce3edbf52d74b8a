"""Build extension cells: build the Rust crate beside a notebook and swap it into the live kernel.

``%load_ext jupyterlab_maturin`` adds the magics; :func:`build_extension` is the same from Python;
``generation`` loads an earlier build beside the newest; ``jupyterlab_maturin.gil`` shows what a call does with the GIL.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from jupyterlab_maturin.errors import (
    BridgeError,
    BuildError,
    BuildExtensionError,
    CrateError,
    MissingExtraError,
    ReloadError,
    ToolError,
)

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from jupyterlab_maturin.build.build_extension import build_extension
    from jupyterlab_maturin.build.result import Build
    from jupyterlab_maturin.reload.beside import generation
    from jupyterlab_maturin.reload.report import Rebound, Stale

__all__ = [
    "BridgeError",
    "Build",
    "BuildError",
    "BuildExtensionError",
    "CrateError",
    "MissingExtraError",
    "Rebound",
    "ReloadError",
    "Stale",
    "ToolError",
    "build_extension",
    "generation",
    "gil",
    "load_ipython_extension",
]

__version__ = "0.1.0"

# Fetched when first asked for: importing this package should cost a notebook nothing.
_ELSEWHERE = {
    "Build": "jupyterlab_maturin.build.result",
    "Rebound": "jupyterlab_maturin.reload.report",
    "Stale": "jupyterlab_maturin.reload.report",
    "build_extension": "jupyterlab_maturin.build.build_extension",
    "generation": "jupyterlab_maturin.reload.beside",
}


def __getattr__(name: str) -> Any:
    if name == "gil":
        return importlib.import_module("jupyterlab_maturin.gil")
    if name in _ELSEWHERE:
        return getattr(importlib.import_module(_ELSEWHERE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Add the magics to ``shell``; IPython calls this for ``%load_ext jupyterlab_maturin``."""
    from jupyterlab_maturin.magics import register

    register(shell)


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Tell ``jupyter labextension develop`` where the JupyterLab extension lies."""
    return [{"src": "labextension", "dest": "jupyterlab-maturin"}]
