"""Fold the events of a compilation into what the outputs of everything that compiles a crate have in common.

The fields are ``COMPILATION`` in ``extension/protocol/src/schemas/build.ts``.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from jupyterlab_maturin import protocol
from jupyterlab_maturin.tasks.quantities import duration


@dataclass
class Compilation:
    """The state of a compilation so far."""

    #: ``time.monotonic()`` when the cell ran.
    started: float = field(default_factory=time.monotonic)
    manifest: str | None = None
    root: str | None = None
    progress: protocol.Progress | None = None
    waiting: str | None = None
    #: ``time.monotonic()`` when it began to wait.
    waiting_since: float = 0.0
    diagnostics: list[protocol.Diagnostic] = field(default_factory=list)
    counts: protocol.DiagnosticCounts = field(default_factory=lambda: protocol.DiagnosticCounts(0, 0, 0))
    notes: list[str] = field(default_factory=list)

    def apply(self, event: protocol.BuildEvent) -> None:
        """Take in what an event says."""
        match event:
            case protocol.BuildPlanned():
                self.manifest, self.root = event.manifest, event.root
                self.notes.extend(event.notes)
            case protocol.BuildNote():
                self.notes.append(event.text)
            case protocol.BuildWaiting():
                self._end_waiting()
                self.waiting, self.waiting_since = event.reason, time.monotonic()
            case protocol.BuildStarted():
                self._end_waiting()
            case protocol.BuildProgress():
                self._end_waiting()
                self.progress = protocol.Progress(event.done, event.total, event.crate)
            case protocol.BuildDiagnostic():
                self._add(event.diagnostic)
            case protocol.BuildFinished() if not isinstance(event.outcome, protocol.BuildCancelled):
                self.counts = event.outcome.counts

    @property
    def elapsed(self) -> float:
        """Seconds since the cell ran."""
        return time.monotonic() - self.started

    def fields(self) -> dict[str, Any]:
        """Return the fields of a payload that tell this state."""
        return {
            "elapsed": round(self.elapsed, 3),
            "manifest": self.manifest,
            "root": self.root,
            "progress": self.progress,
            "waiting": self.waiting,
            "diagnostics": self.diagnostics,
            "counts": self.counts,
            "notes": self.notes,
        }

    def _end_waiting(self) -> None:
        if self.waiting is not None:
            seconds = time.monotonic() - self.waiting_since
            self.notes.append(f"waited {duration(seconds)}: {self.waiting.partition(';')[0]}")
        self.waiting = None

    def _add(self, diagnostic: protocol.Diagnostic) -> None:
        # The bridge sends a bounded number of them. The outcome brings the counts of all.
        self.diagnostics.append(diagnostic)
        if diagnostic.level.startswith("error"):
            self.counts.errors += 1
        else:
            self.counts.warnings += 1
