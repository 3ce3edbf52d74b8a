"""Import a new library in a child process first: an initialiser that crashes would take the kernel and all variables along.

The child takes about twelve milliseconds of processor time, so every new library is tried: Python without ``site`` starts in six, and only the
native library is loaded there, not the package around it, whose ``__init__.py`` may import anything.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

from jupyterlab_maturin.errors import ReloadError
from jupyterlab_maturin.reload import trial_child

#: Seconds that an initialiser may take. It may import large Python packages.
LIMIT = 10
#: How many characters of what it wrote before it crashed are quoted.
QUOTED = 200

#: Generations whose initialiser took too long, and which are imported without a trial when they are asked for again.
_slow: set[Path] = set()


def try_import(module: str, generation: Path, directory: Path, library: Path, in_use: int | None) -> None:
    """Import ``library`` in a child process; do nothing when that ends there, in whatever way Python can report.

    Args:
        module: the name by which the user imports it.
        generation: the generation's folder.
        directory: the same, or a copy of it from which this process has imported nothing yet.
        library: the native library in ``directory``.
        in_use: the generation that stays in use when this one crashes.

    Raises:
        ReloadError: the initialiser ended the child process, or had not returned after ``LIMIT`` seconds.
    """
    if generation in _slow:
        return
    stays = f"build {in_use} stays in use; " if in_use is not None else ""
    with tempfile.TemporaryFile() as errors:
        began, returned, code = _run(directory, library, errors)
        if returned or not began:
            return
        if code is None:
            _slow.add(generation)
            raise ReloadError(
                f"Importing {module}: its initialiser had not returned after {LIMIT} s in a trial import, in a process of "
                f"its own; {stays}fix the initialiser and build again, or, if it needs that long, run this again as it "
                "is, and it is imported without a trial."
            )
        quoted = _last_words(errors)
    how = _signal_name(-code) if code < 0 else f"exit code {code}"
    raise ReloadError(
        f"Importing {module}: its initialiser ended the process ({how}{quoted and ': '}{quoted}) in a trial import; "
        f"{stays}fix the initialiser and build again."
    )


def _run(directory: Path, library: Path, errors: IO[bytes]) -> tuple[bool, bool, int | None]:
    """Return whether the initialiser began and returned, and how the process ended; None when it ran out of time."""
    place = library.relative_to(directory)
    name = ".".join([*place.parts[:-1], place.name.partition(".")[0]])
    reader, writer = os.pipe()
    # Through a shell, because an attached debugger would put its own program before each Python that this process starts.
    command = ["/bin/sh", "-c", 'exec "$0" "$@"', sys.executable, "-I", "-S", trial_child.__file__]
    arguments = [name, str(library), str(writer), str(LIMIT + 1), str(os.getpid())]
    path = [str(directory), *(entry for entry in sys.path if isinstance(entry, str))]
    with open(reader, "rb", buffering=0) as reports:
        try:
            process = subprocess.Popen(
                [*command, *arguments, *path],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                pass_fds=(writer,),
                start_new_session=True,
            )
        except OSError:
            return False, False, None  # a program that embeds Python may not know where Python is
        finally:
            os.close(writer)
        code = None
        try:
            seen = _reports(reports, deadline := time.monotonic() + LIMIT)
            if trial_child.RETURNED not in seen:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    code = process.wait(max(0.0, deadline - time.monotonic()))
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return trial_child.BEGUN in seen, trial_child.RETURNED in seen, code


def _reports(reports: IO[bytes], deadline: float) -> bytes:
    """Return what the child reported, as soon as it has nothing more to say."""
    seen = b""
    poll = select.poll()
    poll.register(reports, select.POLLIN)
    while trial_child.RETURNED not in seen:
        # A process that the initialiser started may keep the pipe open, so its end alone would not do.
        if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
            break
        report = reports.read(8)
        if not report:
            break
        seen += report
    return seen


def _last_words(errors: IO[bytes]) -> str:
    """Return what the child wrote last to its standard error: the message of a panic, say."""
    errors.seek(max(0, errors.seek(0, os.SEEK_END) - 4096))
    lines = errors.read().decode(errors="replace").splitlines()
    said = [line.strip() for line in lines if line.strip() and not line.startswith("note: ")]
    text = "".join(character for character in " ".join(said[-2:]) if character.isprintable())
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}…"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
