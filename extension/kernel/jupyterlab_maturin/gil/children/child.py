"""A child process that does one job, as its parent sees it: started, answering, ended."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable
from functools import cache
from multiprocessing.connection import Connection
from types import TracebackType
from typing import IO, Any, Self

from jupyterlab_maturin.interrupts import hold_interrupts

#: What a child sends first, before it begins its job.
READY = "ready"

# Seconds that a child gets to start and to import the function.
_START_LIMIT = 120.0

# How many characters of what a child wrote before it died are quoted.
_QUOTED = 200


class ChildDiedError(RuntimeError):
    """The child process ended before it answered; `how` tells by which signal or with which code, and its last words."""

    def __init__(self, name: str, how: str) -> None:
        super().__init__(f"the child process that ran {name} ended with {how} before it answered.")
        self.how = how


class Child:
    """A running child process, the leader of a session of its own. Leaving the `with` block ends the whole session.

    `wait` waits for the process and returns its exit code, negative for a signal. `errors` is the file to which the
    child's standard error goes.
    """

    def __init__(
        self, name: str, pid: int, answers: Connection, errors: IO[bytes], wait: Callable[[], int]
    ) -> None:
        self.name, self.pid = name, pid
        self._answers, self._errors, self._wait = answers, errors, cache(wait)  # a process is waited for once
        self._ready = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def wait_until_ready(self) -> None:
        """Wait until the job begins. Raises TimeoutError after two minutes, and ChildDiedError."""
        if not self._is_ready_within(_START_LIMIT):
            raise TimeoutError(f"a child process for {self.name} did not start within {_START_LIMIT:.0f} s.")

    def answered_within(self, seconds: float) -> bool:
        """Whether the job is over within `seconds`, or the child died meanwhile. An interrupt ends the waiting.

        Raises ChildDiedError when it died before the job began.
        """
        return self._is_ready_within(seconds) and self._answers.poll(seconds)

    def answer(self) -> Any:
        """Return what the job returned, or raise what it raised; waits for it. Raises ChildDiedError."""
        raised, result = self._receive()
        if raised:
            raise result
        return result

    def close(self) -> None:
        """Kill the child and what it started, wait for its end, and close what leads to it."""
        with hold_interrupts():
            self._end()
            self._answers.close()
            self._errors.close()

    def _end(self) -> None:
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            # It has not made its session yet, or has ended already.
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        self._wait()

    def _is_ready_within(self, seconds: float) -> bool:
        if not self._ready and self._answers.poll(seconds):
            self._receive()
            self._ready = True
        return self._ready

    def _receive(self) -> Any:
        try:
            return self._answers.recv()
        except (EOFError, OSError) as error:
            code = self._wait()
            raise ChildDiedError(self.name, _how(code) + self._last_words()) from error

    def _last_words(self) -> str:
        self._errors.seek(max(0, self._errors.seek(0, os.SEEK_END) - 4096))
        line = self._errors.read().decode(errors="replace").strip().rpartition("\n")[2]
        text = "".join(character for character in line if character.isprintable())
        return f" ({text[:_QUOTED]}{'…' * (len(text) > _QUOTED)})" if text else ""


def do_job(job: Callable[[], Any], answers: Connection) -> None:
    """The child's side: report that the job begins, do it, and send what it returned or raised."""
    answers.send(READY)
    try:
        answer = False, job()
    # The parent raises it again, whatever it is: a panic of Rust code is a BaseException.
    except BaseException as error:  # noqa: BLE001
        answer = True, _sendable(error)
    answers.send(answer)


def _how(code: int) -> str:
    try:
        return signal.Signals(-code).name if code < 0 else f"code {code}"
    except ValueError:
        return f"signal {-code}"


def _sendable(error: BaseException) -> BaseException:
    """`error` itself when pickling preserves it, otherwise a RuntimeError with the same message."""
    import pickle

    substitute = RuntimeError(f"{type(error).__name__}: {error}")
    try:
        return error if type(pickle.loads(pickle.dumps(error))) is type(error) else substitute
    # The exception's own pickling code may raise anything.
    except Exception:  # noqa: BLE001
        return substitute
