"""A build's output as plain text: for terminals, logs and anything that shows no HTML."""

from __future__ import annotations

from jupyterlab_maturin.build import words
from jupyterlab_maturin.build.ansi import plain
from jupyterlab_maturin.build.words import Payload

_BAR = 26
_WIDTH = 72


def to_text(payload: Payload) -> str:
    """Return the text form of a payload: a line or two when all is well, the compiler's words when not."""
    over = payload["phase"] in ("done", "failed", "cancelled")
    name = f" {payload['crate']}  {payload['profile']}"
    if over:
        lines = [f"{name}   {words.status(payload)}" + _warnings(payload)]
    else:
        right = f"{words.status(payload)}   {words.seconds(payload['elapsed'])}"
        lines = [name + right.rjust(max(len(right) + 3, _WIDTH - len(name)))]
        lines.append(_progress(payload))
    lines.extend(f"   note: {note}" for note in payload["notes"])
    if words.followed(payload):
        lines.append(f"   followed: {words.followed(payload)}")
    lines.extend(f"   still old: {line}" for line in words.still_old(payload))
    if payload["phase"] != "done":
        for diagnostic in payload["diagnostics"]:
            lines.extend(
                ["", *plain(diagnostic["rendered"] or words.heading(diagnostic)).rstrip().splitlines()]
            )
        if payload["counts"]["omitted"]:
            lines.extend(["", f"   … and {payload['counts']['omitted']} more"])
    if payload["error"] and not payload["counts"]["errors"]:
        lines.append(f"   {payload['error']['message']}")
    return "\n".join(line.rstrip() for line in lines)


def _progress(payload: Payload) -> str:
    progress = payload["progress"]
    total = progress["total"] if progress else 0
    full = _BAR * progress["done"] // total if progress and total else 0
    counted = f"  {progress['done']}/{total}" if progress and total else ""
    activity = words.activity(payload)
    return " " + "█" * full + "░" * (_BAR - full) + counted + (f"   {activity}" if activity else "")


def _warnings(payload: Payload) -> str:
    warnings = payload["counts"]["warnings"]
    return f" · {words.count(warnings, 'warning')}" if warnings else ""
