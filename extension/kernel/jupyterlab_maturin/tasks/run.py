"""Run a task: send its request, show its events as they come, and end it when it is interrupted."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import Any

from jupyterlab_maturin.bridge.client import Bridge, connect
from jupyterlab_maturin.bridge.messages import decode_event, result_of
from jupyterlab_maturin.errors import BuildExtensionError
from jupyterlab_maturin.interrupts import hold_interrupts
from jupyterlab_maturin.tasks.display import Display
from jupyterlab_maturin.tasks.task import Event, Outcome, Result, Task

#: Seconds in which a cancelled task has to end before the bridge is killed, which ends all of its processes.
CANCEL_LIMIT = 5.0


def run(task: Task[Event, Outcome, Result], quiet: bool = False) -> Result:
    """Have the bridge do ``task`` and return its result.

    Shows one output, updated in place, whose last state is there before this returns or raises.

    Args:
        task: what to do.
        quiet: show nothing unless it fails.

    Raises:
        BuildExtensionError: it failed.
        KeyboardInterrupt: it was interrupted; every process of it is gone by then.
    """
    with shown(task, quiet) as display:
        return task.finish(_follow(task, display), display.refresh)


@contextlib.contextmanager
def shown(task: Task[Event, Outcome, Result], quiet: bool) -> Iterator[Display]:
    """Show ``task`` during the body, and at its end how it ended.

    Raises:
        BuildExtensionError, KeyboardInterrupt: the body raised it, and the output says so.
    """
    display = Display(task, quiet)
    try:
        yield display
    except KeyboardInterrupt as interrupt:
        task.phase = "cancelled"
        # One line, because it does not matter to the reader where in this package Ctrl-C struck.
        vars(interrupt)["_render_traceback_"] = lambda: [f"KeyboardInterrupt: {task.interrupted}."]
        raise
    except BuildExtensionError as error:
        task.fail(error)
        raise
    finally:
        display.finish()


def _follow(task: Task[Event, Outcome, Result], display: Display) -> Outcome:
    """Send the request, give every event to ``task``, and return the outcome."""
    display.update_if_due()
    bridge = connect()
    task_id = uuid.uuid4().hex
    request = task.request(task_id)
    # The main thread waits here, so that Ctrl-C reaches it and what is displayed lands in the cell that runs.
    messages: SimpleQueue[Any] = SimpleQueue()
    answer: Future[Any] | None = None
    try:
        with hold_interrupts():  # the bridge could not read anything after half a message
            answer = bridge.request(task.method, request, messages.put)
            answer.add_done_callback(messages.put)
        while True:
            display.update_if_due()
            try:
                message = messages.get(timeout=display.seconds_until_due())
            except Empty:
                continue
            if message is answer:
                outcome: Outcome = result_of(answer, task.outcomes, task.method)
                return outcome
            event = decode_event(message, task.events, task.method)
            if event is not None:
                task.apply(event)
                display.note_change()
    except BaseException:
        # Whatever it was: nobody follows this task any more.
        if answer is not None and not answer.done():
            _cancel(bridge, task_id, answer)
        raise


def _cancel(bridge: Bridge, task_id: str, answer: Future[Any]) -> None:
    """End a task and wait until its processes are gone; a second Ctrl-C kills the bridge at once."""
    try:
        bridge.cancel(task_id)
        answer.exception(CANCEL_LIMIT)
    except (KeyboardInterrupt, TimeoutError):
        bridge.kill()
        with contextlib.suppress(KeyboardInterrupt, TimeoutError):
            answer.exception(CANCEL_LIMIT)
