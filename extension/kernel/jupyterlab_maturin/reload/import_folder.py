"""The folder from which this process, and every process it starts, imports the modules that were built.

It holds a symbolic link to each entry of the generations in use. It is on ``sys.path``, which the children that
``multiprocessing`` spawns inherit, and on ``PYTHONPATH``, which any other Python that this process starts reads.
"""

from __future__ import annotations

import atexit
import importlib.metadata
import os
import shutil
import sys
import tempfile
from pathlib import Path

from jupyterlab_maturin.reload.generation_finder import importable

_folder: Path | None = None
#: The process that made the folder. A forked child uses its parent's folder until it loads something itself.
_owner = 0


def current() -> Path | None:
    """Return the folder that this process imports builds from; None while it has none."""
    return _folder


def path() -> Path:
    """Return this process's folder; the first call makes it and puts it first on both paths."""
    global _folder, _owner
    if _folder is not None and _owner == os.getpid():
        return _folder
    parents, _folder, _owner = _folder, Path(tempfile.mkdtemp(prefix="jupyterlab-maturin-")), os.getpid()
    atexit.register(_remove, _folder, _owner)
    if parents is not None and parents.is_dir():
        for link in parents.iterdir():
            (_folder / link.name).symlink_to(os.readlink(link))
    sys.path[:] = [str(_folder), *(entry for entry in sys.path if entry != str(parents))]
    others = [
        entry
        for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep)
        if entry not in ("", str(parents))
    ]
    os.environ["PYTHONPATH"] = os.pathsep.join([str(_folder), *others])
    return _folder


def point_at(old: Path | None, new: Path | None) -> None:
    """Make this process and its children import the generation ``new`` where they imported ``old`` so far.

    The packages' metadata come too, so ``importlib.metadata.version`` tells what was built and not what is installed.
    Each link is replaced in one step, so a child that starts meanwhile finds the old entry or the new one, but never none.
    """
    links = path()
    # `*.libs` are shared libraries, which a native module looks for beside itself.
    others = [] if new is None else [*new.glob("*.dist-info"), *new.glob("*.libs")]
    names = [] if new is None else [*importable(new), *(entry.name for entry in others)]
    for name in names:
        temporary = links / f".{name}.new"
        temporary.unlink(missing_ok=True)
        temporary.symlink_to(f"{new}/{name}")
        temporary.replace(links / name)
    for link in links.iterdir() if old is not None else ():
        if link.name not in names and link.is_symlink() and Path(os.readlink(link)).parent == old:
            link.unlink(missing_ok=True)
    # What Python knows of this folder is older than a second change within one tick of the file system's clock.
    sys.path_importer_cache.pop(str(links), None)
    importlib.metadata.MetadataPathFinder().invalidate_caches()


def environment_without(environment: dict[str, str]) -> dict[str, str]:
    """Return ``environment`` without this folder, because a build must not depend on what was built before."""
    if _folder is None or "PYTHONPATH" not in environment:
        return environment
    rest = [entry for entry in environment["PYTHONPATH"].split(os.pathsep) if entry != str(_folder)]
    cleaned = {**environment, "PYTHONPATH": os.pathsep.join(rest)}
    if not cleaned["PYTHONPATH"]:
        del cleaned["PYTHONPATH"]
    return cleaned


def _remove(folder: Path, owner: int) -> None:
    # A forked child runs its parent's exit handlers too, but the folder still belongs to the parent.
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)
