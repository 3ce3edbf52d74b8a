"""One output for each build, replaced in place while the build runs."""

from __future__ import annotations

import importlib
import time
import uuid
from typing import Any, Protocol

from jupyterlab_maturin.build.html import to_html
from jupyterlab_maturin.build.payload import MIME
from jupyterlab_maturin.build.plain_text import to_text

#: Seconds between two updates, at least: more than ten a second is more than anybody sees.
SHORTEST = 0.1
#: Seconds between two updates, at most: the clock in the output must be seen to run.
LONGEST = 1.0


class State(Protocol):
    """What is shown: a build, or something else that goes through phases."""

    phase: str

    def payload(self) -> dict[str, Any]:
        """Return the whole state as the JSON object that the output carries."""
        ...


class Display:
    """The output of one build. Used from one thread: what another thread displays lands in the next cell."""

    def __init__(self, state: State, quiet: bool) -> None:
        """Show ``state`` from now on; when ``quiet``, only if it ends badly."""
        self._state = state
        self._quiet = quiet
        self._id = uuid.uuid4().hex
        self._shown_at: float | None = None
        self._shell = _shell()
        # A terminal cannot replace what it printed: it gets the end and nothing before.
        self._live = self._shell is not None and hasattr(self._shell, "kernel") and not quiet

    def wait(self, changed: bool) -> float:
        """Return for how many seconds there is nothing to do here, unless the state changes meanwhile."""
        if self._shown_at is None:
            return LONGEST
        due = self._shown_at + (SHORTEST if changed else LONGEST)
        return max(0.0, due - time.monotonic())

    def update(self) -> None:
        """Show the state as it is now."""
        if self._live:
            self._publish()
        self._shown_at = time.monotonic()

    def finish(self) -> None:
        """Show the last state, whole."""
        if self._shell is not None and not (self._quiet and self._state.phase == "done"):
            self._publish()

    def _publish(self) -> None:
        display: Any = importlib.import_module("IPython.display")  # its functions are untyped
        update = self._live and self._shown_at is not None
        display.publish_display_data(self._bundle(), {}, transient={"display_id": self._id}, update=update)

    def _bundle(self) -> dict[str, Any]:
        payload = self._state.payload()
        return {MIME: payload, "text/html": to_html(payload), "text/plain": to_text(payload)}


def _shell() -> Any:
    try:
        from IPython.core.getipython import get_ipython
    except ImportError:
        return None
    return get_ipython()
