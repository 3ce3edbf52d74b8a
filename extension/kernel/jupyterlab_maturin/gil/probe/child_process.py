"""Run a measurement in a child process, which can be killed whatever the measured function does."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

# Seconds that a new interpreter gets to start and to import the function.
_START_LIMIT = 120.0

# `sys.path` is set first, because unpickling the function imports its module.
_CHILD_PROGRAM = (
    "import json, sys; sys.path[:] = json.loads(sys.stdin.buffer.readline()); "
    f"from {__name__} import serve; serve(int(sys.argv[1]))"
)


def run_in_child(
    job: Callable[..., Any], function: Callable[..., Any], *arguments: Any, timeout: float
) -> Any:
    """Return `job(function, *arguments)`, computed in a child process with a session of its own.

    The child has this process's `sys.path` and imports `function` by its name. Raises TimeoutError when `job` has not
    ended after `timeout` seconds (the child is then killed, with every process it started), TypeError when something
    cannot be sent to the child, RuntimeError when the child died, and whatever the job raised.
    """
    name = getattr(function, "__qualname__", repr(function))
    if timeout <= 0:
        raise ValueError(f"{name} was given a time limit of {timeout} s; give it more than zero.")
    try:
        payload = pickle.dumps((job, function, arguments))
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        raise TypeError(
            f"{name} must run in a child process, which imports it by name, but it cannot be sent there ({error}); pass a "
            "function of a module, with arguments that pickle can copy."
        ) from error
    if getattr(function, "__module__", None) == "__main__":
        raise TypeError(
            f"{name} must run in a child process, which cannot import what a notebook or a script defines; pass the native "
            "function itself, or put the Python function into a module."
        )

    reader, writer = os.pipe()
    with Connection(reader, writable=False) as answers, tempfile.TemporaryFile() as errors:
        try:
            process = subprocess.Popen(
                [sys.executable, "-c", _CHILD_PROGRAM, str(writer)],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                pass_fds=(writer,),
                start_new_session=True,
            )
        finally:
            os.close(writer)
        try:
            assert process.stdin is not None
            with process.stdin as stdin:
                stdin.write(json.dumps(sys.path).encode() + b"\n" + payload)
            if not answers.poll(_START_LIMIT):
                raise TimeoutError(f"a child process for {name} did not start within {_START_LIMIT:.0f} s.")
            answers.recv()
            if not answers.poll(timeout):
                raise TimeoutError(f"{name} did not return within {timeout:g} s, so its process was killed.")
            raised, result = answers.recv()
        except (EOFError, BrokenPipeError) as error:
            code = process.wait()
            errors.seek(0)
            last_line = errors.read().decode(errors="replace").strip().rpartition("\n")[2]
            how = signal.Signals(-code).name if code < 0 else f"code {code}"
            raise RuntimeError(
                f"the child process that ran {name} ended with {how} before it answered"
                f"{': ' + last_line if last_line else '.'}"
            ) from error
        finally:
            _kill(process)
    if raised:
        raise result
    return result


def serve(answers_to: int) -> None:
    """The child's side: read a job from standard input, report that it begins, do it, and send the answer."""
    with Connection(answers_to, readable=False) as answers:
        job, function, arguments = pickle.loads(sys.stdin.buffer.read())
        answers.send("ready")
        try:
            answer = False, job(function, *arguments)
        # The parent raises it again, whatever it is: a panic of Rust code is a BaseException.
        except BaseException as error:  # noqa: BLE001
            answer = True, _sendable(error)
        answers.send(answer)


def _sendable(error: BaseException) -> BaseException:
    """`error` itself when pickling preserves it, otherwise a RuntimeError with the same message."""
    substitute = RuntimeError(f"{type(error).__name__}: {error}")
    try:
        return error if type(pickle.loads(pickle.dumps(error))) is type(error) else substitute
    # The exception's own pickling code may raise anything.
    except Exception:  # noqa: BLE001
        return substitute


def _kill(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
