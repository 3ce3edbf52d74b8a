"""The processes below a kernel."""

from __future__ import annotations

import time

import psutil


def bridge_of(kernel: int) -> psutil.Process:
    """Return the bridge of the kernel with the process id ``kernel``."""
    for process in psutil.Process(kernel).children():
        if any("bridge.mjs" in word for word in process.cmdline()):
            return process
    raise AssertionError(f"the kernel {kernel} has no bridge")


def compiling(kernel: int, within: float) -> list[psutil.Process]:
    """Wait until a rustc runs below the kernel's bridge; return every process below the bridge."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        below = bridge_of(kernel).children(recursive=True)
        if any(_name(process) == "rustc" for process in below):
            return below
        time.sleep(0.005)  # nothing tells when a process that is not our own child has started
    raise AssertionError("no rustc was started")


def left_of(processes: list[psutil.Process], within: float) -> list[psutil.Process]:
    """Return the processes that still run after ``within`` seconds; return at once when none does."""
    return [process for process in psutil.wait_procs(processes, within)[1] if _runs(process)]


def _name(process: psutil.Process) -> str:
    try:
        return str(process.name())
    except psutil.Error:
        return ""


def _runs(process: psutil.Process) -> bool:
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False
