"""Which generations on disk are in use, and which may go.

A process that uses a generation holds a shared lock on its directory. The lock is the operating system's: it goes
with the process, however that ends.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

#: How many generations that nobody uses are kept, for looking at and for going back by hand.
KEPT = 5


@dataclass(slots=True)
class Hold:
    """This process's claim on a generation."""

    directory: Path
    descriptor: int

    def release(self) -> None:
        """Give the generation up. What was loaded from it stays loaded: a mapped library outlives its name."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1


def hold(directory: Path) -> Hold:
    """Claim ``directory`` so that no kernel prunes it.

    Raises:
        FileNotFoundError: it was pruned before it could be claimed.
    """
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    if not directory.is_dir():
        os.close(descriptor)
        raise FileNotFoundError(directory)
    return Hold(directory, descriptor)


def prune(directory: Path) -> None:
    """Remove the older siblings of the generation ``directory``, all but the newest few that nobody holds."""
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
