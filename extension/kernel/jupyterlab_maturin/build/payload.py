"""Fold a build's events into the one object that its output shows (``extension/protocol/src/build/payload.ts``)."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, field
from typing import Any

from jupyterlab_maturin.build.result import Build

#: The MIME type of a build's output.
MIME = "application/vnd.jupyterlab-maturin.build.v1+json"
#: The version of the payload.
VERSION = 1
#: The end of the log that an output carries, in characters.
LOG_AT_THE_END = 64 * 1024
#: The same while the build runs: an update ten times a second should stay small.
LOG_MEANWHILE = 4 * 1024

Diagnostic = dict[str, Any]


@dataclass(slots=True)
class State:
    """The state of one build, as far as it has come."""

    crate: str
    profile: str
    features: list[str]
    #: ``time.monotonic()`` when the cell ran.
    started: float
    phase: str = "planning"
    manifest: str | None = None
    root: str | None = None
    progress: dict[str, Any] | None = None
    waiting: str | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=lambda: {"errors": 0, "warnings": 0, "omitted": 0})
    result: Build | None = None
    error: dict[str, str] | None = None
    previous: int | None = None
    notes: list[str] = field(default_factory=list)
    timings: list[dict[str, Any]] = field(default_factory=list)
    log: str = ""

    @property
    def over(self) -> bool:
        """Whether this is the build's last state."""
        return self.phase in ("done", "failed", "cancelled")

    def apply(self, event: dict[str, Any]) -> None:
        """Take one event of the bridge in; an event of a kind that is not known changes nothing."""
        match event.get("kind"):
            case "planned":
                self.crate, self.manifest, self.root = event["crate"], event["manifest"], event["root"]
                self.profile, self.features = event["profile"], list(event["features"])
                self.notes.extend(event["notes"])
            case "waiting":
                self.waiting = event["reason"]
            case "building":
                self.phase, self.waiting = "building", None
            case "progress":
                self.phase, self.waiting = "building", None
                self.progress = {key: event[key] for key in ("done", "total", "crate")}
            case "diagnostic":
                self._add(event["diagnostic"])
            case "log":
                self.log = (self.log + event["text"] + ("" if event["text"].endswith("\n") else "\n"))[
                    -LOG_AT_THE_END:
                ]
            case "finished":
                self.timings = list(event["outcome"].get("timings", []))
                self.counts = {**self.counts, **event["outcome"].get("counts", {})}

    def fail(self, kind: str, message: str) -> None:
        """End as failed."""
        self.phase, self.error = "failed", {"kind": kind, "message": message}

    def payload(self) -> dict[str, Any]:
        """Return the whole state as the JSON object that the output carries."""
        log = self.log if self.over else self.log[-LOG_MEANWHILE:]
        return {
            "version": VERSION,
            "phase": self.phase,
            "crate": self.crate,
            "manifest": self.manifest,
            "root": self.root,
            "profile": self.profile,
            "features": self.features,
            "elapsed": round(time.monotonic() - self.started, 3),
            "progress": self.progress,
            "waiting": self.waiting,
            "diagnostics": self.diagnostics,
            "counts": self.counts,
            "result": _result(self.result),
            "error": self.error,
            "previous": self.previous,
            "notes": self.notes,
            "timings": self.timings,
            "log": log,
        }

    def _add(self, diagnostic: Diagnostic) -> None:
        # The bridge has bounded them in number and size; its outcome brings the counts of all.
        self.diagnostics.append(diagnostic)
        self.counts["errors" if diagnostic["level"].startswith("error") else "warnings"] += 1


def _result(build: Build | None) -> dict[str, Any] | None:
    if build is None:
        return None
    return {
        "module": build.module,
        "generation": build.generation,
        "seconds": round(build.seconds, 3),
        "changed": build.changed,
        "library": str(build.library),
        "rebound": [asdict(name) for name in build.rebound],
        "stale": [asdict(name) for name in build.stale],
    }
