"""Load a generation that the bridge built into this process."""

from __future__ import annotations

import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jupyterlab_maturin.errors import CrateError, ReloadError
from jupyterlab_maturin.interrupts import hold_interrupts
from jupyterlab_maturin.reload import import_folder
from jupyterlab_maturin.reload.generations import Hold, hold, prune
from jupyterlab_maturin.reload.rebind import Lineage, rebind
from jupyterlab_maturin.reload.report import Rebound, Reload, Stale
from jupyterlab_maturin.reload.swap import swap
from jupyterlab_maturin.reload.user_namespaces import user_namespaces


@dataclass(slots=True)
class Loaded:
    """The generation of a module that this process uses."""

    name: str
    generation: int
    manifest: str | None
    hold: Hold
    lineage: Lineage = field(default_factory=Lineage)


_loaded: dict[str, Loaded] = {}
_one_at_a_time = threading.RLock()


def generation_in_use(manifest: str | None) -> int | None:
    """Return which generation of the crate with this ``Cargo.toml`` is loaded; ``None`` when none is."""
    for loaded in _loaded.values():
        if manifest is not None and loaded.manifest == manifest:
            return loaded.generation
    return None


def load(
    name: str,
    generation: int,
    directory: Path,
    library: Path,
    manifest: str | None,
    variables: dict[str, Any],
) -> Reload:
    """Import the generation in ``directory`` in place of the one in use, and make the user's names follow.

    Args:
        name: the module to import.
        generation: its number.
        directory: the folder that holds it.
        library: the native library in that folder.
        manifest: the ``Cargo.toml`` of the crate it was built from.
        variables: the namespace that cells run in.

    Returns:
        What followed and what did not; ``changed`` is False, and nothing was touched, when exactly this generation
        was loaded already.

    Raises:
        CrateError: the name belongs to a module that does not come from a build extension cell.
        ReloadError: it could not be imported. The module that was in use is untouched.
    """
    top = name.partition(".")[0]
    with _one_at_a_time:
        in_use = _loaded.get(top)
        if in_use is not None and in_use.hold.directory == directory and top in sys.modules:
            return Reload(False, [], [])
        if in_use is None or top not in sys.modules:
            _refuse_foreign_module(top, in_use)
        try:
            claim = hold(directory)
        except OSError as error:
            raise ReloadError(
                f"Importing {top}: {directory} was removed before it could be loaded; build again."
            ) from error
        try:
            before, after = swap(top, directory, library)
        except BaseException:
            claim.release()
            raise
        with hold_interrupts():
            lineage = in_use.lineage if in_use is not None else Lineage()
            import_folder.point_at(in_use.hold.directory if in_use is not None else None, directory)
            _loaded[top] = Loaded(top, generation, manifest, claim, lineage)
            rebound: list[Rebound] = []
            stale: list[Stale] = []
            if before is not None and in_use is not None:
                rebound, stale = rebind(before, after, lineage, user_namespaces(variables, top))
            if in_use is not None:
                in_use.hold.release()
        prune(directory)
        return Reload(True, rebound, stale)


def _refuse_foreign_module(top: str, in_use: Loaded | None) -> None:
    """Raise CrateError when a module named ``top`` was imported that no build extension cell loaded.

    A folder that an earlier import took for a package does not count: it is often the crate's own folder.
    """
    if top in sys.stdlib_module_names or top in sys.builtin_module_names:
        raise CrateError(
            f"Importing {top}: Python's own standard library has a module of that name; "
            f"give [lib] name in Cargo.toml (and the #[pymodule]) another one."
        )
    module = sys.modules.get(top)
    if module is None or in_use is not None:
        return
    spec = getattr(module, "__spec__", None)
    if getattr(module, "__file__", None) is None and spec is not None and spec.origin is None:
        return  # a folder without __init__.py
    where = getattr(module, "__file__", None) or "this session"
    raise CrateError(
        f"Importing {top}: a module of that name from {where} is in use already; "
        f"restart the kernel and build before importing it, or give the crate's library another name."
    )
