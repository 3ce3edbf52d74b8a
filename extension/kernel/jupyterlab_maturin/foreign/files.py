"""Reads files that somebody else may have put there, in the kernel, which must not wait for one of them for ever."""

from __future__ import annotations

import os
import stat
from pathlib import Path

#: Bytes of the largest text that a person writes by hand. The bridge has the same limit.
TEXT_LIMIT = 4 * 2**20


class UnreadableFileError(OSError):
    """A file was refused for what it is: a named pipe, a device, a directory, or larger than makes sense."""


def read_foreign_bytes(path: Path, limit: int = TEXT_LIMIT) -> bytes:
    """Return the content of a regular file, links followed.

    Opening a named pipe would wait for a writer, and ``/dev/zero`` never ends.

    Raises:
        UnreadableFileError: it is no regular file, or has more than ``limit`` bytes.
        OSError: the system's own error.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    try:
        kind = stat.S_IFMT(os.fstat(descriptor).st_mode)
        if kind != stat.S_IFREG:
            raise UnreadableFileError(f"{path} could not be read: it is {_KINDS.get(kind, 'a device')}")
        with open(descriptor, "rb", closefd=False) as file:
            # Files in /proc say that their size is 0, and others may grow.
            content = file.read(limit + 1)
    finally:
        os.close(descriptor)
    if len(content) > limit:
        raise UnreadableFileError(f"{path} could not be read: it is larger than {limit / 2**20:g} MiB")
    return content


def read_foreign_text(path: Path, limit: int = TEXT_LIMIT) -> str:
    """Return the text of a file in UTF-8, without the byte order mark that some editors begin it with.

    Raises:
        OSError: as :func:`read_foreign_bytes`.
        UnicodeDecodeError: it is not UTF-8.
    """
    return read_foreign_bytes(path, limit).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


_KINDS = {stat.S_IFIFO: "a named pipe", stat.S_IFSOCK: "a socket", stat.S_IFDIR: "a directory"}
