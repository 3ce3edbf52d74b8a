"""Look at a generation before its code runs as the user: is it the user's own, and are its files those that were written?

The bridge looks in the same way before it hands out a generation again (``build/generation/look.ts``), and writes the digest
of the files into the manifest. Here it is looked at once more, right before it is imported.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

MANIFEST = "jupyterlab-maturin.json"
#: Bytes of the largest record that makes sense.
_LIMIT = 4 * 2**20
#: What may be written into a generation after it was made.
_ADDED_LATER = re.compile(r"(?:jupyterlab-maturin|\.?jupyterlab-maturin-surface)\.json(?:\.\d+)?")
#: The number of a generation, as the name of its folder.
_NUMBER = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)


class UnfitGenerationError(OSError):
    """A generation that must not be loaded. The message completes "because …"."""


def is_number(name: str) -> bool:
    """Tell whether a generation's folder can have this name."""
    return _NUMBER.fullmatch(name) is not None


def fault_of(directory: Path) -> str | None:
    """Return why the generation in ``directory`` cannot be used; None when it is the user's own and as it was written.

    Its files are read each time: their times can be set to anything.
    """
    try:
        found = directory.lstat()
        if stat.S_ISLNK(found.st_mode):
            return "it is a link"
        if not stat.S_ISDIR(found.st_mode):
            return "it is no folder"
        if not _is_ours(found):
            return "it belongs to another user"
        # Where the file system keeps no permissions, all may write to our own folder around it, too.
        if found.st_mode & 0o022 and not directory.parent.lstat().st_mode & 0o022:
            return "other users could write to it"
        contents = read_manifest(directory).get("contents")
        if not isinstance(contents, str):
            return f"its {MANIFEST} is missing, or was not written by this version"
        return None if contents_of(directory) == contents else "its files are not those that were written"
    except UnfitGenerationError as error:
        return str(error)
    except FileNotFoundError:
        return "it is gone" if not os.path.lexists(directory) else "its files are not those that were written"
    except OSError as error:
        return f"its files could not be read ({error.strerror})"


def read_manifest(directory: Path) -> dict[str, object]:
    """Return what the generation in ``directory`` says of itself; nothing when that is missing, broken or somebody else's."""
    with contextlib.suppress(ValueError, RecursionError):
        record = json.loads(read_ours(directory / MANIFEST) or b"null")
        return record if isinstance(record, dict) else {}
    return {}


def read_ours(file: Path) -> bytes | None:
    """Return the content of a file of ours; None when it is missing, no regular file, too large or somebody else's."""
    with contextlib.suppress(OSError), _opened(file) as descriptor:
        found = os.fstat(descriptor)
        if stat.S_ISREG(found.st_mode) and _is_ours(found) and found.st_size <= _LIMIT:
            with open(descriptor, "rb", closefd=False) as opened:
                return opened.read(_LIMIT)
    return None


def contents_of(directory: Path) -> str:
    """Return the SHA-256 over the names and contents of all files, as the bridge computes it.

    Raises:
        UnfitGenerationError: there is a link, or something of another user's.
    """
    whole = hashlib.sha256()
    for path in sorted(_files_below(directory, ""), key=os.fsencode):
        with _opened(directory / path) as descriptor, open(descriptor, "rb", closefd=False) as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        whole.update(os.fsencode(f"{path}\0{digest}\n"))
    return whole.hexdigest()


def _files_below(directory: Path, inside: str) -> Iterator[str]:
    with os.scandir(directory / inside) as entries:
        for entry in entries:
            path = f"{inside}/{entry.name}" if inside else entry.name
            found = entry.stat(follow_symlinks=False)
            if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
                kind = "a link" if entry.is_symlink() else "neither a file nor a folder"
                raise UnfitGenerationError(f"{path} in it is {kind}")
            if not _is_ours(found):
                raise UnfitGenerationError(f"{path} in it belongs to another user")
            if stat.S_ISDIR(found.st_mode):
                inner = list(_files_below(directory, path))
                # What Python keeps there changes with every import.
                yield from () if entry.name == "__pycache__" else inner
            elif not _ADDED_LATER.fullmatch(path):
                yield path


def _is_ours(found: os.stat_result) -> bool:
    return found.st_uid == os.geteuid()


@contextlib.contextmanager
def _opened(file: Path) -> Iterator[int]:
    # Opening a pipe that nobody writes to would wait for ever without O_NONBLOCK.
    descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
