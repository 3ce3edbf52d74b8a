"""Kernels that are forked from a process which has imported ipykernel already.

A kernel's start takes almost a second of processor time, most of it to import ipykernel and IPython. The tests start
hundreds. What is forked is what ``python -m ipykernel_launcher`` would be at the same point: a process in a session of its
own, with its own environment and folder, in which ipykernel is imported and nothing of ours.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import subprocess
import sys
from importlib.metadata import EntryPoint
from typing import Any

from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

#: A kernel has to be started anew where a variable that Python reads at its start differs.
READ_AT_START = "PYTHON"

#: Imports ipykernel, and forks a kernel for each line on its stdin: the arguments, the folder and the environment.
PARENT = """
import json, os, signal, sys

os.environ["JPY_PARENT_PID"] = str(os.getpid())  # which ipykernel reads when it is imported
import ipykernel.kernelapp, ipykernel.ipkernel

del sys.path[0]  # the current folder, which ipykernel adds again
signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # so that no kernel stays a zombie
for line in sys.stdin.buffer:
    child = os.fork()
    if child:
        print(child, flush=True)
        continue
    order = json.loads(line)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(2, 1)  # what was stdout is the pipe to the tests
    os.close(nothing)
    sys.stdin = open(0)
    sys.stdout = os.fdopen(1, "w", closefd=False)
    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["environment"], JPY_PARENT_PID=str(os.getppid()))
    sys.argv = ["ipykernel_launcher.py", *order["arguments"]]
    ipykernel.kernelapp.launch_new_instance()
    sys.exit()
"""


class Parent:
    """A process that kernels are forked from."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._started_with = _read_at_start(environment)
        self._process = subprocess.Popen(
            [sys.executable, "-c", PARENT],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def fits(self, environment: dict[str, str]) -> bool:
        """Tell whether a kernel with this environment can be forked."""
        return _read_at_start(environment) == self._started_with

    def fork(self, arguments: list[str], folder: str, environment: dict[str, str]) -> ForkedProcess:
        """Fork a kernel."""
        assert self._process.stdin is not None and self._process.stdout is not None
        order = {"arguments": arguments, "folder": folder, "environment": environment}
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return ForkedProcess(int(self._process.stdout.readline()))

    def end(self) -> None:
        """End this process. Its kernels notice, and end, too."""
        with self._process:
            self._process.kill()


class ForkedProcess:
    """A process that is not our child, with what jupyter_client uses of a ``Popen``."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._descriptor = os.pidfd_open(pid)

    def poll(self) -> int | None:
        """Return 0 when it has ended; how it ended is its parent's to know."""
        return self._look(0)

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end."""
        if self._look(timeout) is None:
            raise subprocess.TimeoutExpired([str(self.pid)], timeout or 0)
        return 0

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            signal.pidfd_send_signal(self._descriptor, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def _look(self, seconds: float | None) -> int | None:
        if self.returncode is None and select.select([self._descriptor], [], [], seconds)[0]:
            os.close(self._descriptor)
            self.returncode = 0
        return self.returncode


class ForkingProvisioner(LocalProvisioner):  # type: ignore[misc]  # jupyter_client's traits are untyped
    """Starts kernels as forks of a parent, which is the ``parent_process`` of the kernel's specification."""

    async def launch_kernel(self, cmd: list[str], **options: Any) -> Any:
        parent: Parent = self.kernel_spec.metadata["forked_from"]
        environment, folder = options["env"], options["cwd"]
        # `python -m ipykernel_launcher -f …`: the arguments come after the module's name.
        arguments = cmd[cmd.index("ipykernel_launcher") + 1 :]
        self.process = parent.fork(arguments, folder, environment)
        self.pid = self.pgid = self.process.pid
        self.cwd = folder
        return self.connection_info


_parent: Parent | None = None


def fork_if_possible(kernel_spec: Any, environment: dict[str, str]) -> None:
    """Have the kernel of a specification forked, if the system can and the environment allows it."""
    global _parent
    if not hasattr(os, "pidfd_open"):
        return
    if _parent is None:
        _parent = Parent(environment)
        atexit.register(_parent.end)
    if _parent.fits(environment):
        _fork_from(_parent, kernel_spec)


def _fork_from(parent: Parent, kernel_spec: Any) -> None:
    name = ForkingProvisioner.__name__
    factory = KernelProvisionerFactory.instance()
    factory.provisioners[name] = EntryPoint(name, f"{__name__}:{name}", KernelProvisionerFactory.GROUP_NAME)
    kernel_spec.metadata = {
        **kernel_spec.metadata,
        "kernel_provisioner": {"provisioner_name": name},
        "forked_from": parent,
    }


def _read_at_start(environment: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(READ_AT_START)}
