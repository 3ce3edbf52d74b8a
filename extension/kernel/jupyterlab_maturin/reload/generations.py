"""Which generations on disk are in use, and which may be removed.

A process that uses a generation holds a shared lock on its directory. The operating system releases that lock when the
process ends, however it ends.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

#: How many generations that no process uses are kept, so that one can look at them or go back by hand.
KEPT = 5


@dataclass(slots=True)
class Hold:
    """This process's claim on a generation."""

    directory: Path
    descriptor: int

    def release(self) -> None:
        """Give up the claim. What was loaded stays loaded: a mapped library remains when its file is removed."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1


def hold(directory: Path) -> Hold:
    """Claim the generation in ``directory`` so that no kernel removes it.

    Raises:
        FileNotFoundError: it was removed before it could be claimed.
    """
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    if not directory.is_dir():
        os.close(descriptor)
        raise FileNotFoundError(directory)
    return Hold(directory, descriptor)


def prune(directory: Path) -> None:
    """Remove generations beside ``directory``: all that no process holds, except the newest few of these."""
    try:
        numbered = [entry for entry in directory.parent.iterdir() if entry.name.isdecimal()]
    except OSError:
        return
    unused = 0
    for generation in sorted(numbered, key=lambda entry: int(entry.name), reverse=True):
        try:
            descriptor = os.open(generation, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except OSError:
            continue
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            unused += 1
            if unused > KEPT:
                shutil.rmtree(generation, ignore_errors=True)
        except BlockingIOError:
            pass
        finally:
            os.close(descriptor)
