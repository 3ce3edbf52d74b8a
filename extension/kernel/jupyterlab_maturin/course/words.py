"""The sentences that every form of a verification's output is made of."""

from __future__ import annotations

from typing import Any

from jupyterlab_maturin.build.words import count, seconds

Payload = dict[str, Any]

SIGNS = {"passed": "✓", "failed": "✗", "skipped": "-"}


def status(payload: Payload) -> str:
    """Return what is being done, or how it ended, in a few words."""
    outcome = payload["outcome"]
    match payload["phase"]:
        case "verified":
            return f"verified · {outcome['message']}"
        case "failed":
            return f"not verified · {outcome['message']}"
        case "cancelled":
            return "stopped"
        case "testing":
            return f"testing · {count(len(payload['tests']), 'result')}"
        case phase:
            return "waiting" if payload["waiting"] else str(phase)


def took(payload: Payload) -> str:
    """Return how long it took: ``1.2 s (0.4 s building)``."""
    outcome = payload["outcome"]
    if outcome is None:
        return seconds(payload["elapsed"])
    return f"{seconds(outcome['seconds'])} ({seconds(outcome['buildSeconds'])} building)"


def activity(payload: Payload) -> str:
    """Return what happens now; empty when there is nothing to say."""
    if payload["waiting"]:
        return str(payload["waiting"])
    if payload["running"]:
        return f"running {payload['running']}"
    progress = payload["progress"]
    return f"compiling {progress['crate']}   {progress['done']}/{progress['total']}" if progress else ""


def where(test: dict[str, Any]) -> str:
    """Return where a test's check stands: ``tests/test_functions.py:12``."""
    line = "" if test["line"] is None else f":{test['line']}"
    return f"{test['file']}{line}"


def check(entry: dict[str, Any]) -> str:
    """Return one line about something the course needs of the machine."""
    found = entry["found"] or "missing"
    return f"{'✓' if entry['ok'] else '✗'} {entry['name']}: {found} (needed: {entry['needed']})"


def advice(payload: Payload) -> list[str]:
    """Return what to do next, a sentence each."""
    outcome = payload["outcome"]
    if outcome is None:
        return []
    exercise = payload["exercise"]
    lines = []
    if outcome["next"]:
        lines.append(f"Next: {outcome['next']}")
    if outcome["hint"]:
        lines.append(
            f"%hint {exercise} shows hint {outcome['hint']['number']} of {outcome['hint']['total']}."
        )
    if outcome["solution"] and outcome["status"] == "failed":
        lines.append(f"%solution {exercise} shows a worked answer.")
    return lines + list(outcome["notes"])
