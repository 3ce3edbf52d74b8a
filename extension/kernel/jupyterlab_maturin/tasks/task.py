"""What a kind of task has to define: a build, a verification, or whatever comes next."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from jupyterlab_maturin.errors import BuildExtensionError

if TYPE_CHECKING:
    from msgspec import Struct

Event = TypeVar("Event")
Outcome = TypeVar("Outcome")
Result = TypeVar("Result")


class Task(ABC, Generic[Event, Outcome, Result]):
    """One request to the bridge and everything that is known about it so far.

    :func:`jupyterlab_maturin.tasks.run.run` sends the request, gives every event to :meth:`apply` and the outcome to
    :meth:`finish`, and shows :meth:`forms` whenever something changed.
    """

    #: The method of the request, and the unions of ``protocol.py`` that its events and its answer belong to.
    method: ClassVar[str]
    events: ClassVar[Any]
    outcomes: ClassVar[Any]
    #: The MIME type of the payload.
    mime: ClassVar[str]
    #: The phase in which it ends when all went well.
    success: ClassVar[str]
    #: What is shown in place of a traceback after Ctrl-C: ``the build was cancelled``.
    interrupted: ClassVar[str]

    #: The payload's phase. Every task begins with ``planning``; ``failed`` and ``cancelled`` are the other two ends.
    phase: str = "planning"

    @property
    def over(self) -> bool:
        """Whether nothing will change any more."""
        return self.phase in (self.success, "failed", "cancelled")

    @property
    def showable(self) -> bool:
        """Whether enough is known for an output; until then there is none."""
        return True

    @abstractmethod
    def request(self, task_id: str) -> Struct:
        """Return the parameters of the request."""

    @abstractmethod
    def apply(self, event: Event) -> None:
        """Take in what an event says."""

    @abstractmethod
    def finish(self, outcome: Outcome, refresh: Callable[[], None]) -> Result:
        """Do in this process what remains to be done, and return what the caller asked for.

        Args:
            outcome: the bridge's answer.
            refresh: call it after a change that should be seen before this returns.

        Raises:
            BuildExtensionError: the outcome is a failure, or the rest failed.
            KeyboardInterrupt: the outcome says that the task was cancelled.
        """

    @abstractmethod
    def fail(self, error: BuildExtensionError) -> None:
        """End as failed; ``error`` is about to be raised."""

    @abstractmethod
    def forms(self) -> tuple[Struct, str, str]:
        """Return the payload, and what it looks like as HTML and as plain text."""
