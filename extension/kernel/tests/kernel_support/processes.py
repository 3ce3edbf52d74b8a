"""Which processes a kernel has."""

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
    """Wait until the kernel's bridge has a rustc at work; return everything that the bridge runs."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        below = bridge_of(kernel).children(recursive=True)
        if any(_name(process) == "rustc" for process in below):
            return below
        time.sleep(0.005)  # the start of somebody else's process is no event that can be awaited
    raise AssertionError("no rustc was started")


def left_of(processes: list[psutil.Process], within: float) -> list[psutil.Process]:
    """Return those that still run ``within`` seconds later; when none does, at once."""
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
