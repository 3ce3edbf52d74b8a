"""The child's side of a trial import: load one native library, and report how far it came.

It runs as a script under ``python -I -S`` and may import nothing that takes long, because every build waits for it.
"""

from __future__ import annotations

# `signal` itself would import `enum`, which takes as long as everything else here; typeshed does not know its C part.
import _signal  # type: ignore[import-not-found]
import os
import resource
import sys
from importlib.machinery import ExtensionFileLoader, ModuleSpec

#: What is written when the initialiser begins, and when it has returned or raised.
BEGUN, RETURNED = b"b", b"r"


def main() -> None:
    """Load the library that the arguments name.

    They are the module's name, its library, the descriptor to report to, the limit in seconds, the parent's process id and
    the parent's ``sys.path``, because an initialiser may import Python modules.
    """
    name, library, report, limit, parent, *sys.path = sys.argv[1:]
    _end_with_parent(int(parent), int(limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash that was provoked leaves no core file
    spec = ModuleSpec(name, loader := ExtensionFileLoader(name, library), origin=library)
    os.write(int(report), BEGUN)
    try:
        module = loader.create_module(spec)
        module.__spec__, module.__loader__, module.__file__ = spec, loader, library
        module.__package__ = name.rpartition(".")[0]
        sys.modules[name] = module
        loader.exec_module(module)
    finally:
        # An exception, a panic and `sys.exit` are no crash: the kernel meets them in its own import and explains them.
        os.write(int(report), RETURNED)
        # What a library does when a process ends says nothing about its import.
        os._exit(0)


def _end_with_parent(parent: int, limit: int) -> None:
    """Make the system end this process when its parent dies, or after ``limit`` seconds."""
    # Native code may never return to Python. The default action of a signal needs nobody's help.
    _signal.signal(_signal.SIGALRM, _signal.SIG_DFL)
    _signal.alarm(limit)
    if sys.platform == "linux":
        import ctypes

        set_parent_death_signal = 1  # PR_SET_PDEATHSIG in <sys/prctl.h>
        ctypes.CDLL(None).prctl(set_parent_death_signal, int(_signal.SIGKILL))
        if os.getppid() != parent:
            os._exit(0)


if __name__ == "__main__":
    main()
