"""One output for each task, replaced in place while the task runs."""

from __future__ import annotations

import time
import uuid
from typing import Any

from jupyterlab_maturin.bridge.messages import encode
from jupyterlab_maturin.foreign.outputs import publish
from jupyterlab_maturin.session.notebook import shell
from jupyterlab_maturin.tasks.task import Task

#: Seconds between two updates when something changed. Nobody sees more than ten updates a second.
SHORTEST = 0.1
#: Seconds between two updates when nothing changed, so that the clock in the output is seen to run.
LONGEST = 1.0


class Display:
    """The output of one task. Use it from the main thread: Jupyter puts what another one displays into the next cell."""

    def __init__(self, task: Task[Any, Any, Any], quiet: bool) -> None:
        """Show ``task`` from now on; when ``quiet``, only if it does not end well."""
        self._task = task
        self._quiet = quiet
        self._id = uuid.uuid4().hex
        self._updated_at: float | None = None
        self._changed = False
        self._shell = shell()
        # A terminal cannot replace what it printed, so it gets the last state only.
        self._live = self._shell is not None and hasattr(self._shell, "kernel") and not quiet

    def note_change(self) -> None:
        """Remember that the task changed since the last update."""
        self._changed = True

    def seconds_until_due(self) -> float | None:
        """Return for how many seconds an update has to wait, ``None`` while there is nothing to show."""
        if self._updated_at is None:
            return 0.0 if self._task.showable else None
        due = self._updated_at + (SHORTEST if self._changed else LONGEST)
        return max(0.0, due - time.monotonic())

    def update_if_due(self) -> None:
        """Show the task as it is now, unless it is too early for that."""
        if self.seconds_until_due() != 0.0:
            return
        if self._live:
            self._publish()
        self._updated_at, self._changed = time.monotonic(), False

    def refresh(self) -> None:
        """Show a change that was made in this process."""
        self.note_change()
        self.update_if_due()

    def finish(self) -> None:
        """Show the last state."""
        unwanted = self._quiet and self._task.phase == self._task.success
        if self._shell is not None and self._task.showable and not unwanted:
            self._publish()

    def _publish(self) -> None:
        payload, html, text = self._task.forms()
        bundle = {self._task.mime: encode(payload), "text/html": html, "text/plain": text}
        update = self._live and self._updated_at is not None
        publish(bundle, metadata={}, transient={"display_id": self._id}, update=update)
