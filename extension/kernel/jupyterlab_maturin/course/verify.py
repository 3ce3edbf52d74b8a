"""Verify an exercise: the one call behind ``%verify``."""

from __future__ import annotations

import contextlib
import sys
import time
import uuid
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import Any

from jupyterlab_maturin.bridge.client import Bridge, connect
from jupyterlab_maturin.build.display import Display
from jupyterlab_maturin.build.process import environment
from jupyterlab_maturin.build.run import PATIENCE
from jupyterlab_maturin.cli import cache_tag
from jupyterlab_maturin.course.ask import asked_from, translated
from jupyterlab_maturin.course.errors import VerificationError
from jupyterlab_maturin.course.html import to_html
from jupyterlab_maturin.course.payload import MIME, VerifyState
from jupyterlab_maturin.course.plain_text import to_text
from jupyterlab_maturin.interrupts import hold_interrupts

Outcome = dict[str, Any]
#: What the bridge's threads put in the queue: one event, or (last) the answer itself.
Message = dict[str, Any] | Future[Outcome]


class VerifyDisplay(Display):
    """The output of one verification, replaced in place while it runs."""

    _state: VerifyState

    def _bundle(self) -> dict[str, Any]:
        payload = self._state.payload()
        return {MIME: payload, "text/html": to_html(payload), "text/plain": to_text(payload)}


def verify(exercise: str | None) -> None:
    """Build an exercise, run its tests in a fresh process and show how it goes.

    Args:
        exercise: an id; ``None`` for the notebook's own.

    Raises:
        VerificationError: it is not verified; the output says why.
        CourseError: there is no such exercise.
        BridgeError: the process that does the work died.
        KeyboardInterrupt: it was interrupted; every process of it is gone by then.
    """
    state = VerifyState(exercise=exercise or "this exercise", started=time.monotonic())
    display = VerifyDisplay(state, quiet=False)
    request = {
        "id": uuid.uuid4().hex,
        "exercise": exercise,
        **asked_from(),
        "interpreter": sys.executable,
        "tag": cache_tag(),
        "environment": environment(),
    }
    try:
        outcome = _run(request, state, display)
    except KeyboardInterrupt as interrupt:
        state.phase = "cancelled"
        display.finish()
        setattr(interrupt, "_render_traceback_", lambda: ["KeyboardInterrupt: verifying was stopped."])  # noqa: B010
        raise
    except Exception as error:
        state.phase = "failed" if state.title else "cancelled"
        raise translated(error) from error
    state.end(outcome)
    display.finish()
    if outcome["status"] == "failed":
        raise VerificationError(outcome["message"])


def _run(request: dict[str, Any], state: VerifyState, display: VerifyDisplay) -> Outcome:
    messages: SimpleQueue[Message] = SimpleQueue()
    bridge = connect()
    answer: Future[Outcome] | None = None
    try:
        with hold_interrupts():  # half a message would leave the bridge deaf
            answer = bridge.verify(request, messages.put)
            answer.add_done_callback(messages.put)
        return _follow(messages, state, display)
    except KeyboardInterrupt:
        if answer is not None:
            _cancel(bridge, request["id"], answer)
        raise


def _follow(messages: SimpleQueue[Message], state: VerifyState, display: VerifyDisplay) -> Outcome:
    changed = False
    while True:
        try:
            message = messages.get(timeout=display.wait(changed))
        except Empty:
            display.update()
            changed = False
            continue
        if isinstance(message, Future):
            return message.result()
        state.apply(message)
        if state.title is not None and not changed and message.get("kind") == "planned":
            display.update()  # the card is there before anything takes time
        changed = True


def _cancel(bridge: Bridge, request: str, answer: Future[Outcome]) -> None:
    """End it and wait until its processes are gone; a second Ctrl-C ends the bridge at once."""
    try:
        bridge.cancel(request)
        answer.exception(PATIENCE)
    except (KeyboardInterrupt, TimeoutError):
        bridge.kill()
        with contextlib.suppress(KeyboardInterrupt, TimeoutError):
            answer.exception(PATIENCE)
