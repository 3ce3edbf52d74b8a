"""Fold a verification's events into the one object that its output shows (``extension/protocol/src/course``)."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

#: The MIME type of a verification's output.
MIME = "application/vnd.jupyterlab-maturin.verify.v1+json"
#: The version of the payload.
VERSION = 1


@dataclass(slots=True)
class VerifyState:
    """The state of one verification, as far as it has come."""

    exercise: str
    #: ``time.monotonic()`` when the cell ran.
    started: float
    phase: str = "planning"
    title: str | None = None
    kind: str | None = None
    progress: dict[str, Any] | None = None
    waiting: str | None = None
    manifest: str | None = None
    root: str | None = None
    diagnostics: list[dict[str, Any]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=lambda: {"errors": 0, "warnings": 0, "omitted": 0})
    environment: list[dict[str, Any]] = field(default_factory=list)
    tests: list[dict[str, Any]] = field(default_factory=list)
    running: str | None = None
    notes: list[str] = field(default_factory=list)
    outcome: dict[str, Any] | None = None

    def apply(self, event: dict[str, Any]) -> None:
        """Take one event of the bridge in; an event of a kind that is not known changes nothing."""
        match event.get("kind"):
            case "planned":
                self.exercise, self.title = event["exercise"], event["title"]
                self.kind = event["exerciseKind"]
                self.notes.extend(event["notes"])
            case "environment":
                self.environment = event["checks"]
            case "build":
                self._build(event["event"])
            case "testing":
                self.phase, self.waiting, self.progress = "testing", None, None
            case "started":
                self.running = event["test"]
            case "test":
                self._test(event["result"])
            case "finished":
                self.end(event["outcome"])

    def end(self, outcome: dict[str, Any]) -> None:
        """End as the bridge says it ended."""
        self.phase, self.outcome, self.running, self.waiting = outcome["status"], outcome, None, None

    def payload(self) -> dict[str, Any]:
        """Return the whole state as the JSON object that the output carries."""
        return {
            "version": VERSION,
            "phase": self.phase,
            "exercise": self.exercise,
            "title": self.title,
            "kind": self.kind,
            "elapsed": round(time.monotonic() - self.started, 3),
            "progress": self.progress,
            "waiting": self.waiting,
            "manifest": self.manifest,
            "root": self.root,
            "diagnostics": self.diagnostics,
            "counts": self.counts,
            "environment": self.environment,
            "tests": self.tests,
            "running": self.running,
            "notes": self.notes,
            "outcome": self.outcome,
        }

    def _build(self, event: dict[str, Any]) -> None:
        self.phase = "building"
        match event.get("kind"):
            case "planned":
                self.manifest, self.root = event["manifest"], event["root"]
                self.notes.extend(event["notes"])
            case "waiting":
                self.waiting = event["reason"]
            case "building":
                self.waiting = None
            case "progress":
                self.waiting = None
                self.progress = {key: event[key] for key in ("done", "total", "crate")}
            case "diagnostic":
                diagnostic = event["diagnostic"]
                self.diagnostics.append(diagnostic)
                self.counts["errors" if diagnostic["level"].startswith("error") else "warnings"] += 1
            case "finished":
                self.counts = {**self.counts, **event["outcome"].get("counts", {})}

    def _test(self, result: dict[str, Any]) -> None:
        # A later word on a test replaces an earlier one: tearing down may fail after the test passed.
        self.tests = [test for test in self.tests if _key(test) != _key(result)] + [result]
        if self.running == result["name"]:
            self.running = None


def _key(result: dict[str, Any]) -> tuple[str, str]:
    return result["file"], result["name"]
