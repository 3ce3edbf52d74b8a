"""The folder from which this process, and every process it starts, imports the modules that were built.

It holds a symbolic link to each entry of the generations in use. It is on ``sys.path``, which the children that
``multiprocessing`` spawns inherit, and on ``PYTHONPATH``, which any other Python that this process starts reads.

What has the name of something that is installed is linked in a folder inside it, which is on ``sys.path`` only: the notebook's
own code and its workers use the build, and ``pip``, say, goes on with the ``requests`` that it was installed with.
"""

from __future__ import annotations

import atexit
import importlib.metadata
import os
import shutil
import sys
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

from jupyterlab_maturin.reload.generation_finder import importable

#: The folder inside, for what other programs are not to find. Nothing can be imported by such a name.
_KEPT = ".kept"

_folder: Path | None = None
#: The process that made the folder. A forked child uses its parent's folder until it loads something itself.
_owner = 0


def folders() -> list[str]:
    """Return the folders on ``sys.path`` from which this process imports builds; none before the first load."""
    return [] if _folder is None else [str(_folder), str(_folder / _KEPT)]


def path() -> Path:
    """Return this process's folder; the first call makes it and puts it first on both paths."""
    global _folder, _owner
    if _folder is not None and _owner == os.getpid():
        return _folder
    parents, before = _folder, folders()
    _folder, _owner = Path(tempfile.mkdtemp(prefix="jupyterlab-maturin-")), os.getpid()
    atexit.register(_remove, _folder, _owner)
    inner = before[1:] if before and before[1] in sys.path else []
    sys.path[:] = [str(_folder), *(entry for entry in sys.path if entry not in before)]
    if parents is not None and parents.is_dir():
        for link in _links(parents):
            (_folder / link.name).symlink_to(os.readlink(link))
    if inner:
        for link in _links(Path(inner[0])):
            (_kept() / link.name).symlink_to(os.readlink(link))
    others = [
        entry
        for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep)
        if entry not in ("", str(parents))
    ]
    os.environ["PYTHONPATH"] = os.pathsep.join([str(_folder), *others])
    return _folder


def point_at(old: Path | None, new: Path | None, kept: Collection[str] = ()) -> None:
    """Make this process and its children import the generation ``new`` where they imported ``old`` so far.

    The packages' metadata come too, so ``importlib.metadata.version`` tells what was built and not what is installed.
    Each link is replaced in one step, so a child that starts meanwhile finds the old entry or the new one, but never none.

    Args:
        old: the generation that was in use.
        new: the one that is to be.
        kept: the names of those entries of ``new`` that other programs are not to find.
    """
    links = path()
    # `*.libs` are shared libraries, which a native module looks for beside itself.
    others = [] if new is None else [*new.glob("*.dist-info"), *new.glob("*.libs")]
    names = [] if new is None else [*importable(new), *(entry.name for entry in others)]
    wanted = {(_kept() if name in kept else links) / name for name in names}
    for link in wanted:
        temporary = link.with_name(f".{link.name}.new")
        temporary.unlink(missing_ok=True)
        temporary.symlink_to(f"{new}/{link.name}")
        temporary.replace(link)
    for link in [*_links(links), *_links(links / _KEPT)]:
        target = Path(os.readlink(link)).parent
        if link not in wanted and (target == old or (target == new and link.name in names)):
            link.unlink(missing_ok=True)
    # What Python knows of these folders is older than a second change within one tick of the file system's clock.
    for folder in folders():
        sys.path_importer_cache.pop(folder, None)
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


def _kept() -> Path:
    """Return the folder that is on ``sys.path`` only; the first call makes it."""
    inner = path() / _KEPT
    inner.mkdir(mode=0o700, exist_ok=True)
    if str(inner) not in sys.path:
        sys.path.insert(
            sys.path.index(str(inner.parent)) + 1 if str(inner.parent) in sys.path else 0, str(inner)
        )
    return inner


def _links(folder: Path) -> Iterator[Path]:
    return (entry for entry in folder.iterdir() if entry.is_symlink()) if folder.is_dir() else iter(())


def _remove(folder: Path, owner: int) -> None:
    # A forked child runs its parent's exit handlers too, but the folder still belongs to the parent.
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)
