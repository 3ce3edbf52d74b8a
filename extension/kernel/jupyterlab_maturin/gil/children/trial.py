"""Try calls at the same time in a child process first: calls that wait for each other for ever would take the kernel along.

A call that keeps a lock while it waits for the GIL, and another that has the GIL and waits for that lock, never end. The GIL is
then never free again, so no Python code of that process runs: no limit, no thread and no interrupt could end it from
inside. That is why the calls are made in a child process before they are made here. Two kinds of child can do it:

- A new Python that imports the function by its name and gets copies of the arguments. It is asked first, because nothing is wrong
  with it.
- A copy of this process (a fork), for what cannot be sent: functions of the notebook, objects that pickle cannot copy. The
  copy lacks the threads of this process.

A child that is late is compared with a second one, in which the same calls are made one after the other.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from jupyterlab_maturin.errors import TrialError
from jupyterlab_maturin.gil.children.calls_at_once import call_at_once, call_in_turn
from jupyterlab_maturin.gil.children.child import Child, ChildDiedError
from jupyterlab_maturin.gil.children.forked import CAN_FORK, fork, threads_left_behind
from jupyterlab_maturin.gil.children.spawned import CannotBeSentError, packed, spawn
from jupyterlab_maturin.gil.display.durations import in_words
from jupyterlab_maturin.gil.system.idle_process import IdleProcess

#: Seconds that a measurement gives its trial when the caller says nothing.
LIMIT = 30.0

# Seconds after which a trial is late, and is compared with calls one after the other.
_LATE = 1.0

# Seconds for which a late trial must have done nothing at all before it counts as one that never ends, and how many times as
# long as the calls one after the other.
_IDLE, _IDLE_TIMES = 2.0, 3.0

# Seconds between two looks at a child that is late.
_LOOK = 0.1

Calls = Sequence[Callable[[], object]]
_Job = Callable[[Calls], object]


@dataclass(frozen=True)
class _Way:
    """One kind of child: `start` starts it for a job; `copied` is whether it is a copy of this process."""

    start: Callable[[_Job], Child]
    copied: bool


def try_at_once(asker: str, name: str, calls: Calls, timeout: float) -> str:
    """Make all `calls`, which the user knows as `name`, at the same time in a child process.

    Returns "" when they came back, and otherwise a sentence that says why they could not be tried. `asker` is the function that
    will make the calls here. Raises TrialError when they never came back, took longer than `timeout` seconds, or ended the
    process, and ValueError for a timeout that is not positive.
    """
    if not timeout > 0:
        raise ValueError(f"{asker} was given a time limit of {timeout} s; give it more than zero.")
    reason = ""
    try:
        payloads: dict[_Job, bytes] = {
            job: packed(partial(job, tuple(calls))) for job in (call_at_once, call_in_turn)
        }
        if _came_back(
            _Way(lambda job: spawn(payloads[job], name, 2 * timeout), False), asker, name, len(calls), timeout
        ):
            return ""
        reason = "they fail in a process that imports them"
    except (CannotBeSentError, _NotStarted) as error:
        reason = str(error)
    if not CAN_FORK:
        return _untried(asker, name, reason)
    try:
        _came_back(
            _Way(lambda job: fork(partial(job, calls), name, 2 * timeout), True),
            asker,
            name,
            len(calls),
            timeout,
        )
    except _NotStarted as error:
        return _untried(asker, name, f"{reason}, and {error}")
    return ""


def name_of(function: object) -> str:
    """What messages call `function`: its own name, also when it is in a partial."""
    while isinstance(function, partial):
        function = function.func
    return str(getattr(function, "__name__", None) or type(function).__name__)


class _NotStarted(Exception):
    """This way of trying tells nothing about the calls; the message says why."""


def _came_back(way: _Way, asker: str, name: str, count: int, timeout: float) -> bool:
    """Make the trial in one kind of child; returns whether any call came back without raising."""
    at_once = _at_once(name, count)
    with way.start(call_at_once) as child:
        try:
            child.wait_until_ready()
        except ChildDiedError as error:
            raise _NotStarted(f"it could not be imported in another process ({error.how})") from error
        except TimeoutError as error:
            raise _NotStarted(str(error)) from error
        try:
            if child.answered_within(min(_LATE, timeout)) or _late_answer(
                child, way, asker, name, count, timeout
            ):
                return bool(child.answer())
        except ChildDiedError as error:
            alone = _in_turn_alone(way, timeout)
            raise TrialError(
                f"{asker}: {at_once} ended the process with {error.how}, in a trial in a process of its own{alone}; "
                "nothing was called in this process. Mend the function first."
            ) from error
    raise AssertionError("a late answer is one that came, or a TrialError")


def _late_answer(child: Child, way: _Way, asker: str, name: str, count: int, timeout: float) -> bool:
    """Wait for a trial that is late; returns True when the answer came, and raises TrialError when it never will."""
    idle = IdleProcess(child.pid)
    alone: float | None = None
    left_behind = way.copied and threads_left_behind()
    with way.start(call_in_turn) as other:
        idle_other = IdleProcess(other.pid)
        begin = time.monotonic() - _LATE
        while (waited := time.monotonic() - begin) < timeout:
            if child.answered_within(_LOOK):
                return True
            alone = alone or _seconds(other)
            if alone is not None and idle.seconds() > max(_IDLE, _IDLE_TIMES * alone):
                break
            if alone is None and left_behind and min(idle.seconds(), idle_other.seconds()) > _IDLE:
                raise _NotStarted(
                    "a copy of this process does not have the native threads for which they may be waiting"
                )
    raise TrialError(_verdict(asker, name, count, alone, waited, timeout))


def _verdict(asker: str, name: str, count: int, alone: float | None, waited: float, timeout: float) -> str:
    at_once = _at_once(name, count)
    tried = "in a trial in a process of its own, which was ended; nothing was called in this process."
    if alone is None:
        lone = "" if count == 1 or timeout < 2 * _LATE else ", and neither did they one after the other"
        return (
            f"{asker}: {at_once} did not return within {timeout:g} s{lone}, {tried} Does it wait, with the GIL, for "
            f"a thread that needs the GIL? Otherwise give it less work, or more time: timeout={10 * timeout:g}."
        )
    if waited >= timeout:
        return (
            f"{asker}: {at_once} did not return within {timeout:g} s, though one after the other they took "
            f"{in_words(alone)}, {tried} Give them less work, or more time: timeout={10 * timeout:g}."
        )
    if count == 1:
        return f"{asker}: {at_once} in a thread never returned, though it takes {in_words(alone)} in the main thread, {tried}"
    return (
        f"{asker}: {at_once} never returned, though one after the other they took {in_words(alone)}, {tried} Does it hold a "
        "lock while it waits for the GIL? Release the GIL before you wait for a lock (PyO3's `lock_py_attached`, "
        "`read_py_attached` and `get_or_init_py_attached` do), or release the lock before you take the GIL again."
    )


def _in_turn_alone(way: _Way, timeout: float) -> str:
    """In words: whether the calls one after the other end the process, too."""
    with way.start(call_in_turn) as other:
        try:
            other.wait_until_ready()
            if not other.answered_within(timeout):
                return ""
            other.answer()
        except (ChildDiedError, TimeoutError):
            return "; one after the other, they end it too"
    return "; one after the other, they do not"


def _seconds(other: Child) -> float | None:
    """How many seconds the calls one after the other took; None while they have not returned."""
    try:
        return float(other.answer()) if other.answered_within(0) else None
    except ChildDiedError:
        return None


def _at_once(name: str, count: int) -> str:
    words = {2: "two", 3: "three", 4: "four"}
    return f"a call of {name}" if count == 1 else f"{words.get(count, count)} calls of {name} at once"


def _untried(asker: str, name: str, reason: str) -> str:
    sentence = f"the calls of {name} were not tried in a process of their own first, because {reason}."
    # It is said before the calls are made: if they wait for each other for ever, nothing can be said any more.
    print(f"{asker}: {sentence} If this never ends, restart the kernel.", file=sys.stderr, flush=True)
    return sentence
