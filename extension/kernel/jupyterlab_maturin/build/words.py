"""The sentences that every form of a build's output is made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Payload = dict[str, Any]


def seconds(value: float) -> str:
    """Return a duration as a reader wants it: ``0.31 s``, ``4.2 s``, ``2 min 05 s``."""
    if value < 1:
        return f"{value:.2f} s"
    if value < 60:
        return f"{value:.1f} s"
    return f"{int(value) // 60} min {int(value) % 60:02d} s"


def count(number: int, thing: str) -> str:
    """Return ``1 warning``, ``2 warnings``."""
    return f"{number} {thing}" + ("" if number == 1 else "s")


def status(payload: Payload) -> str:
    """Return what the build is doing, or how it ended, in a few words."""
    match payload["phase"]:
        case "planning":
            return "waiting" if payload["waiting"] else "planning"
        case "building" | "loading" as phase:
            return "waiting" if payload["waiting"] else str(phase)
        case "cancelled":
            return "cancelled" + _stays(payload)
        case "failed":
            errors = payload["counts"]["errors"]
            return (count(errors, "error") if errors else "failed") + _stays(payload)
        case _:
            result = payload["result"]
            loaded = "loaded" if result["changed"] else "already loaded"
            return f"build {result['generation']} · {seconds(result['seconds'])} · {loaded}"


def activity(payload: Payload) -> str:
    """Return what is being compiled, or what is being waited for; empty when there is nothing to say."""
    if payload["waiting"]:
        return str(payload["waiting"])
    progress = payload["progress"]
    if not progress:
        return ""
    first = "   (first build: PyO3 itself is compiled once)" if "pyo3" in progress["crate"] else ""
    return f"compiling {progress['crate']}{first}" if progress["crate"] else ""


def followed(payload: Payload) -> str:
    """Return which names follow the new build: ``nth_prime (this notebook)``."""
    result = payload["result"]
    return _grouped((entry["name"], entry["where"]) for entry in result["rebound"]) if result else ""


def still_old(payload: Payload) -> list[str]:
    """Return one line for each thing that still holds something of an older build."""
    result = payload["result"]
    return (
        [f"{entry['name']} in {entry['where']} · {entry['reason']}" for entry in result["stale"]]
        if result
        else []
    )


def heading(diagnostic: dict[str, Any]) -> str:
    """Return a diagnostic's first line: ``error[E0308] mismatched types``."""
    code = f"[{diagnostic['code']['code']}]" if diagnostic["code"] else ""
    return f"{diagnostic['level']}{code} {diagnostic['message']}"


def place(diagnostic: dict[str, Any]) -> str:
    """Return where a diagnostic points, ``src/lib.rs:9:46``; empty when it points nowhere."""
    spans = diagnostic["spans"]
    primary = next((span for span in spans if span["is_primary"]), spans[0] if spans else None)
    return f"{primary['file_name']}:{primary['line_start']}:{primary['column_start']}" if primary else ""


def _stays(payload: Payload) -> str:
    return f" · build {payload['previous']} stays in use" if payload["previous"] is not None else ""


def _grouped(entries: Iterable[tuple[str, str]]) -> str:
    groups: dict[str, list[str]] = {}
    for name, where in entries:
        groups.setdefault(where, []).append(name)
    return ", ".join(f"{', '.join(names)} ({where})" for where, names in groups.items())
