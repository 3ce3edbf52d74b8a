"""A child process that is a copy of this one: it has everything that a notebook defines, and needs to import nothing.

What the copy lacks are this process's threads. A lock that one of them held stays locked in the copy, and a pool of native
threads has no threads there. So a copy is asked only what nothing else can tell, and `threads_left_behind` says how far to
believe it when it hangs.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
import sys
import tempfile
import threading
import warnings
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO, Any

from jupyterlab_maturin.gil.children.child import Child, do_job
from jupyterlab_maturin.gil.system.end_with_parent import end_with_parent
from jupyterlab_maturin.interrupts import hold_interrupts

#: On macOS the system's own libraries do not survive a fork of a process with threads.
CAN_FORK = sys.platform == "linux"


def fork(job: Callable[[], Any], name: str, limit: float) -> Child:
    """Start a copy of this process that does `job`; `name` is the function's, for messages.

    What the job changes in memory or prints is lost with the copy, and no exit handler runs there.
    """
    parent = os.getpid()
    reader, writer = os.pipe()
    answers = Connection(reader, writable=False)
    errors = tempfile.TemporaryFile()  # noqa: SIM115  # the child closes it
    child: Child | None = None
    try:
        with hold_interrupts(), warnings.catch_warnings():
            # Python 3.12 and later warn of a fork with threads; the text above says what is done about it.
            warnings.simplefilter("ignore", DeprecationWarning)
            pid = os.fork()
            if pid == 0:
                try:
                    _become_a_child(parent, limit, errors)
                    do_job(job, Connection(writer, readable=False))
                finally:
                    os._exit(0)
            child = Child(name, pid, answers, errors, partial(_wait_for, pid))
    except BaseException:
        if child is not None:
            child.close()
        raise
    finally:
        os.close(writer)
    return child


def threads_left_behind() -> bool:
    """Whether this process has native threads of which a copy knows nothing: a pool of rayon, tokio or OpenMP, say."""
    known = {thread.native_id for thread in threading.enumerate()}
    for task in Path("/proc/self/task").iterdir():
        try:
            # ZeroMQ's threads carry a kernel's messages.
            if int(task.name) not in known and not (task / "comm").read_text().startswith("ZMQbg"):
                return True
        except OSError:  # the thread has ended meanwhile
            continue
    return False


def _wait_for(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _become_a_child(parent: int, limit: float, errors: IO[bytes]) -> None:
    os.setsid()
    end_with_parent(parent, limit)
    signal.set_wakeup_fd(-1)  # otherwise a signal here would wake the event loop of the parent
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faulthandler.disable()  # a crash here is reported, and must not look like the parent's own
    gc.freeze()  # garbage of the parent is finalised by the parent
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard, replacement in ((0, nothing), (1, nothing), (2, errors.fileno())):
        os.dup2(replacement, standard)
    # A kernel's own streams would send what is written to the notebook.
    sys.stdout = sys.stderr = os.fdopen(nothing, "w")
