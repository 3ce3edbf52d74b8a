"""A verification's output as plain text."""

from __future__ import annotations

from jupyterlab_maturin.build.ansi import plain
from jupyterlab_maturin.build.words import heading
from jupyterlab_maturin.course import words
from jupyterlab_maturin.course.words import Payload


def to_text(payload: Payload) -> str:
    """Return the text form of a payload: a line a test, and what a failing one says."""
    title = f"  {payload['title']}" if payload["title"] else ""
    lines = [f" {payload['exercise']}{title}   {words.status(payload)}   {words.took(payload)}"]
    lines.extend(f"   note: {note}" for note in payload["notes"])
    for entry in payload["environment"]:
        lines.append(f"   {words.check(entry)}")
        if entry["advice"]:
            lines.append(f"       {entry['advice']}")
    if payload["phase"] == "failed" or not payload["outcome"]:
        for diagnostic in payload["diagnostics"]:
            rendered = plain(diagnostic["rendered"] or heading(diagnostic))
            lines.extend(["", *rendered.rstrip().splitlines()])
    for test in payload["tests"]:
        failed = test["outcome"] == "failed"
        lines.append(
            f"   {words.SIGNS[test['outcome']]} {test['name']}"
            + (f"   {words.where(test)}" if failed else "")
        )
        if failed and test["message"]:
            lines.extend(f"       {line}" for line in test["message"].splitlines())
    if words.activity(payload):
        lines.append(f"   … {words.activity(payload)}")
    lines.extend(f"   {line}" for line in words.advice(payload))
    return "\n".join(line.rstrip() for line in lines)
