"""Run a measurement in a child process, which can be killed whatever the measured function does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from jupyterlab_maturin.gil.children.spawned import CannotBeSentError, packed, spawn


def run_in_child(
    job: Callable[..., Any], function: Callable[..., Any], *arguments: Any, timeout: float
) -> Any:
    """Return `job(function, *arguments)`, computed in a child process with a session of its own.

    The child has this process's `sys.path` and imports `function` by its name. Raises TimeoutError when `job` has not
    ended after `timeout` seconds (the child is then killed, with every process it started), TypeError when something
    cannot be sent to the child, RuntimeError when the child died, and whatever the job raised.
    """
    name = getattr(function, "__qualname__", repr(function))
    if not timeout > 0:
        raise ValueError(f"{name} was given a time limit of {timeout} s; give it more than zero.")
    try:
        payload = packed(partial(job, function, *arguments))
    except CannotBeSentError as error:
        raise TypeError(
            f"{name} must run in a child process, which imports it by name, but it cannot be sent there ({error}); pass "
            "the native function itself or put the Python function into a module, and give it arguments that pickle can copy."
        ) from error
    with spawn(payload, name, timeout + 1) as child:
        child.wait_until_ready()
        if not child.answered_within(timeout):
            raise TimeoutError(f"{name} did not return within {timeout:g} s, so its process was killed.")
        return child.answer()
