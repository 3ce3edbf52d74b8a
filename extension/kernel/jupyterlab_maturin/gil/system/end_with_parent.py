"""Make a child process end with the process that started it, whatever native code it is stuck in."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys

_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


def end_with_parent(parent: int, limit: float) -> None:
    """End this process when its `parent` (a process id) dies: at once on Linux, elsewhere after `limit` seconds.

    Both are signals with their default action, which needs no Python: the process may hang with the GIL held. A
    crash leaves no core file, because it was provoked.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _libc.prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
        if os.getppid() != parent:
            os._exit(0)
    else:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, limit)
