"""The folder from which this kernel and the processes it starts import what was built.

It holds a symbolic link to each entry of the generations in use. Being on ``sys.path`` it serves the children that
``multiprocessing`` spawns (they take over their parent's path), being on ``PYTHONPATH`` it serves any other Python
that the kernel starts.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

_folder: Path | None = None
#: The process that made it. A forked child has its parent's until it loads something of its own.
_owner = 0


def folder() -> Path:
    """Return the folder of this process, made and put first on both paths when there is none yet."""
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


def point_at(old: Path | None, new: Path) -> None:
    """Make children import the generation ``new`` where they imported ``old``.

    Each link is replaced in one step, so a child that starts meanwhile finds the one or the other.
    """
    links = folder()
    for name in _importable(new):
        beside = links / f".{name}.new"
        beside.unlink(missing_ok=True)
        beside.symlink_to(new / name)
        beside.replace(links / name)
    if old is None or old == new:
        return
    for link in links.iterdir():
        if link.is_symlink() and Path(os.readlink(link)).parent == old:
            link.unlink(missing_ok=True)


def without(environment: dict[str, str]) -> dict[str, str]:
    """Return ``environment`` as it would be without this folder: builds must not depend on what was built."""
    if _folder is None or "PYTHONPATH" not in environment:
        return environment
    rest = [entry for entry in environment["PYTHONPATH"].split(os.pathsep) if entry != str(_folder)]
    cleaned = {**environment, "PYTHONPATH": os.pathsep.join(rest)}
    if not cleaned["PYTHONPATH"]:
        del cleaned["PYTHONPATH"]
    return cleaned


def _importable(generation: Path) -> list[str]:
    return [
        entry.name
        for entry in generation.iterdir()
        if not entry.name.startswith((".", "__"))
        and not entry.name.endswith((".dist-info", ".data", ".libs", ".json"))
    ]


def _remove(path: Path, owner: int) -> None:
    # A forked child that exits runs its parent's exit handlers; the folder is still the parent's.
    if os.getpid() == owner:
        shutil.rmtree(path, ignore_errors=True)
