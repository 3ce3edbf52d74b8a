"""Which generations on disk are in use, and which may be removed.

A process that uses a generation holds a shared lock on its directory. The operating system releases that lock when the
process ends, however it ends.
"""

from __future__ import annotations

import fcntl
import itertools
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from jupyterlab_maturin.reload.look import UnfitGenerationError, fault_of, is_number, read_manifest

#: How many generations that no process uses are kept, so that one can look at them or go back by hand.
KEPT = 5


@dataclass(slots=True)
class Hold:
    """This process's claim on a generation."""

    directory: Path
    descriptor: int
    #: The claim on the generation that ``directory`` is a copy of.
    original: Hold | None = None

    @property
    def generation(self) -> Path:
        """The generation itself, where ``directory`` may be a copy of it."""
        return self.directory if self.original is None else self.original.directory

    def release(self) -> None:
        """Give up the claim. What was loaded stays loaded: a mapped library remains when its file is removed."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1
        if self.original is not None:
            self.original.release()


#: The folders that this process has imported from, or tried to.
_imported_from: set[Path] = set()
#: The claims on generations that a person asked for by their number. They end with the process.
_pinned: dict[Path, Hold] = {}
_COPY = re.compile(r"\d+\.again-\d+-\d+")
#: How the folder of a generation is opened. A link in its place is somebody else's, and is not followed.
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


def pin(directory: Path) -> None:
    """Keep the generation in ``directory`` for as long as this process lives.

    Raises:
        FileNotFoundError: it was removed.
    """
    if directory not in _pinned:
        _pinned[directory] = hold(directory)


def is_pinned(directory: Path) -> bool:
    """Tell whether this process has pinned the generation in ``directory``."""
    return directory in _pinned


def hold_to_import(directory: Path) -> Hold:
    """Claim the generation in ``directory``, and return a folder with its files from which this process has not imported yet.

    That is the generation's own folder the first time, and a copy after that: ``dlopen`` returns the old library for a
    file that it has seen, with everything that is in its statics, and PyO3 refuses to initialise a library twice.
    A copy has no number of its own. The next generation of a crate is only made when it differs from the newest one, and a
    copy of an old build would be that one, for every kernel.

    Raises:
        UnfitGenerationError: it is not the user's own, or not as it was written.
        OSError: the generation was removed before it could be claimed, or there is no space for a copy.
    """
    original = hold(directory)
    fault = fault_of(directory)
    if fault is not None:
        original.release()
        raise UnfitGenerationError(fault)
    if directory not in _imported_from:
        _imported_from.add(directory)
        return original
    try:
        copy = _copy(original)
    except BaseException:
        original.release()
        raise
    _imported_from.add(copy.directory)
    return copy


def _copy(original: Hold) -> Hold:
    directory = original.directory
    for attempt in itertools.count(1):
        copy = directory.with_name(f"{directory.name}.again-{os.getpid()}-{attempt}")
        try:
            copy.mkdir(mode=0o700)
            claim = hold(copy)
        except FileExistsError:
            continue  # an earlier copy, or one that a process of the same number left
        except FileNotFoundError:
            if not directory.is_dir():
                raise
            continue  # another process took it for one that nobody uses
        shutil.copytree(directory, copy, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        claim.original = original
        return claim
    raise AssertionError("unreachable")


def library_of(directory: Path) -> Path | None:
    """Return the native library of the generation in ``directory``; None when its manifest names none in there."""
    library = read_manifest(directory).get("library")
    if not isinstance(library, str) or "\0" in library:
        return None
    path = Path(os.path.normpath(directory / library))
    return path if path.is_relative_to(directory) else None


def numbered(modules: Path) -> list[Path]:
    """Return the generations in the folder of a module, the lowest number first."""
    try:
        with os.scandir(modules) as entries:
            found = [
                Path(entry.path)
                for entry in entries
                if is_number(entry.name) and entry.is_dir(follow_symlinks=False)
            ]
    except OSError:
        return []
    return sorted(found, key=lambda entry: int(entry.name))


def hold(directory: Path) -> Hold:
    """Claim the generation in ``directory`` so that no kernel removes it.

    Raises:
        FileNotFoundError: it was removed before it could be claimed.
    """
    descriptor = os.open(directory, _FOLDER)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    if not directory.is_dir():
        os.close(descriptor)
        raise FileNotFoundError(directory)
    return Hold(directory, descriptor)


def prune(directory: Path) -> None:
    """Remove generations beside ``directory``: all that no process holds, except the newest few of these.

    Of the copies, none is kept that no process holds.
    """
    unused = 0
    for generation in reversed(numbered(directory.parent)):
        if _remove_unless_held(generation, keep=unused < KEPT):
            unused += 1
    for copy in directory.parent.glob("*.again-*"):
        if _COPY.fullmatch(copy.name):
            _remove_unless_held(copy, keep=False)


def _remove_unless_held(directory: Path, keep: bool) -> bool:
    """Remove a folder that no process holds; return whether none does."""
    try:
        descriptor = os.open(directory, _FOLDER)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not keep:
            shutil.rmtree(directory, ignore_errors=True)
        return True
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
