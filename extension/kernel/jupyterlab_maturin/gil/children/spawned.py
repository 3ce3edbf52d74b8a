"""A child process with a Python of its own, which imports the function by its name and gets copies of its arguments."""

from __future__ import annotations

import io
import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from jupyterlab_maturin.gil.children.child import Child, do_job
from jupyterlab_maturin.gil.system.end_with_parent import end_with_parent
from jupyterlab_maturin.interrupts import hold_interrupts

# `sys.path` is set first, because unpickling the function imports its module.
_CHILD_PROGRAM = (
    "import json, sys; sys.path[:] = json.loads(sys.stdin.buffer.readline()); "
    f"from {__name__} import serve; serve(*sys.argv[1:])"
)


class CannotBeSentError(TypeError):
    """The function or an argument cannot be sent to a process with a Python of its own; the message says why."""


def packed(job: Callable[[], Any]) -> bytes:
    """Pickle `job` for a child. Raises CannotBeSentError, also for what the notebook itself defines."""
    stream = io.BytesIO()
    try:
        _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(job)
    except CannotBeSentError:
        raise
    # Pickling runs the arguments' own code, which may raise anything.
    except Exception as error:
        raise CannotBeSentError(str(error) or type(error).__name__) from error
    return stream.getvalue()


def spawn(payload: bytes, name: str, limit: float) -> Child:
    """Start a child for the job that was `packed`; `name` is the function's, for messages.

    The child has this process's `sys.path`. It ends with this process, or after `limit` seconds where the system cannot
    tell it.
    """
    reader, writer = os.pipe()
    answers = Connection(reader, writable=False)
    errors = tempfile.TemporaryFile()  # noqa: SIM115  # the child closes it
    child: Child | None = None
    try:
        # A file rather than a pipe, because nobody waits for its reader.
        with tempfile.TemporaryFile() as jobs, hold_interrupts():
            path = [entry for entry in sys.path if isinstance(entry, str)]
            jobs.write(json.dumps(path).encode() + b"\n" + payload)
            jobs.seek(0)
            process = subprocess.Popen(
                [sys.executable, "-c", _CHILD_PROGRAM, str(writer), str(os.getpid()), str(limit)],
                stdin=jobs,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                pass_fds=(writer,),
                start_new_session=True,
            )
            child = Child(name, process.pid, answers, errors, process.wait)
    except BaseException:
        if child is not None:
            child.close()
        raise
    finally:
        os.close(writer)
    return child


def serve(answers_to: str, parent: str, limit: str) -> None:
    """The child's side: read a job from standard input and do it."""
    end_with_parent(int(parent), float(limit))
    os.set_inheritable(int(answers_to), False)
    with Connection(int(answers_to), readable=False) as answers:
        do_job(pickle.loads(sys.stdin.buffer.read()), answers)
        # A thread that hangs, or an exit handler of the function's module, has no say in the answer.
        os._exit(0)


class _Pickler(pickle.Pickler):
    """Refuses what only this process's `__main__` defines: it would be looked for in the child's own `__main__`."""

    def reducer_override(self, value: Any) -> Any:
        # A partial has the name of no module, and its parts come one by one.
        if not isinstance(value, partial) and getattr(value, "__module__", None) == "__main__":
            name = getattr(value, "__qualname__", None) or type(value).__qualname__
            raise CannotBeSentError(f"{name} is defined in the notebook or in a script")
        return NotImplemented
